import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../archive/files-below.ts';
import { CHECKSUMS, checksumLine } from '../publish/data/checksums.ts';
import { digestFile } from '../publish/file-digest.ts';

/**
 * Lists every file of a site with its SHA-256, but for the list itself: the last thing that is written.
 * All are read again, so that it tells what lies on the disk and not what was meant to.
 */
export async function writeChecksums(site: string): Promise<void> {
  const list = openSync(join(site, CHECKSUMS), 'w');
  try {
    const paths = (await filesBelow(site)).filter((path) => path !== CHECKSUMS);
    for (const path of paths) {
      writeSync(list, checksumLine({ path, ...(await digestFile(join(site, path))) }));
    }
  } finally {
    closeSync(list);
  }
}
