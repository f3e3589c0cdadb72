import { type Day, today } from './day.ts';
import { startOf, withOffset } from './instant.ts';
import type { Release } from './release.ts';

/** A release that is not published yet. */
export interface HeldRelease {
  id: string;
  /** From when on it is published: RFC 3339; undefined for a draft. */
  until: string | undefined;
}

/** Why a release is not published yet; undefined for one that is. */
export const heldIn = (
  { held }: { held: readonly HeldRelease[] },
  { id }: Pick<Release, 'id'>,
): HeldRelease | undefined => held.find((one) => one.id === id);

/** When a release is published, from the archive's point of view. */
export interface Clock {
  /** In milliseconds since 1970. */
  now: number;
  timezone: string;
}

/**
 * Returns a function that tells why and until when a release is held back; undefined for one that is public. An
 * embargo decides where there is one, else the beginning of the release's day; a draft waits in any case.
 */
export function heldAt({ now, timezone }: Clock) {
  const present = today(now, timezone);
  return (release: Pick<Release, 'id' | 'date' | 'embargo' | 'draft'>): HeldRelease | undefined => {
    const { id, date, embargo, draft } = release;
    if (draft) return { id, until: undefined };
    if (embargo === undefined) {
      return date > present ? { id, until: startOf(date, timezone).rfc3339 } : undefined;
    }
    const until = withOffset(embargo, timezone);
    return Date.parse(until) > now ? { id, until } : undefined;
  };
}

/** How far ahead a release may be dated: beyond it the year is taken for a slip. */
const MAX_YEARS_AHEAD = 2;

/**
 * Returns a function that tells what is wrong with the year of a day of issue, and how to mend it; undefined if
 * the year can be right.
 * @param since the first year that a release can be of.
 */
export function yearFaultAt({ now, timezone }: Clock, since: number) {
  const present = today(now, timezone);
  const thisYear = Number(present.slice(0, 4));
  const ahead = `${String(thisYear + MAX_YEARS_AHEAD).padStart(4, '0')}${present.slice(4)}`;
  return (day: Day): { message: string; hint: string } | undefined => {
    const year = Number(day.slice(0, 4));
    const isEarly = year < since;
    if (!isEarly && day <= ahead) return undefined;
    const meant = likelyYear(year, thisYear, since);
    const guess = meant === undefined ? '' : `is the year ${meant} meant? `;
    return isEarly
      ? {
          message: `is ${day}, before the year ${since}, in which the archive can begin`,
          hint: `${guess}If the release is so old, write since: ${day.slice(0, 4)} in site.yaml`,
        }
      : {
          message: `is ${day}, more than ${MAX_YEARS_AHEAD} years ahead`,
          hint: `${guess}A release that is to come out so late can be added then`,
        };
  };
}

/** The latest year up to this one that differs by a single digit, or by two that changed places. */
function likelyYear(year: number, present: number, since: number): number | undefined {
  const typed = String(year).padStart(4, '0');
  for (let meant = present; meant >= since; meant--) {
    const digits = String(meant).padStart(4, '0');
    const different = [...digits].filter((digit, n) => digit !== typed[n]).length;
    const isSwapped = different === 2 && [...digits].sort().join('') === [...typed].sort().join('');
    if (different === 1 || isSwapped) return meant;
  }
  return undefined;
}
