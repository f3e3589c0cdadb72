import { yearOf } from '../../archive/day.ts';
import type { Release } from '../../archive/release.ts';

/** Releases that are indexed together. */
export interface Shard {
  /** `2017`, or `2004-2006` where several years are together. */
  name: string;
  releases: Release[];
}

/**
 * Cuts an archive into shards of whole years, so that a new release touches only the newest, and the
 * indexer's memory depends on the shard and not on the archive.
 * @param releases newest first; so are the shards.
 * @param most a shard takes another year only while it stays below so many releases.
 */
export function cutIntoShards(releases: readonly Release[], most: number): Shard[] {
  const years = Map.groupBy(releases, ({ date }) => yearOf(date));
  const shards: Release[][] = [];
  for (const year of years.values()) {
    const shard = shards.at(-1);
    if (shard && shard.length + year.length <= most) shard.push(...year);
    else shards.push([...year]);
  }
  return shards.map((shard) => {
    const [first, last] = [yearOf(shard.at(-1)?.date ?? ''), yearOf(shard[0]?.date ?? '')];
    return { name: first === last ? first : `${first}-${last}`, releases: shard };
  });
}
