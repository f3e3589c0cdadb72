import type { Day } from './day.ts';

/** How many years a release is news. What its press contact was may then have changed: its page says from when it is. */
const YEARS = 2;

/** The day from which on a release counts as old: two years after its own, or the day after where there is none. */
export function oldFrom(date: Day): Day {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const then = new Date(0);
  then.setUTCFullYear(year + YEARS, month - 1, day);
  return then.toISOString().slice(0, 10);
}

/**
 * Whether a release is older than two years. It is the present day that counts, and not the newest release: an
 * archive to which nothing is added any more grows old too.
 */
export const isOld = (date: Day, today: Day): boolean => oldFrom(date) <= today;
