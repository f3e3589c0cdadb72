import type { Day } from './day.ts';
import type { RecordedChange } from './ledger/entry.ts';
import type { Release } from './release.ts';

/** What is known of when a release was altered. */
export interface KnownAlterations {
  /** Recorded changes of its statements. */
  changes: readonly RecordedChange[];
  /** The days of the commits of its file, oldest first: the first brought it in. */
  committedOn: readonly Day[];
  /** The present day, if its words differ from the recorded ones. */
  changedToday: Day | undefined;
}

/** Whether all of a period, as in `2017`, `2017-11` or `2017-11-22`, is before the day. */
export const isBefore = (period: string, day: Day): boolean => period < day.slice(0, period.length);

/**
 * The first day on which a release was altered that had to stay as it was: the law on access exempts archived web
 * content only if it is “not altered or updated after the date of archiving” (28 CFR 35.104). The day itself counts.
 * @param before releases issued before that day count as archived.
 */
export function alteredSince(
  before: Day,
  { corrections = [], withdrawn }: Pick<Release, 'corrections' | 'withdrawn'>,
  { changes, committedOn, changedToday = '' }: KnownAlterations,
): Day | undefined {
  const days = [
    ...corrections.map(({ date }) => date),
    withdrawn?.date ?? '',
    ...changes.map(({ on }) => on),
    ...committedOn.slice(1),
    changedToday,
  ];
  return days.filter((day) => day >= before).sort()[0];
}
