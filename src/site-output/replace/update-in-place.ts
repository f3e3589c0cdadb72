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

/** How to update a folder. Paths are relative to it, with `/`. */
export interface FolderChanges {
  /** A folder with the new and changed files. */
  made: string;
  /** The files to delete. */
  gone: readonly string[];
  /** The file to put in place last. */
  last: string;
}

/** Inside the site, for new files and the journal of an update. */
export const STAGING = '.on-the-record';
const FILES = join(STAGING, 'files');
const JOURNAL = join(STAGING, 'journal.json');

interface Journal {
  /** In the order in which they are moved. */
  files: string[];
  gone: readonly string[];
}

/**
 * Updates a folder file by file, once all new files are on its disk: each file is complete at any time, new
 * files come before changed pages that may link to them, and files are deleted last. If the process is
 * killed, some files are new and some old until `finishUpdate` is called.
 * @returns the paths of all changed and deleted files.
 */
export function updateInPlace(folder: string, { made, gone, last }: FolderChanges): string[] {
  finishUpdate(folder);
  makeFolder(folder);
  rmSync(join(folder, STAGING), { recursive: true, force: true }); // of a killed build
  const paths = filesBelow(made).filter((path) => path !== last);
  const isNew = (path: string) => !existsSync(join(folder, path));
  const files = [...paths.filter(isNew), ...paths.filter((path) => !isNew(path)), last];
  try {
    mkdirSync(join(folder, STAGING));
    moveFolder(made, join(folder, FILES));
    const draft = `${join(folder, JOURNAL)}.new`;
    writeFileSync(draft, JSON.stringify({ files, gone } satisfies Journal));
    renameSync(draft, join(folder, JOURNAL)); // from here on, any build can finish the update
  } catch (cause) {
    rmSync(join(folder, STAGING), { recursive: true, force: true });
    throw cause;
  }
  finishUpdate(folder);
  return [...files, ...gone];
}

/** Finishes an update whose process was killed. */
export function finishUpdate(folder: string): void {
  const journal = join(folder, JOURNAL);
  if (!existsSync(journal)) return;
  const { files, gone } = JSON.parse(readFileSync(journal, 'utf8')) as Journal;
  deleteFiles(folder, gone.filter(conflictsWith(files)));
  for (const path of files) {
    const staged = join(folder, FILES, path);
    if (!existsSync(staged)) continue; // already moved
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    renameSync(staged, join(folder, path));
  }
  deleteFiles(folder, gone);
  rmSync(join(folder, STAGING), { recursive: true });
}

/** Updates a folder that nobody else reads. @returns the paths of all changed and deleted files. */
export function applyChanges(folder: string, { made, gone }: FolderChanges): string[] {
  const files = filesBelow(made);
  deleteFiles(folder, gone);
  for (const path of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    renameSync(join(made, path), join(folder, path));
  }
  return [...files, ...gone];
}

/** Deletes files and folders that become empty; skips a folder that has the path of a file. */
export function deleteFiles(folder: string, paths: readonly string[]): void {
  const parents = new Set<string>();
  for (const path of paths) {
    const file = join(folder, path);
    ignoreErrors(['ENOENT', 'ENOTDIR'], () => {
      if (!lstatSync(file).isDirectory()) unlinkSync(file);
    });
    for (let at = dirname(path); at !== '.'; at = dirname(at)) parents.add(at);
  }
  const deepestFirst = [...parents].sort((a, b) => b.length - a.length);
  for (const parent of deepestFirst) {
    const codes = ['ENOTEMPTY', 'EEXIST', 'ENOENT', 'ENOTDIR'];
    ignoreErrors(codes, () => rmdirSync(join(folder, parent)));
  }
}

function ignoreErrors(codes: readonly string[], work: () => void) {
  try {
    work();
  } catch (cause) {
    if (!codes.includes((cause as NodeJS.ErrnoException).code ?? '')) throw cause;
  }
}

/** Moves a folder, even to another disk. */
export function moveFolder(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EXDEV') throw cause;
    cpSync(from, to, { recursive: true });
  }
}

/** Whether a deleted file's path is a folder of new files, or one of its folders is a new file. */
function conflictsWith(files: readonly string[]) {
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
