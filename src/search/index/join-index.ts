import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  chunkFile,
  compress,
  isFragment,
  joinShards,
  type OtherFiles,
  type ShardIndex,
  splitFiles,
  startFiles,
} from '../pagefind-format/index.ts';
import { NOTES, type ShardFiles, type ShardNotes, type ShardStore } from './index-shard.ts';
import { type CountedWords, WordCounter } from './word-counter.ts';
import { writeFiles } from './write-files.ts';

/** Shards to join, and where. */
export interface JoinTask {
  /** Of the shards, in the order of their pages. */
  keys: readonly string[];
  /** The folder of the joined index. */
  folder: string;
  /** The SHA-256 of the files of an existing index, by their paths in it: they are not written again. */
  existing?: ReadonlyMap<string, string> | undefined;
}

/** What the joined index has besides its files. */
export interface JoinedIndex extends CountedWords {
  /** What Pagefind calls the pages, by the addresses of the releases. */
  ids: [url: string, id: string][];
  /** Files, by their paths in the folder, that were not written since the existing ones are the same. */
  reused: string[];
}

/** A shard in the store. */
interface StoredShard extends ShardIndex, ShardNotes, OtherFiles {
  files: ShardFiles;
}

/**
 * Joins shards that are in the store, and writes what Pagefind's browser code searches: the words of
 * each release, its list of pages and chunks, and the chunks.
 * @returns the keys of shards that are missing from the store or damaged; if there are any, make them and
 * call this again.
 */
export async function joinIndex(
  { keys, folder, existing }: JoinTask,
  store: ShardStore,
): Promise<JoinedIndex | { missing: string[] }> {
  const shards = new Map<string, StoredShard>();
  try {
    for (const key of keys) {
      const shard = await readShard(key, store);
      if (shard) shards.set(key, shard);
    }
    const missing = keys.filter((key) => !shards.has(key));
    if (missing.length > 0) return { missing };
    const reused: string[] = [];
    for (const [key, { files }] of shards) {
      const isWhole = await writeFragments(files, { folder, existing, reused });
      if (!isWhole) return { missing: [key] };
    }
    return await writeJoined([...shards.values()], { folder, existing, reused }, store);
  } finally {
    for (const { files } of shards.values()) files.close();
  }
}

/** Where files are written, and which of them are the same already. */
interface Output extends Omit<JoinTask, 'keys'> {
  reused: string[];
}

async function readShard(key: string, store: ShardStore): Promise<StoredShard | undefined> {
  const files = await store.open(key);
  if (files === undefined) return undefined;
  const notes = files.get(NOTES);
  const others = [...files.keys()].filter((file) => file !== NOTES && !isFragment(file));
  const whole = others.flatMap((file): [string, Uint8Array][] => {
    const bytes = files.get(file);
    return bytes === undefined ? [] : [[file, bytes]];
  });
  if (notes === undefined || whole.length < others.length) {
    files.close();
    return undefined;
  }
  const { meta, urls, words } = JSON.parse(Buffer.from(notes).toString()) as ShardNotes;
  return { meta, urls, words, files, ...splitFiles(whole) };
}

/** Writes the words of releases that are still missing. @returns whether all of them exist now. */
async function writeFragments(files: ShardFiles, { folder, existing, reused }: Output) {
  for (const file of [...files.keys()].filter(isFragment)) {
    // Its name has a digest of its shard, so a file of the same name has the same words.
    if (existing?.has(file)) reused.push(file);
    else if (!existsSync(join(folder, file))) {
      const bytes = files.get(file);
      if (bytes === undefined) return false;
      await writeFiles(folder, [[file, bytes]]);
    }
  }
  return true;
}

async function writeJoined(
  shards: readonly StoredShard[],
  { folder, existing, reused }: Output,
  store: ShardStore,
): Promise<JoinedIndex> {
  const words = new WordCounter();
  for (const shard of shards) words.addAll(shard.words);
  await mkdir(join(folder, dirname(chunkFile(''))), { recursive: true });
  const before = await readDigests(store);
  const digests: Digests = new Map();
  const meta = await joinShards(shards, async (id, bytes) => {
    const [file, digest] = [chunkFile(id), hash('sha256', bytes)];
    const compressedBefore = before.get(digest);
    if (compressedBefore !== undefined && compressedBefore === existing?.get(file)) {
      digests.set(digest, compressedBefore);
      reused.push(file);
      return;
    }
    const compressed = await compress(bytes);
    digests.set(digest, hash('sha256', compressed));
    await writeFile(join(folder, file), compressed);
  });
  const list = Buffer.from(JSON.stringify([...digests]));
  await store.write(DIGESTS, new Map([[DIGESTS, list]])).catch(() => undefined); // only saves time
  await writeFiles(folder, await startFiles(shards[0]?.program ?? new Map(), meta));
  return {
    ids: shards.flatMap(({ meta, urls }) =>
      urls.map((url, n): [string, string] => [url, meta.pages[n]?.id ?? '']),
    ),
    ...words.summary(),
    reused,
  };
}

/**
 * Of the chunks of the joined index: the SHA-256 of the compressed bytes by that of the bytes, since
 * compressing takes longest.
 */
type Digests = Map<string, string>;
/** The name in the store of those of the last build: another version of zlib may compress differently. */
const DIGESTS = `compressed-by-zlib-${process.versions.zlib}`;

async function readDigests(store: ShardStore): Promise<Digests> {
  const files = await store.open(DIGESTS);
  const bytes = files?.get(DIGESTS);
  files?.close();
  if (bytes === undefined) return new Map();
  return new Map(JSON.parse(Buffer.from(bytes).toString()) as [string, string][]);
}
