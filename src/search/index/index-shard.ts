import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isFragment, namePages, type PagefindChunks } from '../pagefind-format/index.ts';
import { type IndexedDocument, readFiles, runPagefind } from './run-pagefind.ts';
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

/** What is stored of a shard beside its words, under the name `NOTES`; releases from the oldest on. */
export interface ShardNotes {
  /** What the names of its releases begin with. */
  stem: string;
  /** Its word index, where Pagefind has made it; else `splitShard` has. */
  pagefind?: PagefindChunks;
  /** How many words the headline of each release has. */
  headlines: readonly number[];
  /** How often words appear in the releases. */
  counts: WordCounts;
}
export const NOTES = 'notes.json';

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
  let counter = new WordCounter();
  const onIndexed = ({ html }: IndexedDocument) => {
    counter.add(html);
    onDocument?.();
  };
  let pagefind: PagefindShard | undefined;
  let unreadable: string | undefined;
  if (isPagefindKnown) {
    const indexed = await indexByPagefind(task, stem, onIndexed);
    if ('files' in indexed) pagefind = indexed;
    else {
      ({ unreadable } = indexed);
      counter = new WordCounter(); // the same releases are counted again
    }
  }
  const files = pagefind?.files ?? splitShard(documents, stem, onIndexed);
  if (pagefind === undefined) {
    await writeFiles(
      task.folder,
      [...files].filter(([file]) => isFragment(file)),
    );
  }
  const headlines = documents.map(({ headline }) => headline);
  const notes: ShardNotes = {
    stem,
    headlines,
    counts: counter.counts(),
    ...(pagefind && { pagefind: pagefind.chunks }),
  };
  await store.write(key, new Map([...files, [NOTES, Buffer.from(JSON.stringify(notes))]]));
  return unreadable;
}

/** A shard that Pagefind has indexed. */
interface PagefindShard {
  files: ReadonlyMap<string, Uint8Array>;
  chunks: PagefindChunks;
}

async function indexByPagefind(
  { name, documents, folder }: ShardTask,
  stem: string,
  onDocument: (document: IndexedDocument) => void,
): Promise<PagefindShard | { unreadable: string }> {
  const output = join(folder, name);
  try {
    await runPagefind(documents, output, onDocument);
    const written = await readFiles(output);
    const urls = documents.map(({ url }) => url);
    const named = await namePages(written, stem, urls).catch((error: unknown) => String(error));
    if (typeof named === 'string') return { unreadable: named };
    const { files, renamed, ...chunks } = named;
    const parents = new Set(renamed.map(([, to]) => dirname(to)));
    for (const parent of parents) await mkdir(join(folder, parent), { recursive: true });
    // Moved, since writing them again and deleting the first ones costs the disk more than all else.
    for (const [from, to] of renamed) await rename(join(output, from), join(folder, to));
    return { files, chunks };
  } finally {
    await rm(output, { recursive: true, force: true });
  }
}
