import { isInferredSpeaker, speakersOf } from './attributions.ts';
import { billSlug } from './bill.ts';
import type { Archive } from './model.ts';
import { type Day, yearOf } from './day.ts';
import { type Caucus, hasClosed, type Office, undescribed } from './issuer.ts';
import type { Release } from './release.ts';
import { slugify } from './slug.ts';

/** The ways to browse apart from the date. The names are those of the paths. */
export const AXES = ['offices', 'caucuses', 'topics', 'speakers', 'bills'] as const;
export type Axis = (typeof AXES)[number];

/** All releases of one office, caucus, topic, speaker or bill. */
export interface Collection {
  axis: Axis;
  slug: string;
  name: string;
  /** `/offices/ash-kalra/`, below the site's base. */
  path: string;
  /** Newest first. */
  releases: Release[];
}

/** All releases of a year, a month or a day. */
export interface Period {
  /** `2017`, `2017-11` or `2017-11-22`. */
  key: string;
  path: string;
  /** Newest first. */
  releases: Release[];
}

/** What a release has on an axis, as the names that its file gives. */
export function namesOn(axis: Axis, release: Release): readonly string[] {
  if (axis === 'offices') return release.office;
  if (axis === 'caucuses') return release.caucus ?? [];
  if (axis === 'speakers') return speakersOf(release);
  return release[axis] ?? [];
}

/** What addresses call a collection, by its slug or its name; bills by their letters without points. */
export const collectionSlug = (axis: Axis, name: string): string =>
  axis === 'bills' ? billSlug(name) : slugify(name);

/** The address of a collection, by its slug or, where no file describes it, by its name. */
export const collectionPath = (axis: Axis, name: string) =>
  `/${axis}/${collectionSlug(axis, name)}/`;

/** The name to show for what a release's file calls `name`. */
export function displayName({ offices, caucuses }: Archive, axis: Axis, name: string): string {
  if (axis !== 'offices' && axis !== 'caucuses') return name;
  return (axis === 'offices' ? offices : caucuses).get(name)?.name ?? undescribed(name).name;
}

/** The collections of an axis by name; an office or a caucus without releases has an empty one. */
export function collectionsOf(archive: Archive, axis: Axis): Collection[] {
  const bySlug = new Map<string, Collection>();
  const collection = (name: string) => {
    const slug = collectionSlug(axis, name);
    const known = bySlug.get(slug);
    if (known !== undefined) return known;
    const path = collectionPath(axis, name);
    const made = { axis, slug, name: displayName(archive, axis, name), path, releases: [] };
    bySlug.set(slug, made);
    return made;
  };
  for (const release of archive.releases) {
    for (const name of namesOn(axis, release)) collection(name).releases.push(release);
  }
  if (axis === 'offices' || axis === 'caucuses')
    archive[axis].forEach((_, slug) => collection(slug));
  // A caucus that only an office names needs a page too: the office's page links to it.
  if (axis === 'caucuses') archive.offices.forEach(({ caucuses }) => caucuses?.forEach(collection));
  // Numbers by their value, so that AB 60 is before AB 1200; names of topics as always.
  const { compare } = new Intl.Collator(archive.site.language, { numeric: axis === 'bills' });
  return [...bySlug.values()].sort((a, b) => compare(a.name, b.name) || (a.slug < b.slug ? -1 : 1));
}

/** Whether rules alone have found a speaker: no file of a release names the person. */
export const isInferred = ({ axis, slug, releases }: Collection): boolean =>
  axis === 'speakers' &&
  releases.length > 0 &&
  releases.every((release) => isInferredSpeaker(release, slug));

/** Releases by year (4 characters of the date), month (7) or day (10), newest first. */
export function periods(releases: readonly Release[], characters: 4 | 7 | 10): Period[] {
  const byKey = new Map<string, Period>();
  for (const release of releases) {
    const key = release.date.slice(0, characters);
    const known = byKey.get(key);
    if (known) known.releases.push(release);
    else byKey.set(key, { key, path: periodPath(key), releases: [release] });
  }
  return [...byKey.values()];
}

/** A period without its releases. */
export type PeriodPlace = Pick<Period, 'key' | 'path'>;

/** Where the periods have their pages. */
export const periodPlaces = (periods: readonly Period[]): PeriodPlace[] =>
  periods.map(({ key, path }) => ({ key, path }));

/** The same, and how many releases each holds. */
export const countReleases = (periods: readonly Period[]): (PeriodPlace & { count: number })[] =>
  periods.map(({ key, path, releases }) => ({ key, path, count: releases.length }));

/** `/releases/2017/11/` for `2017-11`. */
export const periodPath = (key: string) => `/releases/${key.replaceAll('-', '/')}/`;

/** What the archive knows about the office or the caucus of a collection. */
export interface CollectionFacts {
  office?: Office | undefined;
  caucus?: Caucus | undefined;
  /** Whether the office issues nothing any more. */
  hasClosed: boolean;
  /** Those of the office. */
  caucuses: { name: string; path: string }[];
}

export function collectionFacts(
  archive: Archive,
  { axis, slug }: Pick<Collection, 'axis' | 'slug'>,
  today: Day,
): CollectionFacts {
  const office = axis === 'offices' ? archive.offices.get(slug) : undefined;
  const caucus = axis === 'caucuses' ? archive.caucuses.get(slug) : undefined;
  const caucuses = (office?.caucuses ?? []).map((name) => ({
    name: displayName(archive, 'caucuses', name),
    path: collectionPath('caucuses', name),
  }));
  return { office, caucus, hasClosed: hasClosed(office ?? {}, today), caucuses };
}

/** How many releases each year holds, oldest first, years without any between them included. */
export function timeline(releases: readonly Release[]): { year: string; count: number }[] {
  const counts = new Map(periods(releases, 4).map(({ key, releases }) => [key, releases.length]));
  const years = [...counts.keys()].map(Number);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return years.length === 0
    ? []
    : Array.from({ length: last - first + 1 }, (_, n) => {
        const year = String(first + n).padStart(4, '0');
        return { year, count: counts.get(year) ?? 0 };
      });
}

/** The releases on the front page, which withdrawn ones have left. */
export const onFrontPage = (releases: readonly Release[], most: number) =>
  releases.filter(({ withdrawn }) => withdrawn === undefined).slice(0, most);

/** The years that hold releases, for a filter. */
export const years = (releases: readonly Release[]) => [
  ...new Set(releases.map(({ date }) => yearOf(date))),
];
