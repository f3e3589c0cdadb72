import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Archive } from '../../archive/archive.ts';
import type { Release } from '../../archive/release.ts';
import type { SearchCatalogue } from '../catalogue.ts';
import { encodeTable } from '../release-table.ts';
import { encodeVocabulary } from '../vocabulary.ts';
import { atOnce } from './at-once.ts';
import { facetNames, rowMaker } from './facets.ts';
import { type IndexedShard, indexShard, type ShardTask } from './index-shard.ts';
import { joinShards } from './join-shards.ts';
import { encodeMeta, pack } from './pagefind-files.ts';
import { releaseDocument } from './release-document.ts';
import { cutIntoShards, type ShardSizes } from './shards.ts';
import { WordCounter } from './vocabulary.ts';
import { writeFiles } from './write-files.ts';

/**
 * Pagefind holds all that it indexes in memory, and three times as much while it writes: half a megabyte
 * a release, half a gigabyte for a shard. The newest shard is what a new release costs.
 */
export const SHARD_SIZES: ShardSizes = { most: 1_250, newest: 500 };

/** Indexes shards, several at once where it has threads for them. */
export interface Indexer {
  atOnce: number;
  /** @param onDocuments is told how many documents more are indexed. */
  index(task: ShardTask, onDocuments: (count: number) => void): Promise<IndexedShard>;
}

/** In this thread, and without a cache. */
const HERE: Indexer = {
  atOnce: 1,
  index: (task, onDocuments) => indexShard(task, { onDocuments }),
};

export interface IndexOptions {
  /** The folder `pagefind/` of the site. */
  folder: string;
  /** The text of a release, as HTML. */
  htmlOf: (release: Release) => string;
  indexer?: Indexer | undefined;
  /** The folder `pagefind/` of a site that stands: releases' words that it has are not written again. */
  standing?: string | undefined;
  onProgress?: ((done: number, total: number) => void) | undefined;
  /** Other sizes, for tests. */
  shardSizes?: ShardSizes | undefined;
}

/** What was made of the releases. */
export interface BuiltIndex {
  shards: number;
  /** How many of them are from the cache. */
  keptShards: number;
  /** Files, by their paths in the folder, that were not written since they stand. */
  kept: string[];
}

/**
 * Writes the search index: Pagefind's files, a table of releases, the words of all of them, and
 * `catalogue.json`, which names these files. Pagefind indexes shards, and what it makes of them is
 * joined.
 * @throws {Error} with Pagefind's own words if it can't index a release.
 */
export async function buildIndex(archive: Archive, options: IndexOptions): Promise<BuiltIndex> {
  const { folder, indexer = HERE, shardSizes = SHARD_SIZES } = options;
  const cut = oldestFirst(archive.releases, shardSizes);
  const shards: IndexedShard[] = [];
  const count = counterOf(archive, options);
  await atOnce(indexer.atOnce, cut.entries(), async ([number, { name, releases }]) => {
    // One language for all: otherwise Pagefind splits the index, and a search finds only the part in
    // the language of the page.
    const language = archive.site.language.split('-')[0] ?? 'en';
    const documents = releases.map((release) => ({
      url: release.path,
      html: releaseDocument(archive, release, options.htmlOf(release)),
    }));
    const task = { name, documents, language, folder, standing: options.standing };
    shards[number] = await count(releases.length, (onDocuments) =>
      indexer.index(task, onDocuments),
    );
  });
  const words = new WordCounter();
  const ids = new Map<string, string>(); // of pages, by the releases' paths
  for (const { meta, urls, words: some } of shards) {
    for (const [number, url] of urls.entries()) ids.set(url, meta.pages[number]?.id ?? '');
    words.addAll(some);
  }
  await writeJoined(folder, shards);
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
    vocabulary: await writePacked(folder, 'words', encodeVocabulary(words.vocabulary())),
    common: words.common(),
  };
  await writeFile(join(folder, 'catalogue.json'), JSON.stringify(catalogue));
  return {
    shards: shards.length,
    keptShards: shards.filter(({ isKept }) => isKept).length,
    kept: shards.flatMap(({ kept }) => kept),
  };
}

/** Counts the documents of all shards together; of one that is done all have been told of. */
function counterOf({ releases }: Archive, { onProgress }: IndexOptions) {
  let done = 0;
  return async <Result>(
    documents: number,
    work: (onDocuments: (count: number) => void) => Promise<Result>,
  ): Promise<Result> => {
    let left = documents;
    const tell = (count: number) => {
      if (count === 0) return;
      left -= count;
      onProgress?.((done += count), releases.length);
    };
    const result = await work(tell);
    tell(left);
    return result;
  };
}

/** So that a new release is the last page of the index, and the numbers of all others stay. */
function oldestFirst(releases: readonly Release[], sizes: ShardSizes) {
  const shards = cutIntoShards(releases, sizes);
  if (shards.length === 0) return [{ name: '', releases: [] }]; // an index with nothing in it
  return shards.toReversed().map((shard) => ({ ...shard, releases: shard.releases.toReversed() }));
}

/** Writes what Pagefind's browser code searches: its list of pages and parts, and the parts. */
async function writeJoined(folder: string, shards: readonly IndexedShard[]): Promise<void> {
  const index = join(folder, 'index');
  await mkdir(index, { recursive: true });
  const meta = await joinShards(shards, (id, packed) =>
    writeFile(join(index, `${id}.pf_index`), packed),
  );
  const program = new Map(shards[0]?.program);
  const entry = JSON.parse(new TextDecoder().decode(program.get(ENTRY))) as PagefindEntry;
  const bytes = encodeMeta(meta);
  for (const [language, known] of Object.entries(entry.languages)) {
    const hash = `${language}_${digestOf(bytes)}`;
    program.set(`pagefind.${hash}.pf_meta`, await pack(bytes));
    entry.languages[language] = { ...known, hash, page_count: meta.pages.length };
  }
  program.set(ENTRY, Buffer.from(JSON.stringify(entry)));
  await writeFiles(folder, program);
}

/** What tells Pagefind's browser code of the index of each language; here there is one at most. */
const ENTRY = 'pagefind-entry.json';
interface PagefindEntry {
  languages: Record<string, { hash: string; page_count: number }>;
}

const digestOf = (content: string | Uint8Array) =>
  createHash('sha256').update(content).digest('hex').slice(0, 10);

/** Writes a packed file, its digest in its name, so that browsers may keep it. Returns the name. */
async function writePacked(folder: string, what: string, text: string): Promise<string> {
  const name = `${what}-${digestOf(text)}.packed`;
  await writeFile(join(folder, name), gzipSync(text, { level: 9 }));
  return name;
}
