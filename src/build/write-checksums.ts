import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { CHECKSUMS, checksumLine } from '../publish/data/checksums.ts';
import { digestFile } from '../publish/file-digest.ts';
import { filesBelow } from '../publish/files-below.ts';

/** Files between two pauses in which other work of the build goes on. */
const BATCH = 500;

/** Lists every file of a site with its SHA-256, but for the list itself: the last thing that is written. */
export async function writeChecksums(site: string): Promise<void> {
  const list = openSync(join(site, CHECKSUMS), 'w');
  try {
    const paths = (await filesBelow(site)).filter((path) => path !== CHECKSUMS);
    for (const [n, path] of paths.entries()) {
      writeSync(list, checksumLine({ path, ...(await digestFile(join(site, path))) }));
      if (n % BATCH === 0) await breathe();
    }
  } finally {
    closeSync(list);
  }
}
