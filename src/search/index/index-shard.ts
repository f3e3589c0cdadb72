import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { filesBelow } from '../../archive/files-below.ts';
import { fragmentIds } from './fragment-ids.ts';
import { WordCounter, type WordCounts } from './vocabulary.ts';

/** What Pagefind indexes for a release. */
export interface ShardDocument {
  /** The release's path on the site. */
  url: string;
  html: string;
}

/** What the index of a shard is made of beside Pagefind's own files. */
export interface IndexedShard {
  /** By which ids Pagefind knows the releases, by their paths. */
  ids: ReadonlyMap<string, string>;
  words: WordCounts;
}

/** Keeps the files of shards that need not be made again. */
export interface ShardCache {
  read(key: string): Promise<Map<string, Buffer> | undefined>;
  write(key: string, files: ReadonlyMap<string, Uint8Array>): Promise<void>;
}

/** To be raised when other files are made of the same documents. */
const FORMAT = 1;
/** Releases sent to the indexer at a time: it works on one, the next ones wait with it. */
const IN_FLIGHT = 16;
/** Files read or written at a time. */
const FILES_AT_ONCE = 32;
/** Pagefind's own interfaces, which this site has no use for. */
const UNUSED = /^pagefind-(?:(?:component-|modular-)?ui|highlight)\.(?:js|css)$/;
/** The name in the cache of what is not for the site. */
const NOTES = 'notes.json';

/**
 * Writes Pagefind's index of some releases into a folder: from the cache, if it has been made before of
 * just these documents.
 * @throws {Error} with Pagefind's own words if it can't index a release.
 */
export async function indexShard(
  documents: readonly ShardDocument[],
  options: {
    folder: string;
    /** Of the site; one for all releases. */
    language: string;
    cache?: ShardCache | undefined;
    onDocuments?: ((count: number) => void) | undefined;
  },
): Promise<IndexedShard> {
  const { folder, language, cache, onDocuments } = options;
  const key = keyOf(documents, language, await pagefindVersion());
  const kept = await cache?.read(key);
  const notes = kept?.get(NOTES);
  if (kept !== undefined && notes !== undefined) {
    kept.delete(NOTES);
    await writeFiles(folder, kept);
    onDocuments?.(documents.length);
    const { ids, words } = JSON.parse(notes.toString()) as {
      ids: [string, string][];
      words: WordCounts;
    };
    return { ids: new Map(ids), words };
  }
  const counter = new WordCounter();
  await index(documents, folder, language, (html) => {
    counter.add(html);
    onDocuments?.(1);
  });
  const files = await readFiles(folder);
  const ids = await fragmentIds(files);
  const words = counter.counts();
  const note = Buffer.from(JSON.stringify({ ids: [...ids], words }));
  await cache?.write(key, new Map([...files, [NOTES, note]]));
  return { ids, words };
}

/** In another version it may make other files of the same documents. */
async function pagefindVersion(): Promise<string> {
  const file = new URL('../package.json', import.meta.resolve('pagefind'));
  return (JSON.parse(await readFile(file, 'utf8')) as { version: string }).version;
}

function keyOf(documents: readonly ShardDocument[], language: string, version: string): string {
  const hash = createHash('sha256').update(JSON.stringify([FORMAT, version, language]));
  for (const { url, html } of documents) hash.update(`\n${url} ${html.length} ${html}`);
  return hash.digest('hex');
}

async function index(
  documents: readonly ShardDocument[],
  folder: string,
  language: string,
  onDocument: (html: string) => void,
) {
  const { index, errors } = await createIndex({ forceLanguage: language });
  try {
    if (index === undefined) throw new Error(errors.join('\n'));
    const queue = documents.values();
    const send = async () => {
      for (const document of queue) {
        await add(index, document);
        onDocument(document.html);
      }
    };
    await Promise.all(Array.from({ length: IN_FLIGHT }, send));
    // Pagefind writes its files itself, which takes less memory than to be handed them.
    const written = await index.writeFiles({ outputPath: folder });
    if (written.errors.length > 0) throw new Error(written.errors.join('\n'));
  } finally {
    await close(); // ends the indexer's process, and so gives its memory back
  }
  for (const name of await readdir(folder)) {
    if (UNUSED.test(name)) await rm(join(folder, name));
  }
}

async function add(index: PagefindIndex, { url, html }: ShardDocument) {
  const { errors } = await index.addHTMLFile({ url, content: html });
  if (errors.length > 0)
    throw new Error(`The search index cannot take ${url}: ${errors.join('\n')}`);
}

/** All files below a folder, by their paths, sorted. */
async function readFiles(folder: string): Promise<Map<string, Buffer>> {
  const files = new Map((await filesBelow(folder)).map((path) => [path, EMPTY]));
  await atOnce(files.keys(), async (path) => {
    files.set(path, await readFile(join(folder, path)));
  });
  return files;
}
const EMPTY: Buffer = Buffer.alloc(0);

async function writeFiles(folder: string, files: ReadonlyMap<string, Buffer>) {
  const folders = new Set([...files.keys()].map((path) => dirname(join(folder, path))));
  for (const one of folders) await mkdir(one, { recursive: true });
  await atOnce(files.entries(), ([path, bytes]) => writeFile(join(folder, path), bytes));
}

/** Does a work for each item, some at a time. */
async function atOnce<Item>(items: IterableIterator<Item>, work: (item: Item) => Promise<void>) {
  const worker = async () => {
    for (const item of items) await work(item);
  };
  await Promise.all(Array.from({ length: FILES_AT_ONCE }, worker));
}
