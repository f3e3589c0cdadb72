import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeFolder } from '../../archive/make-folder.ts';

/** Bytes that are written to try it: a disk with less room than that is full. */
const TRIAL = Buffer.alloc(2 ** 16);

/** Why a cache folder takes no files, in the words of the system; undefined if it takes them. */
export function cacheTrouble(folder: string): string | undefined {
  const file = join(folder, `.trial-${randomUUID()}`);
  try {
    makeFolder(resolve(folder));
    try {
      writeFileSync(file, TRIAL);
    } finally {
      rmSync(file, { force: true });
    }
    return undefined;
  } catch (cause) {
    return (cause as Error).message;
  }
}
