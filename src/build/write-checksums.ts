import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CHECKSUMS, checksumLine } from '../publish/data/checksums.ts';
import type { SiteFolder } from './site-folder.ts';

/** Lists every file of a site with its SHA-256, but for the list itself: the last thing that is written. */
export async function writeChecksums(site: SiteFolder): Promise<void> {
  const file = join(site.folder, CHECKSUMS);
  mkdirSync(dirname(file), { recursive: true });
  const list = openSync(file, 'w');
  try {
    for await (const checksum of site.digests()) {
      if (checksum.path !== CHECKSUMS) writeSync(list, checksumLine(checksum));
    }
  } finally {
    closeSync(list);
  }
}
