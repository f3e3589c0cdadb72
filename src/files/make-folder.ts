import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder, and those around it that do not exist. One by one: Node's own recursive call can try for
 * ever where a file system takes no folders, and a command must end with an error instead.
 * @throws {NodeJS.ErrnoException} if one of them cannot be made.
 */
export function makeFolder(folder: string): void {
  if (isFolder(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder);
  } catch (cause) {
    if (!isFolder(folder)) throw cause; // else another process was faster
  }
}

const isFolder = (path: string) =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
