import { type Day, monthOf } from '../../archive/day.ts';
import { byKey } from '../by-key.ts';
import type { NumberLists } from '../release-table.ts';
import { FACETS, type Facet } from './query-state.ts';
import type { ReleaseRows } from './release-rows.ts';
import { inSlices } from './slices.ts';

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

/** Narrows nothing. */
export const NOTHING: Narrowing = {
  facets: { office: [], caucus: [], topic: [], speaker: [], year: [], language: [] },
  from: '',
  to: '',
  typed: { from: '', to: '' },
};

/** How many releases have each value of each facet, by the places of the values in its names. */
export type Counts = Record<Facet, Uint32Array>;

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

/** A facet while its values are counted. */
interface Column {
  lists: NumberLists;
  counts: Uint32Array;
  /** For each value whether it is chosen; undefined if none is, which leaves every release. */
  chosen: Uint8Array | undefined;
}

/**
 * Narrows some releases, and counts what each value of a facet would leave: with the other facets as
 * they are, but without this facet's own choice, which must not hide its other values. Likewise the
 * months are counted without the choice of days.
 * @param some the releases, by their places in the table; one that the table does not have stays
 * where nothing is narrowed, and counts nowhere.
 * @returns for each of them 1 if it stays, and the counts.
 * @throws the reason of the signal, once nobody waits for them any more.
 */
export async function narrow(
  { days, dayOf, values, names }: Pick<ReleaseRows, 'days' | 'dayOf' | 'values' | 'names'>,
  some: Int32Array,
  narrowing: Narrowing,
  signal?: AbortSignal,
): Promise<Tally & { stays: Uint8Array }> {
  const counts = byKey(FACETS, (facet) => new Uint32Array(names[facet].length));
  const columns = FACETS.map((facet): Column => {
    const wanted = narrowing.facets[facet];
    const chosen = Uint8Array.from(names[facet], ([slug]) => Number(wanted.includes(slug)));
    const isOpen = wanted.length === 0;
    return { lists: values[facet], counts: counts[facet], chosen: isOpen ? undefined : chosen };
  });
  const isTyped = days.map((day) => isWithin(day, narrowing.typed));
  const isChosen = days.map((day) => isWithin(day, narrowing));
  const byDay = new Uint32Array(days.length);
  const stays = new Uint8Array(some.length);

  const count = (n: number) => {
    const row = some[n] ?? -1;
    const day = dayOf[row];
    if (day === undefined) stays[n] = Number(!isNarrow(narrowing));
    if (day === undefined || !isTyped[day]) return;
    let failed: Column | undefined; // the last facet by whose choice the release would go
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
      stays[n] = 1;
      for (const column of columns) countValues(row, column);
    }
  };
  await inSlices(some.length, count, signal);
  return { stays, counts, months: monthsOf(days, byDay) };
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
