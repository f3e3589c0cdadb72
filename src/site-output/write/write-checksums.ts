import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CHECKSUMS, checksumLine } from '../../publish/data/checksums.ts';
import type { SiteFolder } from './site-folder.ts';

/** Characters that are written at a time. */
const AT_ONCE = 2 ** 16;

/** Lists every file of a site with its SHA-256, but for the list itself: the last thing that is written. */
export async function writeChecksums(site: SiteFolder): Promise<void> {
  const file = join(site.folder, CHECKSUMS);
  mkdirSync(dirname(file), { recursive: true });
  const list = openSync(file, 'w');
  let lines = '';
  try {
    for await (const checksum of site.digests()) {
      if (checksum.path !== CHECKSUMS) lines += checksumLine(checksum);
      if (lines.length < AT_ONCE) continue;
      writeSync(list, lines);
      lines = '';
    }
    writeSync(list, lines);
  } finally {
    closeSync(list);
  }
}
