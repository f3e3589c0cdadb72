import { byKey } from '../by-key.ts';
import { presentName } from './present-name.ts';
import type { TableFacet } from '../release-table.ts';

/** The filters that a visitor can set, in the order in which the page shows them. */
export const FACETS = ['office', 'caucus', 'topic', 'speaker', 'bill', 'year', 'language'] as const;
export type Facet = TableFacet | 'year';
export const SORTS = ['relevance', 'newest', 'oldest'] as const;
type Sort = (typeof SORTS)[number];

/** Everything that a search depends on, which is what the address of the search page has. */
export interface QueryState {
  q: string;
  /** A release must have one of the values of each facet that has any. */
  facets: Record<Facet, string[]>;
  /** The first and the last day, `YYYY-MM-DD`; empty for none. */
  from: string;
  to: string;
  sort: Sort;
  /** Whether the names of offices are words as any others, and their releases do not come first. */
  asWords: boolean;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the state from the query of an address; what makes no sense is ignored. */
export function readState(query: URLSearchParams): QueryState {
  const valuesOf = (facet: Facet) =>
    query
      .getAll(facet)
      .filter(Boolean)
      .map((value) => presentName(facet, value));
  const facets = byKey(FACETS, (facet) => [...new Set(valuesOf(facet))].sort());
  const day = (name: string) => {
    const value = query.get(name) ?? '';
    return DAY.test(value) ? value : '';
  };
  const sort = SORTS.find((known) => known === query.get('sort')) ?? 'relevance';
  const asWords = query.get('names') === 'words';
  return {
    q: (query.get('q') ?? '').trim(),
    facets,
    from: day('from'),
    to: day('to'),
    sort,
    asWords,
  };
}

/** The state in the address of the page. */
export const stateOfAddress = (): QueryState => readState(new URLSearchParams(location.search));

/** The query string for a state, without defaults; equal states have equal texts. */
export function writeState({ q, facets, from, to, sort, asWords }: QueryState): string {
  const query = new URLSearchParams();
  if (q !== '') query.set('q', q);
  for (const facet of FACETS) for (const value of facets[facet]) query.append(facet, value);
  if (from !== '') query.set('from', from);
  if (to !== '') query.set('to', to);
  if (sort !== 'relevance') query.set('sort', sort);
  if (asWords) query.set('names', 'words');
  return query.toString();
}

/** Whether there is anything to search for. */
export function isEmpty({ q, facets, from, to }: QueryState): boolean {
  return (
    q === '' && from === '' && to === '' && FACETS.every((facet) => facets[facet].length === 0)
  );
}
