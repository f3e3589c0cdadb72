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
import { isAbandoned, processMark } from '../../files/process-mark.ts';
import { isMountPoint } from './mount-points.ts';

/** How the name of a folder begins in which the exchange is tried. */
const TRIAL = '.on-the-record-trial-';

/** Exchanges two folders atomically: each path always leads to one of them. */
export type Exchange = (made: string, place: string) => void;

/**
 * How to exchange folders in `folder` with those in `parent`; undefined if that is impossible, as on Windows,
 * on some network disks and between two disks. This is found out by trying, since no list of file systems
 * is complete; both folders are left as they were.
 */
export async function exchangeBetween(
  folder: string,
  parent: string,
): Promise<Exchange | undefined> {
  if (process.platform === 'win32') return undefined; // cannot exchange folders atomically
  removeAbandonedTrials(parent);
  const name = `${TRIAL}${processMark()}${randomUUID()}`;
  const [made, place] = [join(folder, name), join(parent, name)];
  const file = join(place, 'file');
  try {
    const { default: extensions } = await import('fs-native-extensions');
    for (const path of [made, place]) mkdirSync(path);
    writeFileSync(file, '');
    linkSync(file, join(made, 'link')); // unchanged files are shared by links
    extensions.swapSync(made, place);
    const [first, second] = [readdirSync(made), readdirSync(place)];
    const isDone = first.includes('file') && second.includes('link');
    return isDone ? (from, to) => extensions.swapSync(from, to) : undefined;
  } catch {
    return undefined; // no binary for this system, or a disk without support
  } finally {
    for (const path of [made, place]) rmSync(path, { recursive: true, force: true });
  }
}

/** Deletes the folders in which killed builds tried it; no running process owns them. */
function removeAbandonedTrials(parent: string): void {
  try {
    for (const name of readdirSync(parent).filter((one) => one.startsWith(TRIAL))) {
      const path = join(parent, name);
      if (isAbandoned(path, name)) rmSync(path, { recursive: true, force: true });
    }
  } catch {
    // they stay where nothing can be read or deleted, and there nothing can be exchanged either
  }
}

/** Whether a folder can be renamed: not if it is a mount point or permissions forbid it. */
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
  const isSticky = (above.mode & 0o1000) !== 0; // only owners may rename its entries
  if (isSticky && user !== 0 && user !== state.uid && user !== above.uid) return false;
  return !isMountPoint(place);
}

/** Copies mode and owner, so that web servers can read the new folder like the old one. */
export function copyPermissions(folder: string, { mode, uid, gid }: Stats): void {
  chmodSync(folder, mode & 0o7777);
  try {
    chownSync(folder, uid, gid);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EPERM') throw cause; // only root may
  }
}
