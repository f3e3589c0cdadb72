import { AXES } from '../../archive/browse.ts';
import { paginate } from '../../archive/paginate.ts';
import type { Release } from '../../archive/release.ts';
import { latest } from '../instant.ts';
import type { Publication } from '../publication.ts';
import type { SitemapEntry } from './xml-list.ts';

/** A list of releases that has pages. */
export interface ReleaseList {
  path: string;
  releases: readonly Release[];
}

/** Pages of the site that no release brings about, and of which no day of change is known. */
const FIXED = ['/about/', '/data/', '/feeds/'];

/**
 * Every page that web searches may find, with the true day of its last change: of a list that of the
 * releases in it. Searches, and addresses that lead on, are left out.
 * @param lists all there are but that of all releases.
 */
export function pageEntries(
  { archive, addressOf, modifiedOn }: Publication,
  lists: readonly ReleaseList[],
): SitemapEntry[] {
  const { releases } = archive;
  const entry = (path: string, lastmod?: string): SitemapEntry => ({
    loc: addressOf(path),
    lastmod,
  });
  const whole = latest(releases.map(modifiedOn));
  return [
    entry('/', whole),
    ...FIXED.map((path) => entry(path)),
    ...AXES.map((axis) => entry(`/${axis}/`, whole)),
    ...[{ path: '/releases/', releases }, ...lists].flatMap((list) => {
      const lastmod = latest(list.releases.map(modifiedOn));
      return paginate(list.releases, list.path).map(({ path }) => entry(path, lastmod));
    }),
    ...releases.map((release) => entry(release.path, modifiedOn(release))),
  ];
}
