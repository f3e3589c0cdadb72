import { existsSync, mkdtempSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from '../../files/make-folder.ts';
import { isAbandoned, isRunning, processMark } from '../../files/process-mark.ts';

const PREFIX = 'work-';
const HOUR = 60 * 60 * 1000; // milliseconds

/** Makes an empty folder to work in, whose name says which process it belongs to. */
export function makeWorkFolder(parent: string): string {
  makeFolder(parent);
  return mkdtempSync(join(parent, `${PREFIX}${processMark()}`));
}

/** The work folders of builds that were killed: no running process owns them. */
export function abandonedWork(parent: string): string[] {
  return entriesOf(parent)
    .filter((name) => name.startsWith(PREFIX) && isAbandoned(join(parent, name), name))
    .map((name) => join(parent, name));
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
    return name.startsWith(prefix) && pid !== undefined && !isRunning(Number(pid));
  });
  const among = entriesOf(parent).filter(
    (name) => /^\..+\.work-\w{6}$/.test(name) && ageOf(join(parent, name)) > HOUR,
  );
  return [
    ...(existsSync(place) ? beside.map((name) => join(dirname(place), name)) : []),
    ...among.map((name) => join(parent, name)),
  ];
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
