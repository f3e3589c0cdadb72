import { randomUUID } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  linkSync,
  mkdirSync,
  readdirSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { isMountPoint } from './mount-points.ts';

/** Exchanges two folders in one step: at any moment each path leads to one of them. */
export type Exchange = (made: string, place: string) => void;

/**
 * How folders of `folder` are exchanged with those of `parent`; undefined where that cannot be done, as on
 * Windows, on some network disks and between two disks. It is tried, since no list of file systems is
 * complete. Both folders are left as they were.
 */
export async function exchangeBetween(
  folder: string,
  parent: string,
): Promise<Exchange | undefined> {
  if (process.platform === 'win32') return undefined; // there it takes three steps
  const name = `.on-the-record-trial-${randomUUID()}`;
  const [made, place] = [join(folder, name), join(parent, name)];
  const file = join(place, 'file');
  try {
    const { default: extensions } = await import('fs-native-extensions');
    for (const one of [made, place]) mkdirSync(one);
    writeFileSync(file, '');
    linkSync(file, join(made, 'link')); // unchanged files are shared by links
    extensions.swapSync(made, place);
    const [here, there] = [readdirSync(made), readdirSync(place)];
    const isDone = here.includes('file') && there.includes('link');
    return isDone ? (one, other) => extensions.swapSync(one, other) : undefined;
  } catch {
    return undefined; // no build of the extension for this system, or a disk that cannot do it
  } finally {
    for (const one of [made, place]) rmSync(one, { recursive: true, force: true });
  }
}

/** Whether a folder may be renamed: not where a disk is mounted, nor in a folder of somebody else. */
export function isMovable(place: string): boolean {
  const parent = dirname(place);
  try {
    accessSync(parent, constants.W_OK);
  } catch {
    return false;
  }
  const [state, above] = [statSync(place, { throwIfNoEntry: false }), statSync(parent)];
  if (state === undefined) return true;
  const user = process.getuid?.() ?? 0;
  const isSticky = (above.mode & 0o1000) !== 0; // in such a folder only owners rename
  if (isSticky && user !== 0 && user !== state.uid && user !== above.uid) return false;
  return !isMountPoint(place);
}

/** Gives a folder the permissions of the one whose place it takes: web servers read it as before. */
export function takePermissions(folder: string, { mode, uid, gid }: Stats): void {
  chmodSync(folder, mode & 0o7777);
  try {
    chownSync(folder, uid, gid);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EPERM') throw cause; // only root may
  }
}
