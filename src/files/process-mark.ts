import { hash } from 'node:crypto';
import { statSync } from 'node:fs';
import { hostname } from 'node:os';

/** Process ids are those of one machine, or of one container: another one's say nothing here. */
const HOST = hash('sha256', hostname()).slice(0, 8);
const MARK = /(?<host>[0-9a-f]{8})-(?<pid>\d+)-/;
/** Milliseconds after which something is abandoned whose process cannot be asked for. */
const DAY = 24 * 60 * 60 * 1000;

/** Part of the name of a temporary file or folder, by which others know whether it is in use. */
export const processMark = () => `${HOST}-${process.pid}-`;

/** Whether the process that made a temporary file or folder has ended, going by the mark in its name. */
export function isAbandoned(path: string, name: string): boolean {
  const { host, pid } = MARK.exec(name)?.groups ?? {};
  if (pid !== undefined && host === HOST) return !isRunning(Number(pid));
  const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
  return Date.now() - made > DAY;
}

/** Whether there is a process of that id on this machine. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0); // signal 0 does nothing but ask
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM'; // of another user
  }
}
