import { displayName, timeline } from '../archive/browse.ts';
import { yearOf } from '../archive/day.ts';
import type { Archive } from '../archive/model.ts';
import { countOverTime, type OverTime } from '../archive/over-time.ts';
import type { Release } from '../archive/release.ts';

/** How many releases there are by year and office; offices by their names. */
export interface OfficesByYear extends OverTime<string> {
  /** All between the first and the last, oldest first. */
  years: string[];
}

/** @returns undefined where a table would have a single cell. */
export function officesByYear(
  archive: Archive,
  releases: readonly Release[],
): OfficesByYear | undefined {
  const years = timeline(releases).map(({ year }) => year);
  const place = new Map(years.map((year, n) => [year, n]));
  const counted = countOverTime(
    releases.map(({ date, office }) => ({ time: place.get(yearOf(date)) ?? -1, offices: office })),
    years.length,
  );
  if (years.length < 2 && counted.offices.length < 2) return undefined;
  const offices = counted.offices.map(({ office, counts }) => ({
    office: displayName(archive, 'offices', office),
    counts,
  }));
  return { ...counted, offices, years };
}
