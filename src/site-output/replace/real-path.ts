import { lstatSync, readlinkSync, realpathSync, type Stats } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

/**
 * Resolves all links of a path, even to a folder that does not exist yet, so that two paths can be compared
 * before either is written to.
 * @throws {NodeJS.ErrnoException} if links form a loop, or a folder may not be read.
 */
export function realPath(path: string): string {
  const absolute = resolve(path);
  try {
    return realpathSync.native(absolute);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw cause;
  }
  const parent = dirname(absolute);
  if (parent === absolute) return absolute;
  const inParent = realPath(parent);
  return stateOf(absolute)?.isSymbolicLink() === true
    ? realPath(resolve(inParent, readlinkSync(absolute)))
    : join(inParent, basename(absolute));
}

/** The part of a real path that is no folder but a file or the like, so that nothing can be below it. */
export function fileAbove(path: string): string | undefined {
  const parent = dirname(path);
  if (parent === path) return undefined;
  const state = stateOf(parent);
  if (state === undefined) return fileAbove(parent);
  return state.isDirectory() ? undefined : parent;
}

/** What a path is, a link itself included; undefined if there is nothing, or it would be below a file. */
function stateOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
    throw cause;
  }
}

/** Whether a path is the folder or inside it. Both must be absolute. */
export function isIn(path: string, folder: string): boolean {
  const fromFolder = relative(folder, path);
  return !isAbsolute(fromFolder) && fromFolder.split(sep)[0] !== '..';
}
