import { AXES } from '../../archive/browse.ts';
import { paginate } from '../../archive/paginate.ts';
import type { Release } from '../../archive/release.ts';
import { latest } from '../../archive/instant.ts';
import type { Publication } from '../publication.ts';
import type { SitemapEntry } from './xml-list.ts';

/** A list of releases that has pages. */
export interface ReleaseList {
  path: string;
  releases: readonly Release[];
}

/** Pages that do not depend on releases; the day on which they changed is not known. */
const FIXED = ['/about/', '/collection/', '/data/', '/feeds/', '/quote/'];

/**
 * Every page that search engines may index, with the day of its last change; a list changes with the
 * releases in it. Searches and redirects are left out.
 * @param lists all lists except the one of all releases.
 */
export function pageEntries(
  { archive, addressOf, updatedOn }: Publication,
  lists: readonly ReleaseList[],
): SitemapEntry[] {
  const { releases, ownPages } = archive;
  const entry = (path: string, lastmod?: string): SitemapEntry => ({
    loc: addressOf(path),
    lastmod,
  });
  const whole = latest(releases.map(updatedOn));
  return [
    entry('/', whole),
    ...FIXED.map((path) => entry(path)),
    ...ownPages.filter(({ path }) => !FIXED.includes(path)).map(({ path }) => entry(path)),
    ...AXES.map((axis) => entry(`/${axis}/`, whole)),
    ...[{ path: '/releases/', releases }, ...lists].flatMap((list) => {
      const lastmod = latest(list.releases.map(updatedOn));
      return paginate(list.releases, list.path).map(({ path }) => entry(path, lastmod));
    }),
    ...releases.map((release) => entry(release.path, updatedOn(release))),
  ];
}
