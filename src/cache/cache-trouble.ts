import { randomUUID } from 'node:crypto';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeFolder } from '../files/make-folder.ts';

/** Bytes: a disk with less room than that is full, since a part of the search index may take more. */
const MIN_FREE = 2 ** 20;

/** Why a cache folder takes no files, in the words of the system; undefined if it takes them. */
export function cacheTrouble(folder: string): string | undefined {
  const file = join(folder, `.trial-${randomUUID()}`);
  try {
    makeFolder(resolve(folder));
    try {
      writeFileSync(file, 'trial');
    } finally {
      rmSync(file, { force: true });
    }
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < MIN_FREE ? 'less than 1 MB of room is left on the disk' : undefined;
  } catch (cause) {
    return (cause as Error).message;
  }
}
