import type { Archive } from './archive.ts';
import { AXES, periodPath, shelfPath } from './browse.ts';

/** Top-level names that the site keeps for itself: its own pages, feeds, data and files. */
const OWN = new Set([
  ...['about', 'assets', 'data', 'feeds', 'media', 'pagefind', 'search'],
  ...['404.html', 'corrections.xml', 'favicon.svg', 'opensearch.xml', 'robots.txt', 'rss.xml'],
  ...['capabilitylist.xml'],
  ...[
    '.well-known',
    '.htaccess',
    '_redirects',
    '_routes.json',
    '_worker.js',
    'redirects.nginx.conf',
  ], // for hosts
]);
/** The files beside the first page of a list, in pages where they would be too large. */
const LIST_FILE =
  /^\/(?:feed(?:-\d+)?\.json|(?:sitemap|resourcelist|changelist)(?:-index|-\d+)?\.xml)\/?$/;
/** Pages of a list, and the files beside a page. */
const PART =
  /\/(?:page\/\d+|rss\.xml|feed(?:-\d+)?\.json|release\.(?:json|csl\.json|bib|ris)|card\.png)\/?$/;

/** Whether the site itself has, or may come to have, something at a path. */
export const isOwnPath = (path: string) =>
  OWN.has(path.split('/')[1] ?? '') || LIST_FILE.test(path) || PART.test(path);

/** The paths of all pages that releases and those who issue them bring about, below the base. */
export function pagePaths({
  releases,
  offices,
  caucuses,
}: Pick<Archive, 'releases' | 'offices' | 'caucuses'>): Set<string> {
  const paths = new Set(['/', '/releases/', ...AXES.map((axis) => `/${axis}/`)]);
  const add = (axis: (typeof AXES)[number], names: Iterable<string> = []) => {
    for (const name of names) paths.add(shelfPath(axis, name));
  };
  add('offices', offices.keys());
  add('caucuses', caucuses.keys());
  for (const office of offices.values()) add('caucuses', office.caucuses);
  for (const { path, date, office, caucus, topics, speakers } of releases) {
    paths.add(path);
    for (const key of [date, date.slice(0, 7), date.slice(0, 4)]) paths.add(periodPath(key));
    add('offices', office);
    add('caucuses', caucus);
    add('topics', topics);
    add('speakers', speakers);
  }
  return paths;
}
