import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { numberedId } from '../id-runs.ts';
import {
  decodeMeta,
  FORMAT_VERSION,
  type IndexMeta,
  META,
  fragmentFile,
  isFragment,
  unpack,
} from './pagefind-files.ts';
import { runPagefind, type ShardDocument } from './run-pagefind.ts';
import { WordCounter, type WordCounts } from '../index/vocabulary.ts';

/** A shard to index. */
export interface ShardTask {
  /** No other shard has it. */
  name: string;
  /** Stands for all that decides what is made of it: see `buildIndex`. */
  key: string;
  documents: readonly ShardDocument[];
  /** Of the site; one for all releases. */
  language: string;
  /** The folder of the whole index. */
  folder: string;
}

/** Keeps the files of shards, each shard under its key. */
export interface ShardStore {
  open(key: string): Promise<ShardFiles | undefined>;
  write(key: string, files: ReadonlyMap<string, Uint8Array>): Promise<void>;
}

/** Files that were made of a shard, by their names. One that is damaged is as one that is not there. */
export interface ShardFiles extends Pick<ReadonlyMap<string, Uint8Array>, 'get' | 'has' | 'keys'> {
  close(): void;
}

/** What is told of a shard beside Pagefind's own files, under the name `NOTES`. */
export interface ShardNotes {
  /** Its pages, the parts of its index, and the fields. */
  meta: IndexMeta;
  /** The addresses of the releases, in the order of the pages. */
  urls: readonly string[];
  /** How often words stand in the releases. */
  words: WordCounts;
}
export const NOTES = 'notes.json';

/**
 * Indexes the releases of a shard, keeps what is made of them, and writes their words into the index's
 * folder.
 * @param onDocument is told of each.
 * @throws {Error} with Pagefind's own words if it can't index a release.
 */
export async function indexShard(
  { name, key, documents, language, folder }: ShardTask,
  store: ShardStore,
  onDocument?: () => void,
): Promise<void> {
  const output = join(folder, name);
  const counter = new WordCounter();
  const found = await runPagefind(documents, language, output, ({ html }) => {
    counter.add(html);
    onDocument?.();
  });
  const { files, ...named } = await withNames(found, key.slice(0, STEM), {
    from: output,
    to: folder,
  });
  await rm(output, { recursive: true });
  const notes: ShardNotes = { ...named, words: counter.counts() };
  await store.write(key, new Map([...files, [NOTES, Buffer.from(JSON.stringify(notes))]]));
}

/** Signs of a shard's key in the names of its pages: of a thousand shards hardly two have the same. */
const STEM = 8;

/**
 * Names the pages, which Pagefind names by their words, by the shard and their number in it: these
 * names are as lasting as the shard, are no other shard's, and take a third of the bytes in the list
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
  const files = new Map([...found].filter(([file]) => file !== metaFile && !isFragment(file)));
  const pages: IndexMeta['pages'] = [];
  const urls: string[] = [];
  await mkdir(join(to, 'fragment'), { recursive: true });
  for (const [number, page] of meta.pages.entries()) {
    const bytes = found.get(fragmentFile(page.id));
    if (bytes === undefined) throw new Error(`The index lacks the words of its page ${page.id}`);
    const id = numberedId(prefix, number);
    pages.push({ id, words: page.words });
    await rename(join(from, fragmentFile(page.id)), join(to, fragmentFile(id)));
    files.set(fragmentFile(id), bytes);
    urls.push(await urlIn(bytes));
  }
  return { meta: { ...meta, pages }, urls, files };
}

async function urlIn(fragment: Buffer): Promise<string> {
  const { url } = JSON.parse((await unpack(fragment)).toString()) as { url: string };
  return url;
}
