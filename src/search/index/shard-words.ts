import type { ShardWord } from '../pagefind-format/index.ts';
import { VarintReader, VarintWriter } from '../varint.ts';
import { PostingsWriter, type WrittenPostings } from '../word-chunks.ts';

/**
 * Words that can be searched for: parts of words may have punctuation, and there are emoji. An underscore is in
 * addresses, which are found by what they begin with.
 */
const SEARCHABLE = /^[\p{L}\p{N}_\uE001-\uE00C]+$/u;

/** A word of a shard with the shard's releases that have it, counted from 0 on. */
export interface StoredWord extends WrittenPostings {
  /** The word's bytes as UTF-8, each as a letter of Latin-1: in the order of these words are stored. */
  key: string;
}

/**
 * Writes the words of a shard as browsers will read them, so that joining shards need only copy them: each
 * build reads the words of all shards again.
 * @param words in the order of their keys.
 * @param headlines how many words the headline of each of the shard's releases has.
 */
export function encodeShardWords(
  words: Iterable<ShardWord>,
  headlines: readonly number[],
): Uint8Array {
  const writer = new VarintWriter();
  let before = '';
  for (const { key, pages } of words) {
    const bytes = Buffer.from(key, 'latin1');
    if (pages.pages.length === 0 || !SEARCHABLE.test(bytes.toString())) continue;
    let shared = 0;
    while (shared < key.length && key[shared] === before[shared]) shared++;
    const postings = postingsOf(pages, headlines);
    writer.number(shared);
    writer.block(bytes.subarray(shared));
    writer.number(postings.releases);
    writer.number(postings.last);
    writer.block(postings.bytes());
    before = key;
  }
  return writer.bytes();
}

/** Goes over what `encodeShardWords` has written. */
export function* decodeShardWords(bytes: Uint8Array): Generator<StoredWord> {
  const reader = new VarintReader(bytes);
  let key = '';
  while (!reader.isAtEnd) {
    const shared = reader.number();
    const { buffer, byteOffset, length } = reader.block();
    key = key.slice(0, shared) + Buffer.from(buffer, byteOffset, length).toString('latin1');
    yield { key, releases: reader.number(), last: reader.number(), bytes: reader.block() };
  }
}

function postingsOf(
  { pages, starts, places }: ShardWord['pages'],
  headlines: readonly number[],
): PostingsWriter {
  const writer = new PostingsWriter();
  for (let n = 0; n < pages.length; n++) {
    const page = pages[n] ?? 0;
    const own = places.subarray(starts[n], starts[n + 1]);
    const headline = headlines[page] ?? 0;
    let inHeadline = 0;
    while (inHeadline < own.length && (own[inHeadline] ?? 0) < headline) inHeadline++;
    writer.add(page, own, inHeadline);
  }
  return writer;
}
