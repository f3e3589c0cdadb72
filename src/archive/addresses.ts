import type { Archive } from './model.ts';
import { AXES, periodPath, collectionPath } from './browse.ts';

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
  for (const { path, date, office, caucus, topics, speakers, bills } of releases) {
    paths.add(path);
    for (const key of [date, date.slice(0, 7), date.slice(0, 4)]) paths.add(periodPath(key));
    add('offices', office);
    add('caucuses', caucus);
    add('topics', topics);
    add('speakers', speakers);
    add('bills', bills);
  }
  return paths;
}
