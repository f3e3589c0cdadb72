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
export const SHARD_SIZES: ShardSizes = { max: 400, newest: 250 };

/**
 * Writes the search index: the words of each release, the chunks of the word index, a table of releases,
 * frequent words for spelling, and `catalogue.json`, which names these files. Pagefind indexes shards, which
 * are then joined. With a version of it whose files are not known, shards are indexed without it: see
 * `splitShard`.
 * @throws {Error} with Pagefind's own words if it can't index a release.
 */
export async function buildIndex(archive: Archive, options: IndexOptions): Promise<BuiltIndex> {
  const { pagefindVersion = installedPagefind(), shardSizes = SHARD_SIZES, onWarning } = options;
  const isPagefindKnown = pagefindVersion === FORMAT_VERSION;
  if (!isPagefindKnown) onWarning?.(unknownVersion(pagefindVersion));
  const sharded = { ...options, pagefindVersion, isPagefindKnown, shardSizes };
  const { joined, reused, shardCount, cachedShards, unreadable } = await indexInShards(
    archive,
    sharded,
  );
  if (unreadable !== undefined) onWarning?.(unreadableFiles(unreadable));
  await writeCatalogue(archive, joined, options.folder);
  return { shards: shardCount, cachedShards, reused };
}

const SAME = 'The search index is made without it, and searches find the same.';

const unknownVersion = (version: string) =>
  `Pagefind ${version} is installed, but the files of ${FORMAT_VERSION} alone are known. ${SAME} ` +
  `To use Pagefind, set "pagefind": "${FORMAT_VERSION}" in package.json, or follow src/search/pagefind-format/README.md.`;

const unreadableFiles = (reason: string) =>
  `What Pagefind has written cannot be read (${reason}). ${SAME} To use Pagefind, install it again with npm ci.`;
