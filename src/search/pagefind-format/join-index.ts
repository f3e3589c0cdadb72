import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NOTES, type ShardFiles, type ShardNotes, type ShardStore } from './index-shard.ts';
import { joinShards, type ShardIndex } from './join-shards.ts';
import {
  chunkFile,
  chunkIn,
  encodeMeta,
  isFragment,
  type MetaPage,
  NEAR,
  pack,
} from './pagefind-files.ts';
import { WordCounter } from '../index/vocabulary.ts';
import { writeFiles } from '../index/write-files.ts';

/** Shards to put together, and where. */
export interface JoinTask {
  /** Of the shards, in the order of their pages. */
  keys: readonly string[];
  /** The folder of the whole index. */
  folder: string;
  /** The SHA-256 of the files of an index that stands, by their paths in it: they are not written again. */
  standing?: ReadonlyMap<string, string> | undefined;
}

/** What is told of the whole index. */
export interface JoinedIndex {
  /** What Pagefind calls the pages, by the addresses of the releases. */
  ids: [url: string, id: string][];
  vocabulary: [word: string, releases: number][];
  /** Words that stand so often that a search had better not fetch where. */
  common: string[];
  /** Files, by their paths in the folder, that were not written since they stand. */
  kept: string[];
}

/** A shard as it is read from the store. */
interface StoredShard extends ShardIndex, ShardNotes {
  files: ShardFiles;
  /** Pagefind's other files by their names, the same for each shard: what a browser searches with. */
  program: ReadonlyMap<string, Uint8Array>;
}

/**
 * Puts shards together that are in the store, and writes what Pagefind's browser code searches: the words
 * of each release, its list of pages and parts, and the parts.
 * @returns the keys of shards that the store does not have whole, if there are any: then it is to be done
 * again, when they are there.
 */
export async function joinIndex(
  { keys, folder, standing }: JoinTask,
  store: ShardStore,
): Promise<JoinedIndex | { missing: string[] }> {
  const shards = new Map<string, StoredShard>();
  try {
    for (const key of keys) {
      const shard = await read(key, store);
      if (shard) shards.set(key, shard);
    }
    const missing = keys.filter((key) => !shards.has(key));
    if (missing.length > 0) return { missing };
    const kept: string[] = [];
    for (const [key, { files }] of shards) {
      const isThere = await writeFragments(files, { folder, standing, kept });
      if (!isThere) return { missing: [key] };
    }
    return await writeJoined([...shards.values()], { folder, standing, kept }, store);
  } finally {
    for (const { files } of shards.values()) files.close();
  }
}

/** Where files are written, or else told to stand. */
interface Output extends Omit<JoinTask, 'keys'> {
  kept: string[];
}

async function read(key: string, store: ShardStore): Promise<StoredShard | undefined> {
  const files = await store.open(key);
  const told = files?.get(NOTES);
  if (files === undefined) return undefined;
  if (told === undefined) {
    files.close();
    return undefined;
  }
  const notes = JSON.parse(Buffer.from(told).toString()) as ShardNotes;
  const [chunks, program] = [new Map<string, Uint8Array>(), new Map<string, Uint8Array>()];
  for (const file of files.keys()) {
    if (isFragment(file) || file === NOTES) continue;
    const bytes = files.get(file);
    if (bytes === undefined) {
      files.close();
      return undefined;
    }
    const id = chunkIn(file);
    if (id === undefined) program.set(file, bytes);
    else chunks.set(id, bytes);
  }
  return { ...notes, files, chunks, program };
}

/** Writes the words of releases that are not there yet. @returns whether all of them are now. */
async function writeFragments(files: ShardFiles, { folder, standing, kept }: Output) {
  for (const file of [...files.keys()].filter(isFragment)) {
    // The name of each holds a digest of its shard, and so tells what is in it.
    if (standing?.has(file)) kept.push(file);
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
  { folder, standing, kept }: Output,
  store: ShardStore,
): Promise<JoinedIndex> {
  const words = new WordCounter();
  for (const shard of shards) words.addAll(shard.words);
  await mkdir(join(folder, 'index'), { recursive: true });
  const before = await readDigests(store);
  const digests: Digests = new Map();
  const meta = await joinShards(shards, async (id, bytes) => {
    const [file, digest] = [chunkFile(id), hash('sha256', bytes)];
    const packedBefore = before.get(digest);
    if (packedBefore !== undefined && packedBefore === standing?.get(file)) {
      digests.set(digest, packedBefore);
      kept.push(file);
      return;
    }
    const packed = await pack(bytes);
    digests.set(digest, hash('sha256', packed));
    await writeFile(join(folder, file), packed);
  });
  const told = Buffer.from(JSON.stringify([...digests]));
  await store.write(DIGESTS, new Map([[DIGESTS, told]])).catch(() => undefined); // only saves time
  const program = new Map(shards[0]?.program);
  const entry = JSON.parse(new TextDecoder().decode(program.get(ENTRY))) as PagefindEntry;
  const bytes = encodeMeta({ ...meta, pages: withSteps(meta.pages) });
  for (const [language, known] of Object.entries(entry.languages)) {
    const name = `${language}_${hash('sha256', bytes).slice(0, 10)}`;
    program.set(`pagefind.${name}.pf_meta`, await pack(bytes, NEAR));
    entry.languages[language] = { ...known, hash: name, page_count: meta.pages.length };
  }
  program.set(ENTRY, Buffer.from(JSON.stringify(entry)));
  await writeFiles(folder, program);
  return {
    ids: shards.flatMap(({ meta, urls }) =>
      urls.map((url, n): [string, string] => [url, meta.pages[n]?.id ?? '']),
    ),
    vocabulary: [...words.vocabulary()],
    common: words.common(),
    kept,
  };
}

/** What tells lengths well enough: in the list of pages exact numbers would take twice the bytes. */
const STEPS = 12;

/**
 * Gives lengths in twelfths of the average one: Pagefind knows them only by their ratio to the average,
 * and most are then a single byte.
 * @see https://pagefind.app/docs/ranking/#configuring-page-length
 */
function withSteps(pages: readonly MetaPage[]): MetaPage[] {
  const average = pages.reduce((sum, { words }) => sum + words, 0) / pages.length;
  return pages.map(({ id, words }) => ({
    id,
    words: words === 0 ? 0 : Math.max(1, Math.round((STEPS * words) / average)),
  }));
}

/** Of the parts of the joined index: the SHA-256 when packed by that of the bytes. To pack takes longest. */
type Digests = Map<string, string>;
/** The name in the store of those of the last build: in another version zlib may pack differently. */
const DIGESTS = `packed-by-zlib-${process.versions.zlib}`;

async function readDigests(store: ShardStore): Promise<Digests> {
  const files = await store.open(DIGESTS);
  const bytes = files?.get(DIGESTS);
  files?.close();
  if (bytes === undefined) return new Map();
  return new Map(JSON.parse(Buffer.from(bytes).toString()) as [string, string][]);
}

/** What tells Pagefind's browser code of the index of each language; here there is one at most. */
const ENTRY = 'pagefind-entry.json';
interface PagefindEntry {
  languages: Record<string, { hash: string; page_count: number }>;
}
