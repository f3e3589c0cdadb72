import { type Day, monthOf } from '../../archive/day.ts';
import { byKey } from '../by-key.ts';
import type { FacetName } from '../catalogue.ts';
import type { NumberLists } from '../release-table.ts';
import { FACETS, type Facet } from './query-state.ts';
import { loopYielding } from './yield-to-browser.ts';

/** The first and the last day, both within; empty for none. */
export interface DayRange {
  from: Day | '';
  to: Day | '';
}

/** What a search is filtered by. A release must have one of the values of each facet that has any. */
export interface SearchFilter extends DayRange {
  facets: Record<Facet, readonly string[]>;
  /** The days that the words typed allow (`before:2018`): another choice of days must respect them. */
  typed: DayRange;
}

/** Leaves every release. */
export const NO_FILTER: SearchFilter = {
  facets: { office: [], caucus: [], topic: [], speaker: [], bill: [], year: [], language: [] },
  from: '',
  to: '',
  typed: { from: '', to: '' },
};

/** The columns of the table of releases that filters need. */
export interface FilterTable {
  readonly days: readonly Day[];
  /** Of each release the place of its day. */
  readonly dayOf: Uint32Array;
  /** Of each release the places of its values in the lists of names. */
  readonly values: Record<Facet, NumberLists>;
  /** The names of each facet's values. */
  readonly names: Record<Facet, readonly FacetName[]>;
}

/** How many releases have each value of each facet, by the places of the values in its names. */
type Counts = Record<Facet, Uint32Array>;

/** What other choices would leave of a search. */
export interface Tally {
  counts: Counts;
  /** How many releases of each month, `2017-11`, there are with other days chosen, or none. */
  months: Record<string, number>;
}

/** Whether it leaves out anything. */
export function hasFilter({ facets, from, to }: SearchFilter): boolean {
  return from !== '' || to !== '' || FACETS.some((facet) => facets[facet].length > 0);
}

/** A facet while its values are counted. */
interface Column {
  lists: NumberLists;
  counts: Uint32Array;
  /** For each value whether it is chosen; undefined if none is, which leaves every release. */
  chosen: Uint8Array | undefined;
}

/**
 * Filters some releases, and counts how many each value of a facet would leave: with the choices in the other
 * facets, but without those in its own, which must not hide its other values. Months are counted without the
 * chosen days for the same reason.
 * @param some the releases, as rows of the table; one without a row passes if there is no filter, and is
 * not counted.
 * @returns for each of them 1 if it passes, and the counts.
 * @throws the reason of the signal, when the search has been aborted.
 */
export async function filterReleases(
  { days, dayOf, values, names }: FilterTable,
  some: Int32Array,
  filter: SearchFilter,
  signal?: AbortSignal,
): Promise<Tally & { isLeft: Uint8Array }> {
  const counts = byKey(FACETS, (facet) => new Uint32Array(names[facet].length));
  const columns = FACETS.map((facet): Column => {
    const wanted = filter.facets[facet];
    const chosen = Uint8Array.from(names[facet], ([slug]) => Number(wanted.includes(slug)));
    const isOpen = wanted.length === 0;
    return { lists: values[facet], counts: counts[facet], chosen: isOpen ? undefined : chosen };
  });
  const isTyped = days.map((day) => isWithin(day, filter.typed));
  const isChosen = days.map((day) => isWithin(day, filter));
  const byDay = new Uint32Array(days.length);
  const isLeft = new Uint8Array(some.length);

  const count = (n: number) => {
    const row = some[n] ?? -1;
    const day = dayOf[row];
    if (day === undefined) isLeft[n] = Number(!hasFilter(filter));
    if (day === undefined || !isTyped[day]) return;
    let failed: Column | undefined; // the last facet whose choice leaves the release out
    let failures = 0;
    for (const column of columns) {
      if (fits(row, column)) continue;
      failed = column;
      failures++;
    }
    if (failures === 0) addOne(byDay, day);
    if (!isChosen[day] || failures > 1) return;
    if (failed) countValues(row, failed);
    else {
      isLeft[n] = 1;
      for (const column of columns) countValues(row, column);
    }
  };
  await loopYielding(some.length, count, signal);
  return { isLeft, counts, months: monthsOf(days, byDay) };
}

/** Whether a release has one of the values that are chosen of a facet. */
function fits(row: number, { lists: { numbers, starts }, chosen }: Column): boolean {
  if (chosen === undefined) return true;
  const end = starts[row + 1] ?? 0;
  for (let n = starts[row] ?? 0; n < end; n++) if (chosen[numbers[n] ?? 0] === 1) return true;
  return false;
}

function countValues(row: number, { lists: { numbers, starts }, counts }: Column) {
  const end = starts[row + 1] ?? 0;
  for (let n = starts[row] ?? 0; n < end; n++) addOne(counts, numbers[n] ?? 0);
}

function monthsOf(days: readonly Day[], byDay: Uint32Array): Tally['months'] {
  const months: Tally['months'] = {};
  for (const [place, count] of byDay.entries()) {
    const month = monthOf(days[place] ?? '');
    if (count > 0) months[month] = (months[month] ?? 0) + count;
  }
  return months;
}

const isWithin = (day: Day, { from, to }: DayRange) => day >= from && (to === '' || day <= to);

function addOne(counts: Uint32Array, place: number) {
  counts[place] = (counts[place] ?? 0) + 1;
}
