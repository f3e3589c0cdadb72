import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** On Linux only. */
const MOUNT_INFO = '/proc/self/mountinfo';

/** Whether a file system is mounted at a folder, which then cannot be renamed. */
export function isMountPoint(folder: string): boolean {
  if (mountPoints().includes(folder)) return true;
  return statSync(folder).dev !== statSync(dirname(folder)).dev;
}

/**
 * All mount points as absolute paths; empty if the system does not list them. A bind mount from the same file
 * system can only be found here: its device number is that of its parent.
 * @see https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html
 */
export function mountPoints(): string[] {
  let list = '';
  try {
    list = readFileSync(MOUNT_INFO, 'utf8');
  } catch {
    return []; // not Linux
  }
  return list.split('\n').flatMap((line) => {
    const point = line.split(' ')[4];
    return point === undefined ? [] : [unescape(point)];
  });
}

/** White space and backslashes are escaped as octal digits. */
const unescape = (path: string) =>
  path.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8)));
