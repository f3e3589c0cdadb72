import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ShardIndex } from './join-shards.ts';
import { decodeMeta, FORMAT_VERSION, type IndexMeta, unpack } from './pagefind-files.ts';
import { runPagefind, type ShardDocument } from './run-pagefind.ts';
import { WordCounter, type WordCounts } from './vocabulary.ts';
import { writeFiles } from './write-files.ts';

/** A shard to index. */
export interface ShardTask {
  /** No other shard has it. */
  name: string;
  documents: readonly ShardDocument[];
  /** Of the site; one for all releases. */
  language: string;
  /** The folder of the whole index. */
  folder: string;
  /** The folder of an index that stands: words that it has are not written again. */
  standing?: string | undefined;
}

/** What is made of a shard's releases, besides their words, which it has written. */
export interface IndexedShard extends ShardIndex {
  /** The addresses of the releases, in the order of the pages. */
  urls: readonly string[];
  /** How often words stand in the releases. */
  words: WordCounts;
  /** Pagefind's other files by their names, the same for each shard: what a browser searches with. */
  program: ReadonlyMap<string, Uint8Array>;
  /** Whether it is from the cache. */
  isKept: boolean;
  /** The files, by their paths in the index, that were not written since they stand. */
  kept: readonly string[];
}

/** Keeps the files of shards that need not be made again. */
export interface ShardCache {
  read(key: string): Promise<Map<string, Buffer> | undefined>;
  write(key: string, files: ReadonlyMap<string, Uint8Array>): Promise<void>;
}

/** To be raised when other files are made of the same documents. */
const FORMAT = 2;
const META = /^pagefind\..*\.pf_meta$/;
const CHUNK = /^index\/(?<id>.+)\.pf_index$/;
const FRAGMENT = /^fragment\//;
const fragmentFile = (id: string) => `fragment/${id}.pf_fragment`;
/** The name in the cache of what is told of the files. */
const NOTES = 'notes.json';

type Notes = Pick<IndexedShard, 'meta' | 'urls' | 'words'>;

export interface ShardOptions {
  cache?: ShardCache | undefined;
  /** Told how many documents more are indexed. */
  onDocuments?: ((count: number) => void) | undefined;
}

/**
 * Indexes the releases of a shard, or takes what the cache has of just these documents, and writes
 * their words into the index's folder.
 * @throws {Error} with Pagefind's own words if it can't index a release.
 */
export async function indexShard(
  task: ShardTask,
  { cache, onDocuments }: ShardOptions = {},
): Promise<IndexedShard> {
  const key = keyOf(task, await pagefindVersion());
  const kept = await cache?.read(key);
  const told = kept?.get(NOTES);
  if (kept !== undefined && told !== undefined) {
    onDocuments?.(task.documents.length);
    const fragments = [...kept].filter(([file]) => FRAGMENT.test(file));
    // The name of each holds a digest of its shard, and so tells what is in it.
    const { standing } = task;
    const parts = Map.groupBy(
      fragments,
      ([file]) => standing !== undefined && existsSync(join(standing, file)),
    );
    await writeFiles(task.folder, parts.get(false) ?? []);
    const notes = JSON.parse(told.toString()) as Notes;
    return {
      ...notes,
      ...sorted(kept),
      isKept: true,
      kept: (parts.get(true) ?? []).map(([file]) => file),
    };
  }
  const output = join(task.folder, task.name);
  const counter = new WordCounter();
  const found = await runPagefind(task.documents, task.language, output, ({ html }) => {
    counter.add(html);
    onDocuments?.(1);
  });
  const { files, ...named } = await withNames(found, `${task.name}.${key.slice(0, 6)}`, {
    from: output,
    to: task.folder,
  });
  await rm(output, { recursive: true });
  const notes: Notes = { ...named, words: counter.counts() };
  await cache?.write(key, new Map([...files, [NOTES, Buffer.from(JSON.stringify(notes))]]));
  return { ...notes, ...sorted(files), isKept: false, kept: [] };
}

/** In another version it may make other files of the same documents. */
async function pagefindVersion(): Promise<string> {
  const file = new URL('../package.json', import.meta.resolve('pagefind'));
  return (JSON.parse(await readFile(file, 'utf8')) as { version: string }).version;
}

function keyOf({ name, documents, language }: ShardTask, version: string): string {
  const hash = createHash('sha256').update(JSON.stringify([FORMAT, version, language, name]));
  for (const { url, html } of documents) hash.update(`\n${url} ${html.length} ${html}`);
  return hash.digest('hex');
}

/**
 * Names the pages, which Pagefind names by their words, by the shard and their number in it: these
 * names are as lasting as the shard, are no other shard's, and take a fifth of the bytes in the list
 * of pages, which a browser fetches before it searches. Their files are moved, since to write them
 * again and take the first ones away costs the disk more than all else.
 */
async function withNames(
  found: ReadonlyMap<string, Buffer>,
  prefix: string,
  { from, to }: { from: string; to: string },
) {
  const metaFile = [...found.keys()].find((file) => META.test(file));
  const packed = found.get(metaFile ?? '');
  const none: IndexMeta = { version: FORMAT_VERSION, pages: [], chunks: [], fields: [] };
  const meta = packed ? decodeMeta(await unpack(packed)) : none;
  const files = new Map([...found].filter(([file]) => file !== metaFile && !FRAGMENT.test(file)));
  const pages: IndexMeta['pages'] = [];
  const urls: string[] = [];
  await mkdir(join(to, 'fragment'), { recursive: true });
  for (const [number, page] of meta.pages.entries()) {
    const bytes = found.get(fragmentFile(page.id));
    if (bytes === undefined) throw new Error(`The index lacks the words of its page ${page.id}`);
    const id = `${prefix}.${number.toString(36).padStart(3, '0')}`;
    pages.push({ id, words: rounded(page.words) });
    await rename(join(from, fragmentFile(page.id)), join(to, fragmentFile(id)));
    files.set(fragmentFile(id), bytes);
    urls.push(await urlIn(bytes));
  }
  return { meta: { ...meta, pages }, urls, files };
}

/**
 * To steps of a tenth: Pagefind sets a page's length against the average, and so knows it well enough;
 * in the list of pages the exact numbers would take twice the bytes.
 */
function rounded(words: number): number {
  return words === 0 ? 0 : Math.round(1.1 ** Math.round(Math.log(words) / Math.log(1.1)));
}

async function urlIn(fragment: Buffer): Promise<string> {
  const { url } = JSON.parse((await unpack(fragment)).toString()) as { url: string };
  return url;
}

/** Takes the parts of the words' index, and the program, from a shard's files. */
function sorted(files: ReadonlyMap<string, Buffer>) {
  const [chunks, program] = [new Map<string, Buffer>(), new Map<string, Buffer>()];
  for (const [file, bytes] of files) {
    const id = CHUNK.exec(file)?.groups?.['id'];
    // A copy: else it would hold on to the words of all releases, which lie beside it in the cache.
    if (id !== undefined) chunks.set(id, Buffer.from(bytes));
    else if (!FRAGMENT.test(file) && file !== NOTES) program.set(file, Buffer.from(bytes));
  }
  return { chunks, program };
}
