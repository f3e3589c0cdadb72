import { billSlug } from '../../archive/bill.ts';
import { type Day, isDay } from '../../archive/day.ts';
import { nearest } from '../../archive/nearest.ts';
import { slugify } from '../../archive/slug.ts';
import { fill } from '../../words/words.ts';
import { presentName } from './present-name.ts';
import { words } from './search-words.ts';

/** Operators for what a release has: `office:ash-kalra`, `year:2017`. */
export const FACET_OPERATORS = [
  'office',
  'caucus',
  'topic',
  'speaker',
  'bill',
  'language',
  'year',
] as const;
export type FacetOperator = (typeof FACET_OPERATORS)[number];

/** All operators; `before:` and `after:` take a year, a month or a day. */
export const OPERATORS = [...FACET_OPERATORS, 'before', 'after'] as const;
export type Operator = (typeof OPERATORS)[number];

const PERIOD = /^\d{4}(?:-\d{2}){0,2}$/;

/**
 * Resolves what was typed before and after a colon.
 * @returns the operator and its value: a slug, a year, or `2017`, `2017-11`, `2017-11-22`; else the
 * reason why they are none, which can end a sentence. Which slugs there are is not known here.
 */
export function resolveOperator(
  name: string,
  value: string,
): { operator: Operator; value: string } | { reason: string } {
  const operator = OPERATORS.find((known) => known === name.toLowerCase());
  if (operator === undefined) {
    const near = nearest(name, OPERATORS);
    const values = { name: name.toLowerCase(), near: near ?? '' };
    return {
      reason: fill(near === undefined ? words.noOperator : words.noOperatorButNear, values),
    };
  }
  if (operator === 'before' || operator === 'after') return resolvePeriod(operator, value);
  if (operator === 'year') {
    const year = withoutEnd(value);
    if (/^\d{4}$/.test(year)) return { operator, value: year };
    return { reason: words.noYear };
  }
  const slug = operator === 'bill' ? billSlug(value) : slugify(value);
  if (slug === '') return { reason: fill(words.noName, { operator }) };
  return { operator, value: presentName(operator, slug) };
}

function resolvePeriod(operator: 'before' | 'after', value: string) {
  const period = withoutEnd(value);
  if (!PERIOD.test(period)) {
    return { reason: fill(words.noDate, { operator }) };
  }
  const bound = operator === 'before' ? lastDayBefore(period) : firstDayAfter(period);
  return bound === '' ? { reason: words.noDay } : { operator, value: period };
}

/** A date without the comma or full stop after it. */
const withoutEnd = (value: string) => value.replace(/(?<!\p{P})\p{P}+$/u, '');

/**
 * The day before a year, a month or a day begins: `2017-12-31` for `2018`.
 * @returns '' if the calendar has no such day.
 */
export function lastDayBefore(period: string): Day | '' {
  const first = firstDayOf(period);
  return isDay(first) ? dayFrom(first, -1) : '';
}

/**
 * The day after a year, a month or a day has ended: `2018-01-01` for `2017`.
 * @returns '' if the calendar has no such day.
 */
export function firstDayAfter(period: string): Day | '' {
  const first = firstDayOf(period);
  if (!isDay(first)) return '';
  if (period.length === 4) return dayFrom(`${period}-12-31`, 1);
  if (period.length === 10) return dayFrom(period, 1);
  const inNextMonth = dayFrom(first, 31); // no month is longer, and none shorter than 28 days
  return inNextMonth && `${inNextMonth.slice(0, 7)}-01`;
}

/** `2017-01-01` for `2017`; the calendar may not have it. */
export const firstDayOf = (period: string): string => `${period}-01-01`.slice(0, 10);

/** The last day of a year, a month or a day; '' if the calendar has no such day. */
export function lastDayOfPeriod(period: string): Day | '' {
  const next = firstDayAfter(period);
  if (next !== '') return dayFrom(next, -1);
  return period.startsWith('9999') && isDay(firstDayOf(period)) ? '9999-12-31' : '';
}

/** The day so many days from another; '' outside of the years 1 to 9999, which a day can be in. */
function dayFrom(day: Day, days: number): Day | '' {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  const moved = date.toISOString().slice(0, 10);
  return isDay(moved) ? moved : '';
}
