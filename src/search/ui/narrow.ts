import { type Day, monthOf, yearOf } from '../../archive/day.ts';
import type { FacetNames } from '../catalogue.ts';
import type { ReleaseRow } from '../release-table.ts';
import { FACETS, type Facet } from './query-state.ts';

/** The first and the last day, both within; empty for none. */
export interface DayRange {
  from: Day | '';
  to: Day | '';
}

/** What a search is narrowed to. Values of one facet widen it, facets and days together narrow it. */
export interface Narrowing extends DayRange {
  facets: Record<Facet, readonly string[]>;
  /** The days that the words typed allow (`before:2018`): another choice of days keeps to them. */
  typed: DayRange;
}

/** How many releases have each value of each facet. */
export type Counts = Record<Facet, Record<string, number>>;

/** What other choices would leave of a search. */
export interface Tally {
  counts: Counts;
  /** How many releases of each month, `2017-11`, there are with other days chosen, or none. */
  months: Record<string, number>;
}

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
 * they are, but without this facet's own choice, which must not hide its other values. Likewise the
 * months are counted without the choice of days.
 * @returns for each row whether it stays, and the counts.
 */
export function narrow(
  rows: readonly ReleaseRow[],
  { facets, typed, ...days }: Narrowing,
  names: FacetNames,
): Tally & { stays: boolean[] } {
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, {}])) as Counts;
  const months: Tally['months'] = {};
  const chosen = FACETS.map((facet) => new Set(facets[facet]));
  const stays = rows.map((row) => {
    if (!isWithin(row.day, typed)) return false;
    const values = FACETS.map((facet) => valuesOf(row, facet, names));
    const failed = FACETS.filter((_, n) => {
      const wanted = chosen[n];
      return wanted && wanted.size > 0 && !values[n]?.some((value) => wanted.has(value));
    });
    if (failed.length === 0) add(months, monthOf(row.day));
    if (!isWithin(row.day, days)) return false;
    for (const [n, facet] of FACETS.entries()) {
      if (failed.some((other) => other !== facet)) continue;
      for (const value of values[n] ?? []) add(counts[facet], value);
    }
    return failed.length === 0;
  });
  return { stays, counts, months };
}

const isWithin = (day: Day, { from, to }: DayRange) => day >= from && (to === '' || day <= to);

function add(counts: Record<string, number>, key: string) {
  counts[key] = (counts[key] ?? 0) + 1;
}
