import { isAbsolute, resolve } from 'node:path';

/** A path as typed where the command was called: npm itself goes to the project's folder first. */
export function asTyped(path: string, environment: NodeJS.ProcessEnv): string {
  const home = environment['INIT_CWD'];
  if (isAbsolute(path) || home === undefined || resolve(home) === resolve()) return path;
  return resolve(home, path);
}

/** The same of a folder or an address on the web. */
export const placeAsTyped = (place: string, environment: NodeJS.ProcessEnv): string =>
  /^https?:\/\//i.test(place) ? place : asTyped(place, environment);
