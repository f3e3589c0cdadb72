/** Former names of offices and caucuses with the present ones, by facet, as the search page has them. */
const NAMES = new Map(
  Object.entries(
    JSON.parse(
      globalThis.document?.querySelector<HTMLElement>('release-search')?.dataset['former'] ?? '{}',
    ) as Record<string, [former: string, present: string][]>,
  ).map(([facet, names]) => [facet, new Map(names)]),
);

/** The present name of an office or a caucus, by a former one or by itself. */
export const presentName = (facet: string, slug: string): string =>
  NAMES.get(facet)?.get(slug) ?? slug;
