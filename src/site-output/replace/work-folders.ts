import { existsSync, mkdtempSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from '../../files/make-folder.ts';
import { isAbandoned, isRunning, processMark } from '../../files/process-mark.ts';

const PREFIX = 'work-';
const HOUR = 60 * 60 * 1000; // milliseconds

/** Makes an empty work folder, whose name identifies its process. */
export function makeWorkFolder(parent: string): string {
  makeFolder(parent);
  return mkdtempSync(join(parent, `${PREFIX}${processMark()}`));
}

/** The work folders of killed builds: no running process owns them. */
export function abandonedWork(parent: string): string[] {
  return entriesOf(parent)
    .filter((name) => name.startsWith(PREFIX) && isAbandoned(join(parent, name), name))
    .map((name) => join(parent, name));
}

/**
 * The folders of killed builds of version 0.1.0: next to the site, with the process id in their names, and
 * among the work folders, without one.
 * @param place of the site; while it does not exist, the folders next to it may be all that remains of it.
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
    return []; // does not exist yet
  }
}
