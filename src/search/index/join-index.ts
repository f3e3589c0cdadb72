import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { ShardStems } from '../page-names.ts';
import { isFragment } from '../pagefind-format/index.ts';
import { chunkFile, type ChunkList } from '../word-chunks.ts';
import { NOTES, type ShardFiles, type ShardNotes, type ShardStore, WORDS } from './index-shard.ts';
import { joinShards, type ShardIndex } from './join-shards.ts';
import { decodeShardWords } from './shard-words.ts';
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

/** The joined index, but for its files. */
export interface JoinedIndex extends Omit<CountedWords, 'compounds'> {
  shards: ShardStems;
  chunks: ChunkList;
  /** Files, by their paths in the folder, that were not written since the existing ones are the same. */
  reused: string[];
}

/** A shard as it is read from the store. */
interface StoredShard extends ShardIndex, ShardNotes {
  files: ShardFiles;
}

/**
 * Joins shards that are in the store, and writes what browsers search: the words of each release, and
 * the chunks of the word index.
 * @returns the keys of shards that are missing from the store or damaged there, if there are any: then
 * it has to be called again when they are there.
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
  const [notes, words] = [files?.get(NOTES), files?.get(WORDS)];
  if (files === undefined || notes === undefined || words === undefined) {
    files?.close();
    return undefined;
  }
  const known = JSON.parse(Buffer.from(notes).toString()) as ShardNotes;
  return { ...known, words: decodeShardWords(words), files };
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
  for (const { counts } of shards) words.addAll(counts);
  await mkdir(join(folder, dirname(chunkFile(''))), { recursive: true });
  const before = await readDigests(store);
  const digests: Digests = new Map();
  const { compounds, ...counted } = words.summary();
  const chunks = await joinShards(shards, compounds, async (id, bytes) => {
    const [file, digest] = [chunkFile(id), hash('sha256', bytes)];
    const compressedBefore = before.get(digest);
    if (compressedBefore !== undefined && compressedBefore === existing?.get(file)) {
      digests.set(digest, compressedBefore);
      reused.push(file);
      return;
    }
    const compressed = await compress(bytes, { level: 9 });
    digests.set(digest, hash('sha256', compressed));
    await writeFile(join(folder, file), compressed);
  });
  const list = Buffer.from(JSON.stringify([...digests]));
  await store.write(DIGESTS, new Map([[DIGESTS, list]])).catch(() => undefined); // only saves time
  const stems = shards.map(({ stem, releases }) => [stem, releases] as const);
  return { ...counted, shards: stems, chunks, reused };
}

const compress = promisify(gzip);

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
