import type { Archive } from '../../archive/model.ts';
import {
  AXES,
  type Axis,
  collectionSlug,
  collectionsOf,
  isInferred,
  namesOn,
} from '../../archive/browse.ts';
import type { Release } from '../../archive/release.ts';
import { languageName } from '../../words/language-name.ts';
import type { FacetName, FacetNames } from '../catalogue.ts';
import type { ReleaseRow, TableFacet } from '../release-table.ts';

/** The axes of browsing as the search calls them. */
const FACETS: Record<Axis, TableFacet> = {
  offices: 'office',
  caucuses: 'caucus',
  topics: 'topic',
  speakers: 'speaker',
  bills: 'bill',
};

/** The names of all values that releases can be filtered by, in a fixed order. */
export function facetNames(archive: Archive): FacetNames {
  const names = AXES.map((axis) => [
    FACETS[axis],
    collectionsOf(archive, axis).map((collection): FacetName => {
      const { slug, name } = collection;
      if (isInferred(collection)) return [slug, name, null, 1];
      const member = axis === 'offices' ? memberOf(archive, slug, name) : undefined;
      return member === undefined ? [slug, name] : [slug, name, member];
    }),
  ]);
  return {
    ...(Object.fromEntries(names) as Omit<FacetNames, 'language'>),
    language: languageNames(archive),
  };
}

/** The member of an office; one that no file describes is mostly called by its member. */
function memberOf({ offices }: Archive, slug: string, name: string): string | undefined {
  const office = offices.get(slug);
  return office === undefined ? name : office.member;
}

/** Languages by their tags in lower case, with their names in the language of the site. */
function languageNames({ site, releases }: Archive): FacetName[] {
  const tags = new Set(releases.map(({ language = site.language }) => language));
  return [...tags].sort().map((tag) => [tag.toLowerCase(), languageName(tag, site.language)]);
}

/** Makes the function that writes a release as a row of the table. */
export function rowMaker({ site }: Archive, names: FacetNames) {
  const places = Object.fromEntries(
    Object.entries(names).map(([facet, list]) => [
      facet,
      new Map(list.map(([slug], place) => [slug, place])),
    ]),
  ) as Record<TableFacet, Map<string, number>>;
  const find = (facet: TableFacet, slugs: readonly string[]) =>
    slugs.map((slug) => places[facet].get(slug)).filter((place) => place !== undefined);
  return (release: Release): ReleaseRow => {
    const values = AXES.map((axis) => {
      const slugs = namesOn(axis, release).map((name) => collectionSlug(axis, name));
      return [FACETS[axis], find(FACETS[axis], slugs)];
    });
    const language = find('language', [(release.language ?? site.language).toLowerCase()]);
    return {
      day: release.date,
      values: { ...(Object.fromEntries(values) as ReleaseRow['values']), language },
    };
  };
}
