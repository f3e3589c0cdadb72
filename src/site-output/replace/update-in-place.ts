import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { filesBelow } from '../../files/files-below.ts';
import { makeFolder } from '../../files/make-folder.ts';

/** What a folder is to become. Paths are below it, with `/`. */
export interface FolderChanges {
  /** A folder with the files that are new or other than before. */
  made: string;
  /** The files to be deleted. */
  gone: readonly string[];
  /** The file that is put in its place last. */
  last: string;
}

/** Where new files wait inside the site, and the journal that says where they belong. */
export const STAGING = '.on-the-record';
const FILES = join(STAGING, 'files');
const JOURNAL = join(STAGING, 'journal.json');

interface Journal {
  /** In the order in which they are put in their places. */
  files: string[];
  gone: readonly string[];
}

/**
 * Changes files of a folder, one after the other, once all new ones are in it: each file is whole at any
 * time, new files come before pages that name them, and what is gone goes last. If the process is killed
 * meanwhile, some files are new and some old until `finishUpdate` is called.
 * @returns the paths of all that was changed.
 */
export function updateInPlace(folder: string, { made, gone, last }: FolderChanges): string[] {
  finishUpdate(folder);
  makeFolder(folder);
  rmSync(join(folder, STAGING), { recursive: true, force: true }); // of a build that was killed earlier
  const paths = filesBelow(made).filter((path) => path !== last);
  const isNew = (path: string) => !existsSync(join(folder, path));
  const files = [...paths.filter(isNew), ...paths.filter((path) => !isNew(path)), last];
  try {
    mkdirSync(join(folder, STAGING));
    moveFolder(made, join(folder, FILES));
    const draft = `${join(folder, JOURNAL)}.new`;
    writeFileSync(draft, JSON.stringify({ files, gone } satisfies Journal));
    renameSync(draft, join(folder, JOURNAL)); // from here on it is finished, by whomever
  } catch (cause) {
    rmSync(join(folder, STAGING), { recursive: true, force: true });
    throw cause;
  }
  finishUpdate(folder);
  return [...files, ...gone];
}

/** Finishes an update of a folder whose process was killed. */
export function finishUpdate(folder: string): void {
  const journal = join(folder, JOURNAL);
  if (!existsSync(journal)) return;
  const { files, gone } = JSON.parse(readFileSync(journal, 'utf8')) as Journal;
  deleteFiles(folder, gone.filter(isInTheWay(files)));
  for (const path of files) {
    const staged = join(folder, FILES, path);
    if (!existsSync(staged)) continue; // in its place already
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    renameSync(staged, join(folder, path));
  }
  deleteFiles(folder, gone);
  rmSync(join(folder, STAGING), { recursive: true });
}

/** Changes files of a folder that nobody else reads. @returns the paths of all that was changed. */
export function applyChanges(folder: string, { made, gone }: FolderChanges): string[] {
  const files = filesBelow(made);
  deleteFiles(folder, gone);
  for (const path of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    renameSync(join(made, path), join(folder, path));
  }
  return [...files, ...gone];
}

/** Deletes files, and the folders that are empty then. A folder in the place of a file stays. */
export function deleteFiles(folder: string, paths: readonly string[]): void {
  const parents = new Set<string>();
  for (const path of paths) {
    const file = join(folder, path);
    ignoring(['ENOENT', 'ENOTDIR'], () => {
      if (!lstatSync(file).isDirectory()) unlinkSync(file);
    });
    for (let at = dirname(path); at !== '.'; at = dirname(at)) parents.add(at);
  }
  const deepestFirst = [...parents].sort((a, b) => b.length - a.length);
  for (const parent of deepestFirst) {
    const codes = ['ENOTEMPTY', 'EEXIST', 'ENOENT', 'ENOTDIR'];
    ignoring(codes, () => rmdirSync(join(folder, parent)));
  }
}

function ignoring(codes: readonly string[], work: () => void) {
  try {
    work();
  } catch (cause) {
    if (!codes.includes((cause as NodeJS.ErrnoException).code ?? '')) throw cause;
  }
}

/** Moves a folder, to another disk if it must. */
export function moveFolder(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EXDEV') throw cause;
    cpSync(from, to, { recursive: true });
  }
}

/** Tells of a file that is gone whether a new one needs its path for a folder, or its folder for a file. */
function isInTheWay(files: readonly string[]) {
  const [paths, folders] = [new Set(files), new Set<string>()];
  for (const path of files) {
    for (let at = dirname(path); at !== '.' && !folders.has(at); at = dirname(at)) folders.add(at);
  }
  return (path: string) => {
    if (folders.has(path)) return true;
    for (let at = dirname(path); at !== '.'; at = dirname(at)) if (paths.has(at)) return true;
    return false;
  };
}
