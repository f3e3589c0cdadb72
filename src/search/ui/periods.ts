import { type Day, formatMonth, formatShortMonth, monthOf, yearOf } from '../../archive/day.ts';
import type { DayRange, SearchFilter, Tally } from './filter-releases.ts';
import { firstDayAfter, lastDayBefore } from './query-operators.ts';
import { fill } from '../../words/words.ts';
import { words } from './search-words.ts';

/** More bars than these are too many to distinguish: then there is one a decade. */
const MAX_YEARS = 60;

/** The time of a bar. */
export interface HistogramPeriod extends DayRange {
  /** As in `2006`, `November 2006`, `1990s`. */
  name: string;
  /** What fits below a bar. */
  label: string;
}

/**
 * The times by which a search is shown: the months of the year that it is filtered by, else the years
 * of the archive, or its decades if there are many years.
 * @param span the first and the last day of the archive.
 */
export function periodsOf(
  span: DayRange,
  filter: Pick<SearchFilter, 'facets' | 'from' | 'to'>,
  language: string,
): HistogramPeriod[] {
  const year = onlyYear(filter);
  if (year !== undefined) return monthsOf(year, language);
  const [first, last] = [Number(yearOf(span.from)), Number(yearOf(span.to))];
  if (last - first < MAX_YEARS) return yearsFrom(first, last);
  const decade = onlyDecade(filter);
  if (decade !== undefined) return yearsFrom(decade, decade + 9);
  return range(first - (first % 10), last, 10).map((start) => {
    const name = fill(words.decade, { year: String(start) });
    return {
      name,
      label: name,
      from: `${fourDigits(start)}-01-01`,
      to: `${fourDigits(start + 9)}-12-31`,
    };
  });
}

/** How many releases there are in a time that begins and ends with a month. */
export function countIn({ from, to }: DayRange, months: Tally['months']): number {
  const [first, last] = [monthOf(from), monthOf(to)];
  return Object.entries(months)
    .filter(([month]) => month >= first && month <= last)
    .reduce((sum, [, count]) => sum + count, 0);
}

/** The year that a search is filtered by, if it is one. */
function onlyYear({ facets, from, to }: Pick<SearchFilter, 'facets' | 'from' | 'to'>) {
  const [year, ...others] = facets.year;
  if (year !== undefined && others.length === 0 && /^\d{4}$/.test(year)) return year;
  return from !== '' && to !== '' && yearOf(from) === yearOf(to) ? yearOf(from) : undefined;
}

function onlyDecade({ from, to }: DayRange): number | undefined {
  const isOne = from !== '' && to !== '' && from.slice(0, 3) === to.slice(0, 3);
  return isOne ? Number(from.slice(0, 3)) * 10 : undefined;
}

const yearsFrom = (first: number, last: number): HistogramPeriod[] =>
  range(first, last, 1).map((year) => {
    const name = fourDigits(year);
    return { name, label: name, from: `${name}-01-01`, to: `${name}-12-31` };
  });

const monthsOf = (year: string, language: string): HistogramPeriod[] =>
  range(1, 12, 1).map((number) => {
    const month = `${year}-${String(number).padStart(2, '0')}`;
    return {
      name: formatMonth(month, language),
      label: formatShortMonth(month, language),
      from: `${month}-01`,
      to: lastDayOf(month),
    };
  });

function lastDayOf(month: string): Day {
  const next = firstDayAfter(month);
  return next === '' ? `${month}-31` : lastDayBefore(next); // December 9999 has no next month
}

const fourDigits = (year: number) => String(year).padStart(4, '0');

const range = (first: number, last: number, step: number): number[] =>
  Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, n) => first + n * step);
