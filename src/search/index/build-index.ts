import type { Archive } from '../../archive/model.ts';
import { FORMAT_VERSION } from '../pagefind-format/index.ts';
import type { BuiltIndex, IndexOptions } from './index-options.ts';
import { installedPagefind } from './run-pagefind.ts';
import { indexInShards } from './sharded-index.ts';
import type { ShardSizes } from './shards.ts';
import { writeCatalogue } from './write-catalogue.ts';

/**
 * Pagefind holds all that it indexes in memory, and more while it writes: a quarter of a megabyte a
 * release, 300 MB for a shard. The newest shard is what a new release costs.
 */
export const SHARD_SIZES: ShardSizes = { max: 1_250, newest: 500 };

/**
 * Writes the search index: the words of each release, the chunks of the word index, a table of releases,
 * frequent words for spelling, and `catalogue.json`, which names these files. Pagefind indexes shards, which
 * are then joined.
 * @throws {Error} with Pagefind's own words if it can't index a release; where another version of it is
 * installed than the one whose files are known.
 */
export async function buildIndex(archive: Archive, options: IndexOptions): Promise<BuiltIndex> {
  const { pagefindVersion = installedPagefind(), shardSizes = SHARD_SIZES } = options;
  if (pagefindVersion !== FORMAT_VERSION) throw new Error(otherVersion(pagefindVersion));
  const sharded = { ...options, pagefindVersion, shardSizes };
  const { joined, reused, shardCount, cachedShards } = await indexInShards(archive, sharded);
  await writeCatalogue(archive, joined, options.folder);
  return { shards: shardCount, cachedShards, reused };
}

const otherVersion = (version: string) =>
  `Pagefind ${version} is installed, but the files of ${FORMAT_VERSION} alone are known. ` +
  `Set "pagefind": "${FORMAT_VERSION}" in package.json, or follow src/search/pagefind-format/README.md.`;
