import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { namePages, pagefindWords } from '../pagefind-format/index.ts';
import { type IndexedDocument, readFiles, runPagefind } from './run-pagefind.ts';
import { encodeShardWords } from './shard-words.ts';
import { splitShard } from './split-shard.ts';
import { writeFiles } from './write-files.ts';
import { WordCounter, type WordCounts } from './word-counter.ts';

/** A shard to index. */
export interface ShardTask {
  /** Unique among the shards. */
  name: string;
  /** A digest of all that it depends on: see `buildIndex`. */
  key: string;
  documents: readonly IndexedDocument[];
  /** Whether the files that the installed version of Pagefind writes are known. */
  isPagefindKnown: boolean;
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

/** What is stored of a shard beside its words, under the name `NOTES`. */
export interface ShardNotes {
  /** What the names of its releases begin with. */
  stem: string;
  /** How many releases it has. */
  releases: number;
  /** How often words appear in the releases. */
  counts: WordCounts;
}
export const NOTES = 'notes.json';
/** The name under which the words of a shard are stored: see `encodeShardWords`. */
export const WORDS = 'words';

/** Digits of a shard's key in the names of its pages: of a thousand shards hardly two share them. */
const PREFIX_LENGTH = 8;

/**
 * Indexes the releases of a shard, stores the result, and writes their words into the index's folder. Where
 * the files of Pagefind are not known, or cannot be read, the words are split without it: the result is the same.
 * @param onDocument is called after each document.
 * @returns why Pagefind's files cannot be read, if it was expected that they can.
 * @throws {Error} with Pagefind's own words if it can't index a release.
 */
export async function indexShard(
  task: ShardTask,
  store: ShardStore,
  onDocument?: () => void,
): Promise<string | undefined> {
  const { key, documents, isPagefindKnown } = task;
  const stem = key.slice(0, PREFIX_LENGTH);
  const headlines = documents.map(({ headline }) => headline);
  let counter = new WordCounter();
  const onIndexed = ({ html }: IndexedDocument) => {
    counter.add(html);
    onDocument?.();
  };
  let shard: IndexedShard | undefined;
  let unreadable: string | undefined;
  if (isPagefindKnown) {
    const indexed = await indexByPagefind(task, stem, onIndexed);
    if ('files' in indexed) shard = indexed;
    else {
      ({ unreadable } = indexed);
      counter = new WordCounter(); // the same releases are counted again
    }
  }
  if (shard === undefined) {
    const { files, words } = splitShard(documents, stem, onIndexed);
    await writeFiles(task.folder, files);
    shard = { files, words: encodeShardWords(words, headlines) };
  }
  const notes: ShardNotes = { stem, releases: documents.length, counts: counter.counts() };
  const { files, words } = shard;
  const own = [[WORDS, words] as const, [NOTES, Buffer.from(JSON.stringify(notes))] as const];
  await store.write(key, new Map([...files, ...own]));
  return unreadable;
}

/** A shard in the making. */
interface IndexedShard {
  /** The files of its releases, by their names in the index's folder. */
  files: ReadonlyMap<string, Uint8Array>;
  words: Uint8Array;
}

async function indexByPagefind(
  { name, documents, folder }: ShardTask,
  stem: string,
  onDocument: (document: IndexedDocument) => void,
): Promise<IndexedShard | { unreadable: string }> {
  const output = join(folder, name);
  try {
    await runPagefind(documents, output, onDocument);
    const written = await readFiles(output);
    const read = await readPagefind(written, stem, documents).catch((error: unknown) =>
      String(error),
    );
    if (typeof read === 'string') return { unreadable: read };
    const { renamed, ...shard } = read;
    const parents = new Set(renamed.map(([, to]) => dirname(to)));
    for (const parent of parents) await mkdir(join(folder, parent), { recursive: true });
    // Moved, since writing them again and deleting the first ones costs the disk more than all else.
    for (const [from, to] of renamed) await rename(join(output, from), join(folder, to));
    return shard;
  } finally {
    await rm(output, { recursive: true, force: true });
  }
}

/** @throws {Error} if these are not the files that Pagefind is known to write for the documents. */
async function readPagefind(
  written: ReadonlyMap<string, Buffer>,
  stem: string,
  documents: readonly IndexedDocument[],
) {
  const urls = documents.map(({ url }) => url);
  const headlines = documents.map(({ headline }) => headline);
  const { files, renamed, ...chunks } = await namePages(written, stem, urls);
  return { files, renamed, words: encodeShardWords(pagefindWords(chunks, written), headlines) };
}
