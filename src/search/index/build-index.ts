import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Archive } from '../../archive/model.ts';
import type { Release } from '../../archive/release.ts';
import type { SearchCatalogue } from '../catalogue.ts';
import { forEachConcurrently } from '../for-each-concurrently.ts';
import { encodeTable } from '../release-table.ts';
import { encodeVocabulary } from '../vocabulary.ts';
import { facetNames, rowMaker } from './facets.ts';
import { indexShard, NOTES, type ShardStore, type ShardTask } from './index-shard.ts';
import { indexerDigest } from './indexer-digest.ts';
import { type JoinedIndex, joinIndex, type JoinTask } from './join-index.ts';
import { documentHead, releaseDocument } from './release-document.ts';
import { installedPagefind } from './run-pagefind.ts';
import { cutIntoShards, type Shard, type ShardSizes } from './shards.ts';

/**
 * Pagefind holds all that it indexes in memory, and more while it writes: a quarter of a megabyte a
 * release, 300 MB for a shard. The newest shard is what a new release costs.
 */
export const SHARD_SIZES: ShardSizes = { most: 1_250, newest: 500 };

/** How often shards that are not there are made before the cache is given up. */
const MOST_TRIES = 4;

/** Indexes shards, several at once where it has threads for them. */
export interface Indexer {
  concurrency: number;
  /** How many more once nothing else is being done. */
  more: number;
  /** Whether a shard is in the store. */
  has(key: string): Promise<boolean>;
  /** @param onDocument is told of each document that is indexed. */
  index(task: ShardTask, onDocument: () => void): Promise<void>;
  join(task: JoinTask): ReturnType<typeof joinIndex>;
}

/** In this thread. */
export const indexHere = (store: ShardStore): Indexer => ({
  concurrency: 1,
  more: 0,
  async has(key) {
    const files = await store.open(key);
    files?.close();
    return files?.has(NOTES) ?? false;
  },
  index: (task, onDocument) => indexShard(task, store, onDocument),
  join: (task) => joinIndex(task, store),
});

export interface IndexOptions {
  /** The folder `pagefind/` of the site. */
  folder: string;
  /** The text of a release, if it has one, and a digest that stands for it. */
  textOf: (release: Release) => { html: string; digest: string } | undefined;
  indexer: Indexer;
  /** The files of the previous index: see `JoinTask`. */
  existing?: JoinTask['existing'];
  onProgress?: ((done: number, total: number) => void) | undefined;
  /** Fulfilled when nothing is done beside the index any more; left out where nothing is. */
  besides?: Promise<unknown> | undefined;
  /** Other sizes, for tests. */
  shardSizes?: ShardSizes | undefined;
}

/** What was made of the releases. */
export interface BuiltIndex {
  shards: number;
  /** How many of them came from the cache. */
  cachedShards: number;
  /** Files, by their paths in the folder, that were not written since the existing ones are the same. */
  reused: string[];
}

/**
 * Writes the search index: Pagefind's files, a table of releases, the words of all of them, and
 * `catalogue.json`, which names these files. Pagefind indexes shards, and what it makes of them is
 * joined.
 * @throws {Error} with Pagefind's own words if it can't index a release.
 */
export async function buildIndex(archive: Archive, options: IndexOptions): Promise<BuiltIndex> {
  const { folder, existing, indexer, textOf, besides, shardSizes = SHARD_SIZES } = options;
  const shards = keyedShards(archive, options, oldestFirst(archive.releases, shardSizes));
  const keys = shards.map(({ key }) => key);
  const count = counterOf(archive, options);
  const made = new Set<string>();
  const make = async ({ key, name, releases }: KeyedShard) => {
    const documents = releases.map((release) => ({
      url: release.path,
      html: releaseDocument(archive, release, textOf(release)?.html),
    }));
    const task = { name, key, documents, language: languageOf(archive), folder };
    await count(releases.length, (onDocument) => indexer.index(task, onDocument));
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
    // What is damaged shows when it is read; and someone may have deleted the cache meanwhile.
    const { missing } = joined;
    if (tries === MOST_TRIES) throw new Error('CACHE_DIR does not keep what is written into it');
    for (const shard of shards) if (missing.includes(shard.key)) await make(shard);
    joined = await indexer.join({ keys, folder, existing });
  }
  await writeCatalogue(archive, joined, folder);
  return { shards: shards.length, cachedShards: shards.length - made.size, reused: joined.reused };
}

/** Writes what the search asks beside Pagefind. */
async function writeCatalogue(archive: Archive, joined: JoinedIndex, folder: string) {
  const ids = new Map(joined.ids);
  const names = facetNames(archive);
  const toRow = rowMaker(archive, names);
  const rows = archive.releases.map((release) => {
    const id = ids.get(release.path);
    if (id === undefined) throw new Error(`${release.id} is missing from the search index`);
    return toRow(release, id);
  });
  const catalogue: SearchCatalogue = {
    table: await writePacked(folder, 'table', encodeTable(rows)),
    names: await writePacked(folder, 'names', JSON.stringify(names)),
    vocabulary: await writePacked(folder, 'words', encodeVocabulary(new Map(joined.vocabulary))),
    common: joined.common,
  };
  await writeFile(join(folder, 'catalogue.json'), JSON.stringify(catalogue));
}

/**
 * One language for all: otherwise Pagefind splits the index, and a search finds only the part in the
 * language of the page.
 */
const languageOf = ({ site }: Archive) => site.language.split('-')[0] ?? 'en';

interface KeyedShard extends Shard {
  /** Stands for all that decides what is made of the shard. */
  key: string;
}

function keyedShards(
  archive: Archive,
  { textOf }: Pick<IndexOptions, 'textOf'>,
  shards: readonly Shard[],
): KeyedShard[] {
  const edition = indexerDigest(installedPagefind());
  return shards.map(({ name, releases }) => {
    const about = JSON.stringify([edition, languageOf(archive), name]);
    const hash = createHash('sha256').update(about);
    for (const release of releases) {
      const told = [release.path, documentHead(archive, release), textOf(release)?.digest];
      hash.update(JSON.stringify(told));
    }
    return { name, releases, key: hash.digest('hex') };
  });
}

/** Counts the documents of all shards together; of one that is done all have been told of. */
function counterOf({ releases }: Archive, { onProgress }: Pick<IndexOptions, 'onProgress'>) {
  let done = 0;
  const most = releases.length;
  return async (documents: number, work: (onDocument: () => void) => Promise<void>) => {
    let left = documents;
    const tell = (count: number) => {
      if (count === 0) return;
      left -= count;
      done = Math.min(done + count, most); // one that is made again is counted once
      onProgress?.(done, most);
    };
    await work(() => tell(1));
    tell(left);
  };
}

/** So that a new release is the last page of the index, and the numbers of all others stay. */
function oldestFirst(releases: readonly Release[], sizes: ShardSizes): Shard[] {
  const shards = cutIntoShards(releases, sizes);
  if (shards.length === 0) return [{ name: '', releases: [] }]; // an index with nothing in it
  return shards.toReversed().map((shard) => ({ ...shard, releases: shard.releases.toReversed() }));
}

/** Writes a packed file, its digest in its name, so that browsers may keep it. Returns the name. */
async function writePacked(folder: string, what: string, text: string): Promise<string> {
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 10);
  const name = `${what}-${digest}.packed`;
  await writeFile(join(folder, name), gzipSync(text, { level: 9 }));
  return name;
}
