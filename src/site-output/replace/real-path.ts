import { lstatSync, readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

/**
 * Where a path really leads, all links followed, even one to a folder that does not exist yet. So two
 * paths can be compared before either is written to.
 * @throws {NodeJS.ErrnoException} if links lead in a circle, or a folder on the way may not be read.
 */
export function realPath(path: string): string {
  const whole = resolve(path);
  try {
    return realpathSync.native(whole);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw cause;
  }
  const parent = dirname(whole);
  if (parent === whole) return whole;
  const inParent = realPath(parent);
  const isLink = lstatSync(whole, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  return isLink
    ? realPath(resolve(inParent, readlinkSync(whole)))
    : join(inParent, basename(whole));
}

/** Whether a path is the folder or lies in it. Both are absolute. */
export function isIn(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return !isAbsolute(way) && way.split(sep)[0] !== '..';
}
