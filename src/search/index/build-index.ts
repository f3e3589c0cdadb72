import type { Archive } from '../../archive/model.ts';
import { FORMAT_VERSION } from '../pagefind-format/index.ts';
import type { BuiltIndex, IndexOptions } from './index-options.ts';
import { installedPagefind } from './run-pagefind.ts';
import { indexInShards } from './sharded-index.ts';
import type { ShardSizes } from './shards.ts';
import { indexWhole } from './whole-index.ts';
import { writeCatalogue } from './write-catalogue.ts';

/**
 * Pagefind holds all that it indexes in memory, and more while it writes: a quarter of a megabyte a
 * release, 300 MB for a shard. The newest shard is what a new release costs.
 */
export const SHARD_SIZES: ShardSizes = { max: 1_250, newest: 500 };
const MEGABYTES_PER_RELEASE = 0.25;

/**
 * Writes the search index: Pagefind's files, a table of releases, the words of all of them, and
 * `catalogue.json`, which names these files. Pagefind indexes shards, which are then joined; where the
 * files of its version are unknown, it indexes all releases at once.
 * @throws {Error} with Pagefind's own words if it can't index a release.
 */
export async function buildIndex(archive: Archive, options: IndexOptions): Promise<BuiltIndex> {
  const { pagefindVersion = installedPagefind(), shardSizes = SHARD_SIZES, onWarning } = options;
  const count = archive.releases.length;
  if (canJoinShards(pagefindVersion)) {
    const sharded = { ...options, pagefindVersion, shardSizes };
    const { ids, vocabulary, common, ...built } = await indexInShards(archive, sharded);
    await writeCatalogue(archive, { ids, vocabulary, common }, options.folder);
    return built;
  }
  if (count > shardSizes.max) onWarning?.(memoryWarning(pagefindVersion, count));
  const words = await indexWhole(archive, options);
  await writeCatalogue(archive, { ids: undefined, ...words }, options.folder);
  return { shards: 1, cachedShards: 0, reused: [] };
}

/** Whether the files that a version of Pagefind writes are known, and so can be joined. */
export const canJoinShards = (pagefindVersion = installedPagefind()) =>
  pagefindVersion === FORMAT_VERSION;

function memoryWarning(version: string, releases: number): string {
  const gigabytes = Math.max(0.1, (releases * MEGABYTES_PER_RELEASE) / 1_000).toFixed(1);
  return (
    `Pagefind ${version} indexes all ${releases.toLocaleString('en')} releases at once, which needs about ${gigabytes} GB of memory. ` +
    `Only with Pagefind ${FORMAT_VERSION} can the index be made in smaller pieces. The site is the same for its visitors.`
  );
}
