import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../files/make-folder.ts';
import { readIfExists } from '../files/read-if-exists.ts';
import { formerLine, gitLines, type FormerLine, historyName } from './ledger-history.ts';

/** Where git knows nothing of the ledger's past: a copy of it, as the last command found it whole. */
export interface LedgerCopy {
  /** Lines that the ledger no longer has in the same words. */
  lines: FormerLine[];
  /** Makes the ledger as it is now the copy. A cache that cannot be written to costs nothing else. */
  keep: () => Promise<void>;
}

const FILE = /^\d{4}\.jsonl$/;

/**
 * Compares the ledger with its copy in the cache, where the folder is in no repository, or in one whose
 * history is cut short; undefined where git has it all.
 * @param files those of the ledger that exist, below the content folder.
 */
export async function compareWithCopy(
  contentDir: string,
  cacheDir: string | undefined,
  files: readonly string[],
): Promise<LedgerCopy | undefined> {
  if (cacheDir === undefined) return undefined;
  const [isShallow] = await gitLines(contentDir, ['rev-parse', '--is-shallow-repository']);
  if (isShallow === 'false') return undefined;
  const folder = join(cacheDir, 'ledger-history', await historyName(contentDir));
  const copies = (await readdir(folder).catch(() => [])).filter((name) => FILE.test(name));
  const names = new Set([...copies, ...files.map((file) => file.slice('ledger/'.length))]);
  const lines: FormerLine[] = [];
  const changed = new Map<string, Buffer>();
  for (const name of names) {
    const copy = join(folder, name);
    const [before, now] = [
      await readIfExists(copy),
      await readIfExists(join(contentDir, 'ledger', name)),
    ];
    if (before !== undefined && now?.equals(before)) continue;
    if (now !== undefined) changed.set(copy, now);
    const present = new Set(now?.toString('utf8').split('\n'));
    for (const line of before?.toString('utf8').split('\n') ?? []) {
      const former = present.has(line) ? undefined : formerLine(line, `ledger/${name}`);
      if (former) lines.push({ ...former, copy });
    }
  }
  return {
    lines,
    async keep() {
      if (changed.size === 0) return;
      try {
        makeFolder(folder);
        for (const [copy, now] of changed) await writeFile(copy, now);
      } catch {
        // Then a loss is found by a later command, or by git.
      }
    },
  };
}
