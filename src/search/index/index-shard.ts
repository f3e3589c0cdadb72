import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type MetaChunk, namePages } from '../pagefind-format/index.ts';
import { type IndexedDocument, readFiles, runPagefind } from './run-pagefind.ts';
import { WordCounter, type WordCounts } from './word-counter.ts';

/** A shard to index. */
export interface ShardTask {
  /** Unique among the shards. */
  name: string;
  /** A digest of all that it depends on: see `buildIndex`. */
  key: string;
  documents: readonly IndexedDocument[];
  /** The folder of the whole index. */
  folder: string;
}

/** Stores the files of shards, each shard under its key. */
export interface ShardStore {
  open(key: string): Promise<ShardFiles | undefined>;
  write(key: string, files: ReadonlyMap<string, Uint8Array>): Promise<void>;
}

/** The files of a shard by their names. A damaged file counts as missing. */
export interface ShardFiles extends Pick<ReadonlyMap<string, Uint8Array>, 'get' | 'has' | 'keys'> {
  close(): void;
}

/** What is stored of a shard beside Pagefind's own files, under the name `NOTES`; releases from the oldest on. */
export interface ShardNotes {
  /** What the names of its releases begin with. */
  stem: string;
  /** The chunks of its word index, in the order of their words. */
  wordChunks: readonly MetaChunk[];
  /** The number that each of Pagefind's pages has among the shard's releases. */
  numberOf: readonly number[];
  /** How many words the headline of each release has. */
  headlines: readonly number[];
  /** How often words appear in the releases. */
  words: WordCounts;
}
export const NOTES = 'notes.json';

/** Digits of a shard's key in the names of its pages: of a thousand shards hardly two share them. */
const PREFIX_LENGTH = 8;

/**
 * Indexes the releases of a shard, stores the result, and writes their words into the index's folder.
 * @param onDocument is called after each document.
 * @throws {Error} with Pagefind's own words if it can't index a release.
 */
export async function indexShard(
  { name, key, documents, folder }: ShardTask,
  store: ShardStore,
  onDocument?: () => void,
): Promise<void> {
  const output = join(folder, name);
  const counter = new WordCounter();
  await runPagefind(documents, output, ({ html }) => {
    counter.add(html);
    onDocument?.();
  });
  const written = await readFiles(output);
  const stem = key.slice(0, PREFIX_LENGTH);
  const urls = documents.map(({ url }) => url);
  const { files, renamed, ...pages } = await namePages(written, stem, urls);
  const parents = new Set(renamed.map(([, to]) => dirname(to)));
  for (const parent of parents) await mkdir(join(folder, parent), { recursive: true });
  // Moved, since writing them again and deleting the first ones costs the disk more than all else.
  for (const [from, to] of renamed) await rename(join(output, from), join(folder, to));
  await rm(output, { recursive: true });
  const headlines = documents.map(({ headline }) => headline);
  const notes: ShardNotes = { ...pages, stem, headlines, words: counter.counts() };
  await store.write(key, new Map([...files, [NOTES, Buffer.from(JSON.stringify(notes))]]));
}
