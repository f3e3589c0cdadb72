import {
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { ForeignEntries } from './own-files.ts';

/** Links foreign files of the existing site into the one that will replace it. */
export function linkForeignFiles(from: string, to: string, { files }: ForeignEntries): void {
  for (const path of files) {
    const [source, target] = [join(from, path), join(to, path)];
    mkdirSync(dirname(target), { recursive: true });
    rmSync(target, { force: true });
    const state = lstatSync(source, { throwIfNoEntry: false });
    if (state === undefined) continue; // deleted meanwhile
    if (state.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkOrCopy(source, target);
  }
}

/**
 * Moves foreign files out of a site that has just been replaced, so that those added or changed during the
 * build are not lost.
 */
export function moveForeignEntries(from: string, to: string, foreign: ForeignEntries): void {
  for (const path of [...foreign.files, ...foreign.folders]) {
    const [source, target] = [join(from, path), join(to, path)];
    const [old, current] = [source, target].map((file) =>
      lstatSync(file, { throwIfNoEntry: false }),
    );
    if (old === undefined || old.ino === current?.ino) continue;
    if (current !== undefined && (old.isDirectory() || old.mtimeMs <= current.mtimeMs)) continue;
    mkdirSync(dirname(target), { recursive: true });
    renameSync(source, target);
  }
}

function linkOrCopy(source: string, target: string) {
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target);
  }
}
