import { type Day, monthOf, yearOf } from '../../archive/day.ts';
import type { Release } from '../../archive/release.ts';

/** Releases that are indexed together. */
export interface Shard {
  /**
   * `2017`, `2004-2006` where several years are together, `2007-01-2007-06` for whole months,
   * `2007-01-01-2007-01-12` for whole days.
   */
  name: string;
  releases: Release[];
}

export interface ShardSizes {
  /** The most releases of a shard; a few more where a day would be split. */
  max: number;
  /** The most of the newest shard, which is made again for each new release; or else a single day. */
  newest: number;
}

/**
 * Cuts an archive into shards, so that the indexer's memory depends on the shard and not on the
 * archive. A small archive is a single shard. In a larger one the newest months are small shards, so that
 * a new release costs little. The rest is cut from its oldest release on, where a new release changes nothing:
 * into years, into months if a year is too large, and into days if a month is.
 * @param releases newest first; so are the shards.
 */
export function cutIntoShards(releases: readonly Release[], { max, newest }: ShardSizes): Shard[] {
  if (releases.length === 0) return [];
  if (releases.length <= max) return [{ name: yearsOf(releases), releases: [...releases] }];
  const recent: Release[] = [];
  for (const month of Map.groupBy(releases, ({ date }) => monthOf(date)).values()) {
    if (recent.length > 0 && recent.length + month.length > newest) break;
    recent.push(...month);
  }
  const shards: Shard[] = [];
  let isOpen = false; // whether the last shard may take another year
  const before = releases.slice(recent.length).toReversed();
  for (const ofYear of Map.groupBy(before, ({ date }) => yearOf(date)).values()) {
    const last = shards.at(-1);
    const year = ofYear.toReversed();
    if (year.length > max) {
      const groups = cutEvenly(year, max, monthOf).flatMap((group) =>
        group.length > max ? cutEvenly(group, max, dayOf).map(ofDays) : ofMonths(group),
      );
      shards.push(...groups.toReversed());
      isOpen = false;
    } else if (last && isOpen && last.releases.length + year.length <= max) {
      last.releases.unshift(...year);
      last.name = yearsOf(last.releases);
    } else {
      shards.push({ name: yearsOf(year), releases: year });
      isOpen = true;
    }
  }
  const newestShards =
    recent.length > newest ? cutMonth(recent, newest).map(ofDays) : [ofMonths(recent)];
  return [...newestShards, ...shards.toReversed()];
}

/** Cuts releases into groups of whole months or days that are about equally large; the newest first. */
function cutEvenly(
  releases: readonly Release[],
  max: number,
  unitOf: (day: Day) => string,
): Release[][] {
  const size = releases.length / Math.ceil(releases.length / max);
  const groups: Release[][] = [];
  let taken = 0;
  for (const some of Map.groupBy(releases, ({ date }) => unitOf(date)).values()) {
    // A month or day goes where its middle falls.
    const place = Math.floor((taken + some.length / 2) / size);
    taken += some.length;
    const group = groups.at(-1);
    if (group && place < groups.length) group.push(...some);
    else groups.push(some);
  }
  return groups;
}

/** Cuts the present month from its first day on, so that a new release changes only the last group. */
function cutMonth(releases: readonly Release[], max: number): Release[][] {
  const groups: Release[][] = [];
  for (const ofDay of Map.groupBy(releases.toReversed(), ({ date }) => date).values()) {
    const group = groups.at(-1);
    if (group && group.length + ofDay.length <= max) group.push(...ofDay);
    else groups.push(ofDay);
  }
  return groups.toReversed().map((group) => group.toReversed());
}

const dayOf = (day: Day) => day;
const newestOf = (releases: readonly Release[]) => releases[0]?.date ?? '';
const oldestOf = (releases: readonly Release[]) => releases.at(-1)?.date ?? '';

function yearsOf(releases: readonly Release[]): string {
  const [first, last] = [yearOf(oldestOf(releases)), yearOf(newestOf(releases))];
  return first === last ? first : `${first}-${last}`;
}

function ofMonths(releases: Release[]): Shard {
  return { name: `${monthOf(oldestOf(releases))}-${monthOf(newestOf(releases))}`, releases };
}

function ofDays(releases: Release[]): Shard {
  return { name: `${oldestOf(releases)}-${newestOf(releases)}`, releases };
}
