import { createHash } from 'node:crypto';
import type { Archive } from '../../archive/model.ts';
import type { Release } from '../../archive/release.ts';
import { forEachConcurrently } from '../for-each-concurrently.ts';
import type { BuiltIndex, IndexOptions } from './index-options.ts';
import { indexerDigest } from './indexer-digest.ts';
import type { JoinedIndex } from './join-index.ts';
import { headlineWords, headSources, releaseDocument } from './release-document.ts';
import { cutIntoShards, type Shard, type ShardSizes } from './shards.ts';

/** How often shards that are missing are made before the cache is given up. */
const MAX_TRIES = 4;

interface ShardedOptions extends IndexOptions {
  pagefindVersion: string;
  isPagefindKnown: boolean;
  shardSizes: ShardSizes;
}

interface ShardedIndex extends Omit<BuiltIndex, 'shards'> {
  joined: JoinedIndex;
  shardCount: number;
  /** Why files that Pagefind has written cannot be read, if so. */
  unreadable: string | undefined;
}

/**
 * Indexes an archive in shards, those that are not in the cache, and joins them.
 * @throws {Error} with Pagefind's own words if it can't index a release.
 */
export async function indexInShards(
  archive: Archive,
  options: ShardedOptions,
): Promise<ShardedIndex> {
  const { folder, existing, indexer, textOf, besides, shardSizes, isPagefindKnown } = options;
  const shards = withKeys(archive, options, oldestFirst(archive.releases, shardSizes));
  const keys = shards.map(({ key }) => key);
  const count = counterOf(archive, options);
  const made = new Set<string>();
  let unreadable: string | undefined;
  const make = async ({ key, name, releases }: KeyedShard) => {
    const documents = releases.map((release) => ({
      url: release.path,
      html: releaseDocument(archive, release, textOf(release)?.html),
      headline: headlineWords(release),
    }));
    const task = { name, key, documents, isPagefindKnown, folder };
    await count(releases.length, async (onDocument) => {
      unreadable ??= await indexer.index(task, onDocument);
    });
    made.add(key);
  };
  const queue = shards.values();
  const work = (threads: number) =>
    forEachConcurrently(threads, queue, async (shard) => {
      if (!(await indexer.has(shard.key))) await make(shard);
      else await count(shard.releases.length, () => Promise.resolve());
    });
  const first = work(indexer.concurrency);
  const help = Promise.race([first, besides]).then(() => work(indexer.more));
  await Promise.all([first, help]);
  let joined = await indexer.join({ keys, folder, existing });
  for (let tries = 1; 'missing' in joined; tries++) {
    // Damage shows when a shard is read; and the cache may have been deleted meanwhile.
    const { missing } = joined;
    if (tries === MAX_TRIES) throw new Error('CACHE_DIR loses what is written into it');
    for (const shard of shards) if (missing.includes(shard.key)) await make(shard);
    joined = await indexer.join({ keys, folder, existing });
  }
  const { reused } = joined;
  const cachedShards = shards.length - made.size;
  return { joined, reused, shardCount: shards.length, cachedShards, unreadable };
}

interface KeyedShard extends Shard {
  /** A digest of all that the shard depends on. */
  key: string;
}

function withKeys(
  archive: Archive,
  { textOf, pagefindVersion }: Pick<ShardedOptions, 'textOf' | 'pagefindVersion'>,
  shards: readonly Shard[],
): KeyedShard[] {
  const indexer = indexerDigest(pagefindVersion);
  return shards.map(({ name, releases }) => {
    const about = JSON.stringify([indexer, name]);
    const hash = createHash('sha256').update(about);
    for (const release of releases) {
      const inputs = [release.path, headSources(archive, release), textOf(release)?.digest];
      hash.update(JSON.stringify(inputs));
    }
    return { name, releases, key: hash.digest('hex') };
  });
}

/** Counts the documents of all shards together; when a shard is done, all of its documents count. */
function counterOf({ releases }: Archive, { onProgress }: Pick<IndexOptions, 'onProgress'>) {
  let done = 0;
  const total = releases.length;
  return async (documents: number, work: (onDocument: () => void) => Promise<void>) => {
    let left = documents;
    const report = (count: number) => {
      if (count === 0) return;
      left -= count;
      done = Math.min(done + count, total); // a shard that is made twice is counted once
      onProgress?.(done, total);
    };
    await work(() => report(1));
    report(left);
  };
}

/** Orders shards so that a new release is the last page of the index, and the numbers of all others do not change. */
function oldestFirst(releases: readonly Release[], sizes: ShardSizes): Shard[] {
  const shards = cutIntoShards(releases, sizes);
  if (shards.length === 0) return [{ name: '', releases: [] }]; // an index with nothing in it
  return shards.toReversed().map((shard) => ({ ...shard, releases: shard.releases.toReversed() }));
}
