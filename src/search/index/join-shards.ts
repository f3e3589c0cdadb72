import { createHash } from 'node:crypto';
import { forEachConcurrently } from '../for-each-concurrently.ts';
import { type ChunkList, encodeChunk, type IndexedWord, PostingsWriter } from '../word-chunks.ts';
import type { StoredWord } from './shard-words.ts';

/** The index of some of the releases. */
export interface ShardIndex {
  /** In the order of their keys; read as they are asked for. */
  words: Iterable<StoredWord>;
  /** How many releases the shard has. */
  releases: number;
}

/**
 * How many bytes a chunk has before it is compressed. Smaller chunks are fewer bytes for each word of a
 * search, but a longer list of chunks, which is fetched before the first word.
 */
const CHUNK_BYTES = 7_000;
/** The limit, unless they are all of a single word. */
const MAX_CHUNK_BYTES = 14_000;
/** Words that begin alike are forms of one word: if there is room, a search fetches them together. */
const ALIKE = 5; // letters
const MAX_WRITES = 4; // at the same time
/**
 * Joins the indexes of shards into the one that browsers read: first the releases of the first shard,
 * then those of the next. It goes over the words of all shards in their order, and so holds one chunk
 * of each in memory.
 * @param compounds how words are also written, with hyphens.
 * @param write is called with each chunk of the joined index, in no order.
 */
export async function joinShards(
  shards: readonly ShardIndex[],
  compounds: ReadonlyMap<string, string>,
  write: (id: string, bytes: Uint8Array) => Promise<void>,
): Promise<ChunkList> {
  const list: ChunkList = { firsts: [], ids: [] };
  const taken = new Set<string>();
  let before = '';
  const encoded = function* () {
    for (const words of inChunks(joinedWords(shards, compounds))) {
      const bytes = encodeChunk(words);
      const id = idOf(bytes, taken);
      list.firsts.push(list.ids.length === 0 ? '' : distinct(before, words[0]?.word ?? ''));
      list.ids.push(id);
      before = words.at(-1)?.word ?? '';
      yield { id, bytes };
    }
  };
  await forEachConcurrently(MAX_WRITES, encoded(), ({ id, bytes }) => write(id, bytes));
  return list;
}

/** A position among the words of a shard. */
class Cursor {
  readonly #words: Iterator<StoredWord>;
  /** How many releases the shards before have. */
  readonly before: number;
  word: StoredWord | undefined;

  constructor({ words }: ShardIndex, before: number) {
    this.before = before;
    this.#words = words[Symbol.iterator]();
  }

  next(): StoredWord | undefined {
    const { value, done } = this.#words.next();
    return (this.word = done ? undefined : value);
  }
}

/** The words of all shards in their order; synchronous, since there are millions of them. */
function* joinedWords(
  shards: readonly ShardIndex[],
  compounds: ReadonlyMap<string, string>,
): Generator<IndexedWord> {
  const waiting: Cursor[] = []; // sorted by their words, then by the order of the shards
  let before = 0;
  for (const shard of shards) {
    const cursor = new Cursor(shard, before);
    before += shard.releases;
    if (cursor.next()) insert(waiting, cursor);
  }
  while (waiting.length > 0) {
    const key = waiting[0]?.word?.key ?? '';
    const writer = new PostingsWriter();
    let same = 1;
    while (waiting[same]?.word?.key === key) same++;
    for (const cursor of waiting.splice(0, same)) {
      if (cursor.word) writer.addWritten(cursor.word, cursor.before);
      if (cursor.next()) insert(waiting, cursor);
    }
    const word = Buffer.from(key, 'latin1').toString();
    const { releases } = writer;
    yield { word, compound: compounds.get(word), releases, bytes: writer.bytes() };
  }
}

/** Inserts a cursor in the order of the words. */
function insert(waiting: Cursor[], cursor: Cursor): void {
  const key = cursor.word?.key ?? '';
  let [from, to] = [0, waiting.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const other = waiting[middle] as Cursor;
    const otherKey = other.word?.key ?? '';
    const isBefore = otherKey < key || (otherKey === key && other.before < cursor.before);
    if (isBefore) from = middle + 1;
    else to = middle;
  }
  waiting.splice(from, 0, cursor);
}

/** Divides words into chunks of about the same size. */
function* inChunks(words: Iterable<IndexedWord>): Generator<IndexedWord[]> {
  let [chunk, size]: [IndexedWord[], number] = [[], 0];
  for (const word of words) {
    const added = word.bytes.length + word.word.length;
    const isAlike = chunk.at(-1)?.word.slice(0, ALIKE) === word.word.slice(0, ALIKE);
    // A very frequent word has a chunk of its own, so that its neighbors are fetched without it.
    if (size > 0 && ((size >= CHUNK_BYTES && !isAlike) || size + added > MAX_CHUNK_BYTES)) {
      yield chunk;
      [chunk, size] = [[], 0];
    }
    chunk.push(word);
    size += added;
  }
  if (chunk.length > 0) yield chunk;
}

const ID_LENGTH = 7; // hexadecimal digits

/** Names a chunk by its bytes, so that browsers may cache it. */
function idOf(bytes: Uint8Array, taken: Set<string>): string {
  const digest = createHash('sha256').update(bytes).digest('hex');
  let length = ID_LENGTH;
  while (taken.has(digest.slice(0, length))) length++;
  const id = digest.slice(0, length);
  taken.add(id);
  return id;
}

/** The shortest beginning of a word that comes after the last word of the chunk before. */
function distinct(last: string, first: string): string {
  const [before, letters] = [[...last], [...first]];
  let same = 0;
  while (same < letters.length && letters[same] === before[same]) same++;
  return letters.slice(0, same + 1).join('');
}
