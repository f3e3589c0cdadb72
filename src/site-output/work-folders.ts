import { hash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from '../archive/make-folder.ts';

/** Process ids are those of one machine, or of one container: another one's say nothing here. */
const HOST = hash('sha256', hostname()).slice(0, 8);
const NAME = /^work-(?<host>[0-9a-f]{8})-(?<pid>\d+)-/;
/** Milliseconds after which a work folder is abandoned whose process cannot be asked for. */
const DAY = 24 * 60 * 60 * 1000;
const HOUR = 60 * 60 * 1000;

/** Makes an empty folder to work in, whose name says which process it belongs to. */
export function makeWorkFolder(parent: string): string {
  makeFolder(parent);
  return mkdtempSync(join(parent, `work-${HOST}-${process.pid}-`));
}

/** The work folders of builds that were killed: no living process owns them. */
export function abandonedWork(parent: string): string[] {
  return entriesOf(parent).flatMap((name) => {
    const { host, pid } = NAME.exec(name)?.groups ?? {};
    if (pid === undefined) return [];
    const folder = join(parent, name);
    const isAbandoned = host === HOST ? !isAlive(Number(pid)) : ageOf(folder) > DAY;
    return isAbandoned ? [folder] : [];
  });
}

/**
 * What builds of version 0.1.0 left when they were killed: beside the site, named with their process's id,
 * and among the work folders without one.
 * @param place of the site; while it does not exist, what was moved away from there may be all that is left.
 */
export function abandonedByFirstVersion(place: string, parent: string): string[] {
  const prefix = `.${basename(place)}.`;
  const beside = entriesOf(dirname(place)).filter((name) => {
    const [, pid] = /^(?:new|old)-(\d+)$/.exec(name.slice(prefix.length)) ?? [];
    return name.startsWith(prefix) && pid !== undefined && !isAlive(Number(pid));
  });
  const among = entriesOf(parent).filter(
    (name) => /^\..+\.work-\w{6}$/.test(name) && ageOf(join(parent, name)) > HOUR,
  );
  return [
    ...(existsSync(place) ? beside.map((name) => join(dirname(place), name)) : []),
    ...among.map((name) => join(parent, name)),
  ];
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM'; // of another user
  }
}

const ageOf = (folder: string) =>
  Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // not made yet
  }
}
