import { closeSync, openSync, writeSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { CHECKSUMS, checksumLine } from '../publish/data/checksums.ts';
import { digestFile } from './file-digest.ts';

/** Files between two pauses in which other work of the build goes on. */
const BATCH = 500;

/** Lists every file of a site with its SHA-256, but for the list itself: the last thing that is written. */
export async function writeChecksums(site: string): Promise<void> {
  const list = openSync(join(site, CHECKSUMS), 'w');
  try {
    for (const [n, path] of (await filesOf(site)).entries()) {
      writeSync(list, checksumLine({ path, ...(await digestFile(join(site, path))) }));
      if (n % BATCH === 0) await breathe();
    }
  } finally {
    closeSync(list);
  }
}

/** The files below a folder but for the list of checksums, by their paths with `/`, sorted. */
export async function filesOf(site: string): Promise<string[]> {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(site, '/').length))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path !== CHECKSUMS)
    .sort();
}
