import { lstatSync, readlinkSync, realpathSync } from 'node:fs';
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
  const isLink = lstatSync(absolute, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  return isLink
    ? realPath(resolve(inParent, readlinkSync(absolute)))
    : join(inParent, basename(absolute));
}

/** Whether a path is the folder or inside it. Both must be absolute. */
export function isIn(path: string, folder: string): boolean {
  const fromFolder = relative(folder, path);
  return !isAbsolute(fromFolder) && fromFolder.split(sep)[0] !== '..';
}
