import { yearOf } from '../../archive/day.ts';
import type { FacetNames } from '../catalogue.ts';
import type { ReleaseRow } from '../release-table.ts';
import { FACETS, type Facet } from './query-state.ts';

/** What a search is narrowed to. Values of one facet widen it, facets and days together narrow it. */
export interface Narrowing {
  facets: Record<Facet, readonly string[]>;
  /** The first and the last day; empty for none. */
  from: string;
  to: string;
}

/** How many releases have each value of each facet. */
export type Counts = Record<Facet, Record<string, number>>;

/** Whether there is anything to narrow by. */
export function isNarrow({ facets, from, to }: Narrowing): boolean {
  return from !== '' || to !== '' || FACETS.some((facet) => facets[facet].length > 0);
}

/** What a release has of a facet: slugs, or the year. */
export function valuesOf(row: ReleaseRow, facet: Facet, names: FacetNames): string[] {
  if (facet === 'year') return [yearOf(row.day)];
  return row.values[facet].map((place) => names[facet][place]?.[0] ?? '');
}

/**
 * Narrows some releases, and counts what each value of a facet would leave: with the other facets as
 * they are, but without this facet's own choice, which must not hide its other values.
 * @returns for each row whether it stays, and the counts.
 */
export function narrow(
  rows: readonly ReleaseRow[],
  { facets, from, to }: Narrowing,
  names: FacetNames,
): { stays: boolean[]; counts: Counts } {
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, {}])) as Counts;
  const chosen = FACETS.map((facet) => new Set(facets[facet]));
  const stays = rows.map((row) => {
    if (row.day < from || (to !== '' && row.day > to)) return false;
    const values = FACETS.map((facet) => valuesOf(row, facet, names));
    const failed = FACETS.filter((_, n) => {
      const wanted = chosen[n];
      return wanted && wanted.size > 0 && !values[n]?.some((value) => wanted.has(value));
    });
    for (const [n, facet] of FACETS.entries()) {
      if (failed.some((other) => other !== facet)) continue;
      const count = counts[facet];
      for (const value of values[n] ?? []) count[value] = (count[value] ?? 0) + 1;
    }
    return failed.length === 0;
  });
  return { stays, counts };
}
