import { hash } from 'node:crypto';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import {
  indexLedger,
  type LedgerFile,
  type LedgerIndex,
  readLedgerFile,
} from '../archive/ledger/ledger-files.ts';
import { EntryBundle } from '../cache/entry-bundle.ts';
import { projectDigest } from '../cache/project-digest.ts';
import { historyName } from './ledger-history.ts';

/** The code that reads and checks a file of the ledger: `tests/structure/` compares it with the imports. */
export const LEDGER_CODE = ['src/archive', 'package-lock.json'];

/**
 * Indexes the ledger. A file that was found in order before, and has the same bytes, is not checked again.
 * @param files those of the ledger, below the content folder.
 */
export async function indexCachedLedger(
  contentDir: string,
  files: readonly string[],
  cacheDir: string | undefined,
): Promise<LedgerIndex> {
  if (cacheDir === undefined || files.length === 0) return indexLedger(contentDir, files);
  const name = `${await historyName(contentDir)}.bundle`;
  const cached = new EntryBundle(join(cacheDir, 'ledger-index', name));
  const code = await projectDigest(LEDGER_CODE);
  try {
    const index = await indexLedger(contentDir, files, (path, bytes, folder) => {
      const key = `${path} ${hash('sha256', bytes, 'base64url')} ${code}`;
      const known = cached.get(key);
      if (known !== undefined) return deserialize(known) as LedgerFile;
      const read = readLedgerFile(path, bytes, folder);
      if (read.faults.length === 0) cached.set(key, serialize(read));
      return read;
    });
    if (index.errors.length === 0) await cached.save();
    return index;
  } finally {
    cached.close();
  }
}
