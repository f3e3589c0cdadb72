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

/** Lets a new site have the files of the existing one that no build wrote, before it takes its place. */
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
 * Moves what no build wrote out of a site whose place a new one has taken: what was added or replaced there
 * meanwhile would be lost else.
 */
export function moveForeignEntries(from: string, to: string, foreign: ForeignEntries): void {
  for (const path of [...foreign.files, ...foreign.folders]) {
    const [source, target] = [join(from, path), join(to, path)];
    const [there, here] = [source, target].map((one) => lstatSync(one, { throwIfNoEntry: false }));
    if (there === undefined || there.ino === here?.ino) continue;
    if (here !== undefined && (there.isDirectory() || there.mtimeMs <= here.mtimeMs)) continue;
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
