import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CHECKSUMS, checksumLine } from '../../publish/data/checksums.ts';
import type { SiteFolder } from './site-folder.ts';

/** Characters to collect before writing. */
const BUFFER_LENGTH = 2 ** 16;

/** Writes the list of all files with their SHA-256, except the list itself; to be written last. */
export async function writeChecksums(site: SiteFolder): Promise<void> {
  const file = join(site.folder, CHECKSUMS);
  mkdirSync(dirname(file), { recursive: true });
  const list = openSync(file, 'w');
  let lines = '';
  try {
    for await (const checksum of site.digests()) {
      if (checksum.path !== CHECKSUMS) lines += checksumLine(checksum);
      if (lines.length < BUFFER_LENGTH) continue;
      writeSync(list, lines);
      lines = '';
    }
    writeSync(list, lines);
  } finally {
    closeSync(list);
  }
}
