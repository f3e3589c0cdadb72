import { createHash } from 'node:crypto';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import type { Archive } from '../../archive/archive.ts';
import type { Release } from '../../archive/release.ts';
import type { FacetNames, SearchCatalogue } from '../catalogue.ts';
import { encodeTable } from '../release-table.ts';
import { encodeVocabulary } from '../vocabulary.ts';
import { facetNames, rowMaker } from './facets.ts';
import { fragmentIds } from './fragment-ids.ts';
import { releaseDocument } from './release-document.ts';
import { cutIntoShards, type Shard } from './shards.ts';
import { WordCounter } from './vocabulary.ts';

/**
 * Pagefind holds a whole index in memory, 0.2 MB a release: 2.0 GB for one of this size. A browser
 * fetches the words of a search from each shard, so that fewer shards are fewer requests and bytes.
 */
const SHARD_SIZE = 10_000;
/** Releases sent to the indexer at a time: it works on one, the next ones wait with it. */
const IN_FLIGHT = 16;
/** Pagefind's own interfaces, which this site has no use for. */
const UNUSED = /^pagefind-(?:(?:component-|modular-)?ui|highlight)\.(?:js|css)$/;

export interface IndexOptions {
  /** The folder `pagefind/` of the site. */
  folder: string;
  /** The text of a release, as HTML. */
  htmlOf: (release: Release) => string;
  onProgress?: ((done: number, total: number) => void) | undefined;
  /** The most releases of one index; smaller ones for tests. */
  shardSize?: number | undefined;
}

/**
 * Writes the search index: Pagefind's files for the newest years, a folder with another index for
 * each group of years before, a table of releases for each, the words of all of them, and
 * `catalogue.json`, which names these files.
 * @throws {Error} with Pagefind's own words if it can't index a release.
 */
export async function buildIndex(archive: Archive, options: IndexOptions): Promise<void> {
  const { folder, onProgress, shardSize = SHARD_SIZE } = options;
  const [newest = { name: '', releases: [] }, ...older] = cutIntoShards(
    archive.releases,
    shardSize,
  );
  let done = 0;
  const words = new WordCounter();
  const onDocument = (html: string) => {
    words.add(html);
    onProgress?.(++done, archive.releases.length);
  };
  const names = facetNames(archive);
  const shards: SearchCatalogue['shards'] = [];
  for (const shard of [newest, ...older]) {
    const subfolder = shard === newest ? '' : `${shard.name}/`;
    const place = join(folder, subfolder);
    await writeShard(archive, shard, place, options, onDocument);
    if (shard !== newest) {
      await rm(join(place, 'pagefind.js'));
      await rm(join(place, 'pagefind-worker.js'));
    }
    const table = await tableOf(archive, shard, place, names);
    shards.push({ folder: subfolder, table: await writePacked(folder, 'table', table) });
  }
  const catalogue: SearchCatalogue = {
    shards,
    names: await writePacked(folder, 'names', JSON.stringify(names)),
    vocabulary: await writePacked(folder, 'words', encodeVocabulary(words.vocabulary())),
    common: words.common(),
  };
  await writeFile(join(folder, 'catalogue.json'), JSON.stringify(catalogue));
}

async function tableOf(
  archive: Archive,
  { releases }: Shard,
  folder: string,
  names: FacetNames,
): Promise<string> {
  const ids = releases.length === 0 ? new Map<string, string>() : await fragmentIds(folder);
  const toRow = rowMaker(archive, names);
  return encodeTable(
    releases.map((release) => {
      const id = ids.get(release.path);
      if (id === undefined) throw new Error(`${release.id} is missing from the search index`);
      return toRow(release, id);
    }),
  );
}

/** Writes a packed file, its digest in its name, so that browsers may keep it. Returns the name. */
async function writePacked(folder: string, what: string, text: string): Promise<string> {
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 10);
  const name = `${what}-${digest}.packed`;
  await writeFile(join(folder, name), gzipSync(text, { level: 9 }));
  return name;
}

async function writeShard(
  archive: Archive,
  { releases }: Shard,
  folder: string,
  { htmlOf }: IndexOptions,
  onDocument: (html: string) => void,
) {
  // One language for all: otherwise Pagefind splits the index, and a search finds only the part in
  // the language of the page.
  const language = archive.site.language.split('-')[0] ?? 'en';
  const { index, errors } = await createIndex({ forceLanguage: language });
  try {
    if (index === undefined) throw new Error(errors.join('\n'));
    const queue = releases.values();
    const send = async () => {
      for (const release of queue) {
        const html = releaseDocument(archive, release, htmlOf(release));
        await add(index, release, html);
        onDocument(html);
      }
    };
    await Promise.all(Array.from({ length: IN_FLIGHT }, send));
    await write(index, folder);
  } finally {
    await close(); // ends the indexer's process, and so gives its memory back
  }
}

async function add(index: PagefindIndex, { path, id }: Release, content: string) {
  const { errors } = await index.addHTMLFile({ url: path, content });
  if (errors.length > 0)
    throw new Error(`The search index cannot take ${id}: ${errors.join('\n')}`);
}

/** Lets Pagefind write its files itself, which takes less memory than to be handed them. */
async function write(index: PagefindIndex, folder: string) {
  const { errors } = await index.writeFiles({ outputPath: folder });
  if (errors.length > 0) throw new Error(errors.join('\n'));
  for (const name of await readdir(folder)) {
    if (UNUSED.test(name)) await rm(join(folder, name));
  }
}
