import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Archive } from '../../archive/archive.ts';
import type { Release } from '../../archive/release.ts';
import type { SearchCatalogue } from '../catalogue.ts';
import { encodeTable } from '../release-table.ts';
import { encodeVocabulary } from '../vocabulary.ts';
import { facetNames, rowMaker } from './facets.ts';
import { indexShard, type ShardCache } from './index-shard.ts';
import { releaseDocument } from './release-document.ts';
import { cutIntoShards, type ShardSizes } from './shards.ts';
import { WordCounter } from './vocabulary.ts';

/**
 * Pagefind holds a whole index in memory, 0.2 MB a release: 2.0 GB for one of the largest size. A
 * browser fetches the words of a search from each shard: fewer shards are fewer requests and bytes.
 */
const SHARD_SIZES: ShardSizes = { most: 10_000, newest: 2_500 };

export interface IndexOptions {
  /** The folder `pagefind/` of the site. */
  folder: string;
  /** The text of a release, as HTML. */
  htmlOf: (release: Release) => string;
  /** Where shards are kept that need not be made again. */
  cache?: ShardCache | undefined;
  onProgress?: ((done: number, total: number) => void) | undefined;
  /** Other sizes, for tests. */
  shardSizes?: ShardSizes | undefined;
}

/**
 * Writes the search index: Pagefind's files for the newest releases, a folder with another index for
 * each group of years before, a table of releases for each, the words of all of them, and
 * `catalogue.json`, which names these files.
 * @throws {Error} with Pagefind's own words if it can't index a release.
 */
export async function buildIndex(archive: Archive, options: IndexOptions): Promise<void> {
  const { folder, htmlOf, cache, onProgress, shardSizes = SHARD_SIZES } = options;
  const [newest = { name: '', releases: [] }, ...older] = cutIntoShards(
    archive.releases,
    shardSizes,
  );
  let done = 0;
  const onDocuments = (count: number) => onProgress?.((done += count), archive.releases.length);
  // One language for all: otherwise Pagefind splits the index, and a search finds only the part in
  // the language of the page.
  const language = archive.site.language.split('-')[0] ?? 'en';
  const words = new WordCounter();
  const names = facetNames(archive);
  const toRow = rowMaker(archive, names);
  const shards: SearchCatalogue['shards'] = [];
  for (const { name, releases } of [newest, ...older]) {
    const subfolder = name === newest.name ? '' : `${name}/`;
    const place = join(folder, subfolder);
    await mkdir(place, { recursive: true });
    const documents = releases.map((release) => ({
      url: release.path,
      html: releaseDocument(archive, release, htmlOf(release)),
    }));
    const indexed = await indexShard(documents, { folder: place, language, cache, onDocuments });
    words.addAll(indexed.words);
    if (subfolder !== '') {
      await rm(join(place, 'pagefind.js'));
      await rm(join(place, 'pagefind-worker.js'));
    }
    const rows = releases.map((release) => {
      const id = indexed.ids.get(release.path);
      if (id === undefined) throw new Error(`${release.id} is missing from the search index`);
      return toRow(release, id);
    });
    const table = await writePacked(folder, 'table', encodeTable(rows));
    shards.push({ folder: subfolder, table });
  }
  const catalogue: SearchCatalogue = {
    shards,
    names: await writePacked(folder, 'names', JSON.stringify(names)),
    vocabulary: await writePacked(folder, 'words', encodeVocabulary(words.vocabulary())),
    common: words.common(),
  };
  await writeFile(join(folder, 'catalogue.json'), JSON.stringify(catalogue));
}

/** Writes a packed file, its digest in its name, so that browsers may keep it. Returns the name. */
async function writePacked(folder: string, what: string, text: string): Promise<string> {
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 10);
  const name = `${what}-${digest}.packed`;
  await writeFile(join(folder, name), gzipSync(text, { level: 9 }));
  return name;
}
