import { monthOf, yearOf } from '../../archive/day.ts';
import type { Release } from '../../archive/release.ts';

/** Releases that are indexed together. */
export interface Shard {
  /** `2017`, `2004-2006` where several years are together, `2007-01-2007-06` for whole months. */
  name: string;
  releases: Release[];
}

export interface ShardSizes {
  /** The most releases of a shard; one cut between months may have some more, where months are large. */
  most: number;
  /** The most of the newest shard, which is made anew for each new release. */
  newest: number;
}

/**
 * Cuts an archive into shards, so that the indexer's memory depends on the shard and not on the
 * archive. One that is small is a single shard. Of a larger one the newest months are a small shard, so
 * that a new release costs little; what lies before is cut from the oldest on, into whole years or,
 * where a year alone is too large, whole months: there a new release changes nothing.
 * @param releases newest first; so are the shards.
 */
export function cutIntoShards(releases: readonly Release[], { most, newest }: ShardSizes): Shard[] {
  if (releases.length === 0) return [];
  if (releases.length <= most) return [{ name: yearsOf(releases), releases: [...releases] }];
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
    if (year.length > most) {
      shards.push(...cutYear(year, most).toReversed());
      isOpen = false;
    } else if (last && isOpen && last.releases.length + year.length <= most) {
      last.releases.unshift(...year);
      last.name = yearsOf(last.releases);
    } else {
      shards.push({ name: yearsOf(year), releases: year });
      isOpen = true;
    }
  }
  return [{ name: monthsOf(recent), releases: recent }, ...shards.toReversed()];
}

/** Cuts a year into parts of whole months that are about equally large; the newest first. */
function cutYear(releases: readonly Release[], most: number): Shard[] {
  const size = releases.length / Math.ceil(releases.length / most);
  const parts: Release[][] = [];
  let taken = 0;
  for (const month of Map.groupBy(releases, ({ date }) => monthOf(date)).values()) {
    // A month goes where its middle falls.
    const place = Math.floor((taken + month.length / 2) / size);
    taken += month.length;
    const part = parts.at(-1);
    if (part && place < parts.length) part.push(...month);
    else parts.push(month);
  }
  return parts.map((part) => ({ name: monthsOf(part), releases: part }));
}

const dayOf = (release: Release | undefined) => release?.date ?? '';

function yearsOf(releases: readonly Release[]): string {
  const [first, last] = [yearOf(dayOf(releases.at(-1))), yearOf(dayOf(releases[0]))];
  return first === last ? first : `${first}-${last}`;
}

const monthsOf = (releases: readonly Release[]) =>
  `${monthOf(dayOf(releases.at(-1)))}-${monthOf(dayOf(releases[0]))}`;
