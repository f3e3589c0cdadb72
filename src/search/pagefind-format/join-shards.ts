import { createHash } from 'node:crypto';
import { forEachConcurrently } from '../for-each-concurrently.ts';
import { array } from './cbor.ts';
import { type IndexMeta, type MetaChunk, decompressSync } from './pagefind-files.ts';
import { JoinedWord, type ShardWord, shardWords } from './postings.ts';

/** The index of some of the releases, as Pagefind has made it. */
export interface ShardIndex {
  meta: IndexMeta;
  /** The chunks of the word index, compressed, by their ids. */
  chunks: ReadonlyMap<string, Uint8Array>;
}

/**
 * How many numbers a chunk of the joined index holds. Pagefind takes 20,000: smaller chunks are fewer
 * bytes for each word of a search, but a longer list of chunks, which is fetched before the first word.
 */
const CHUNK_WEIGHT = 10_000;
/** The limit, unless they are all of a single word. */
const MAX_CHUNK_WEIGHT = 15_000;
const MAX_WRITES = 4; // at the same time

/**
 * Joins the indexes of shards into the one that Pagefind would make of all their pages if it had the
 * memory: first the pages of the first shard, then those of the next. It goes over the words of all
 * shards in their order, and so holds one chunk of each in memory.
 * @param write is called with each chunk of the joined index, in no order.
 * @returns what the browser reads first.
 */
export async function joinShards(
  shards: readonly ShardIndex[],
  write: (id: string, bytes: Buffer) => Promise<void>,
): Promise<IndexMeta> {
  const fields = [...new Set(shards.flatMap(({ meta }) => meta.fields))].sort();
  const chunks: MetaChunk[] = [];
  const taken = new Set<string>();
  const encoded = function* () {
    for (const words of inChunks(joinedWords(shards, fields))) {
      const bytes = Buffer.concat([
        array(1),
        array(words.length),
        ...words.flatMap((word) => word.encode()),
      ]);
      const id = idOf(bytes, taken);
      chunks.push({ from: words[0]?.word ?? '', to: words.at(-1)?.word ?? '', id });
      yield { id, bytes };
    }
  };
  await forEachConcurrently(MAX_WRITES, encoded(), ({ id, bytes }) => write(id, bytes));
  return {
    version: shards[0]?.meta.version ?? '',
    pages: shards.flatMap(({ meta }) => meta.pages),
    chunks: trimmed(chunks),
    fields,
  };
}

/** A position among the words of a shard. */
class Cursor {
  readonly #words: Iterator<ShardWord>;
  /** How many pages the shards before have. */
  readonly before: number;
  word: ShardWord | undefined;

  constructor({ meta, chunks }: ShardIndex, before: number, fields: readonly string[]) {
    const numbers = meta.fields.map((field) => fields.indexOf(field));
    this.before = before;
    this.#words = (function* () {
      for (const { id } of meta.chunks) {
        const compressed = chunks.get(id);
        if (compressed === undefined) throw new Error(`The index has no chunk ${id}`);
        yield* shardWords(decompressSync(compressed), numbers);
      }
    })();
  }

  next(): ShardWord | undefined {
    const { value, done } = this.#words.next();
    return (this.word = done ? undefined : value);
  }
}

/** The words of all shards in their order; synchronous, since there are millions of them. */
function* joinedWords(
  shards: readonly ShardIndex[],
  fields: readonly string[],
): Generator<JoinedWord> {
  const waiting: Cursor[] = []; // sorted by their words, then by the order of the shards
  let before = 0;
  for (const shard of shards) {
    const cursor = new Cursor(shard, before, fields);
    before += shard.meta.pages.length;
    if (cursor.next()) insert(waiting, cursor);
  }
  while (waiting.length > 0) {
    const key = waiting[0]?.word?.key ?? '';
    const joined = new JoinedWord(key);
    let same = 1;
    while (waiting[same]?.word?.key === key) same++;
    for (const cursor of waiting.splice(0, same)) {
      if (cursor.word) joined.add(cursor.word, cursor.before);
      if (cursor.next()) insert(waiting, cursor);
    }
    yield joined;
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

function* inChunks(words: Iterable<JoinedWord>): Generator<JoinedWord[]> {
  let [chunk, weight]: [JoinedWord[], number] = [[], 0];
  for (const word of words) {
    // A very frequent word has a chunk of its own, so that its neighbors are fetched without it.
    if (weight > 0 && weight + word.weight > MAX_CHUNK_WEIGHT) {
      yield chunk;
      [chunk, weight] = [[], 0];
    }
    chunk.push(word);
    weight += word.weight;
    if (weight < CHUNK_WEIGHT) continue;
    yield chunk;
    [chunk, weight] = [[], 0];
  }
  if (chunk.length > 0) yield chunk;
}

const ID_LENGTH = 7; // hexadecimal digits, as Pagefind's

/** Names a chunk by its bytes, so that browsers may cache it. */
function idOf(bytes: Buffer, taken: Set<string>): string {
  const digest = createHash('sha256').update(bytes).digest('hex');
  let length = ID_LENGTH;
  while (taken.has(digest.slice(0, length))) length++;
  const id = digest.slice(0, length);
  taken.add(id);
  return id;
}

/** Shortens the first and last words of chunks to what distinguishes neighbors, as Pagefind does. */
function trimmed(chunks: readonly MetaChunk[]): MetaChunk[] {
  const cut = chunks.map((chunk) => ({ ...chunk }));
  for (const [n, chunk] of cut.entries()) {
    const next = cut[n + 1];
    if (next === undefined) break;
    const [last, first] = [[...chunk.to], [...next.from]];
    let same = 0;
    while (same < first.length && first[same] === last[same]) same++;
    const to = last.slice(0, same + 1).join('');
    if (Buffer.compare(Buffer.from(to), Buffer.from(chunk.from)) >= 0) chunk.to = to;
    next.from = first.slice(0, same + 1).join('');
  }
  return cut;
}
