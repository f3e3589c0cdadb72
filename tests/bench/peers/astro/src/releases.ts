import { type CollectionEntry, getCollection } from 'astro:content';

export type Release = CollectionEntry<'releases'>;

export const PAGE_SIZE = 50;

const newestFirst = (a: Release, b: Release) => (a.id < b.id ? 1 : -1);

let all: Promise<Release[]> | undefined;

/** All releases, newest first. */
export function allReleases(): Promise<Release[]> {
  return (all ??= getCollection('releases').then((releases) => releases.sort(newestFirst)));
}

/** `{ year, month, day, slug }` of a release named as in 2017-11-22-slug. */
export function partsOf({ id }: Release) {
  return {
    year: id.slice(0, 4),
    month: id.slice(5, 7),
    day: id.slice(8, 10),
    slug: id.slice(11),
  };
}

export function pathOf(release: Release): string {
  return `/releases/${Object.values(partsOf(release)).join('/')}/`;
}

/** Releases by what `keysOf` says of them. */
export async function grouped(
  keysOf: (release: Release) => string[],
): Promise<Map<string, Release[]>> {
  const groups = new Map<string, Release[]>();
  for (const release of await allReleases()) {
    for (const key of keysOf(release)) {
      const group = groups.get(key);
      if (group) group.push(release);
      else groups.set(key, [release]);
    }
  }
  return groups;
}
