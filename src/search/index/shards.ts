import { monthOf, yearOf } from '../../archive/day.ts';
import type { Release } from '../../archive/release.ts';

/** Releases that are indexed together. */
export interface Shard {
  /** `2017`, `2004-2006` where several years are together, `2007-01-2007-06` for part of a large one. */
  name: string;
  releases: Release[];
}

/**
 * Cuts an archive into shards of whole years, so that a new release touches only the newest, and the
 * indexer's memory depends on the shard and not on the archive. A year that is too large alone is cut
 * between months.
 * @param releases newest first; so are the shards.
 * @param most releases of a shard; one cut between months may have some more, where months are large.
 */
export function cutIntoShards(releases: readonly Release[], most: number): Shard[] {
  const shards: Shard[] = [];
  let isOpen = false; // whether the last shard may take another year
  for (const [year, ofYear] of Map.groupBy(releases, ({ date }) => yearOf(date))) {
    const last = shards.at(-1);
    if (ofYear.length > most) {
      shards.push(...cutYear(ofYear, most));
      isOpen = false;
    } else if (last && isOpen && last.releases.length + ofYear.length <= most) {
      last.releases.push(...ofYear);
      last.name = `${year}-${last.name.slice(-4)}`;
    } else {
      shards.push({ name: year, releases: ofYear });
      isOpen = true;
    }
  }
  return shards;
}

/** Cuts a year into parts of whole months that are about equally large. */
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
  return parts.map((part) => {
    const [first, last] = [monthOf(part.at(-1)?.date ?? ''), monthOf(part[0]?.date ?? '')];
    return { name: `${first}-${last}`, releases: part };
  });
}
