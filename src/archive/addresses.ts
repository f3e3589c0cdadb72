import type { Archive } from './model.ts';
import { AXES, collectionPath, namesOn, periodPath } from './browse.ts';

export { isOwnPath } from './own-paths.ts';

/** The paths of all pages that the content of an archive brings about, below the base. */
export function pagePaths({
  releases,
  offices,
  caucuses,
  ownPages,
}: Pick<Archive, 'releases' | 'offices' | 'caucuses' | 'ownPages'>): Set<string> {
  const paths = new Set(['/', '/releases/', ...AXES.map((axis) => `/${axis}/`)]);
  for (const { path } of ownPages) paths.add(path);
  const add = (axis: (typeof AXES)[number], names: Iterable<string> = []) => {
    for (const name of names) paths.add(collectionPath(axis, name));
  };
  add('offices', offices.keys());
  add('caucuses', caucuses.keys());
  for (const office of offices.values()) add('caucuses', office.caucuses);
  for (const release of releases) {
    const { path, date } = release;
    paths.add(path);
    for (const key of [date, date.slice(0, 7), date.slice(0, 4)]) paths.add(periodPath(key));
    for (const axis of AXES) add(axis, namesOn(axis, release));
  }
  return paths;
}
