/*
 * The word index as browsers read it: chunks of words in their order, each with the releases and the
 * places in them where it appears. A release is a number, from the oldest on; a place is a number of
 * words from the release's beginning. All numbers are varints, as differences from the number before.
 */

import { VarintReader, VarintWriter } from './varint.ts';

/** A word of a chunk. */
export interface IndexedWord {
  word: string;
  /** How the archive also writes it, with hyphens: `health-care` for `healthcare`. */
  compound: string | undefined;
  /** How many releases have it. */
  releases: number;
  /** The releases and places, as `PostingsWriter` has written them. */
  bytes: Uint8Array;
  /** The same, as soon as someone has asked for it. */
  decoded?: Postings;
}

/** Where a word, or several, appear; read from the index, or combined. */
export interface Postings {
  /** The releases, in ascending order. */
  pages: Uint32Array;
  /** Of each release where its places start; there is one start more, since they end at the next one. */
  starts: Uint32Array;
  /** In ascending order for each release. */
  places: Uint32Array;
  /** How many of a release's places, the first ones, are in its headline. */
  headlines: Uint32Array;
}

/** What a `PostingsWriter` has written. */
export interface WrittenPostings {
  bytes: Uint8Array;
  /** How many releases have the word. */
  releases: number;
  /** The number of the last of them. */
  last: number;
}

/** Writes the releases that have a word, in ascending order. */
export class PostingsWriter {
  readonly #writer = new VarintWriter();
  /** The number of the last release. */
  last = 0;
  releases = 0;

  /** @param places in ascending order, each once; the first `inHeadline` are in the headline. */
  add(page: number, places: ArrayLike<number> & Iterable<number>, inHeadline: number): void {
    const writer = this.#writer;
    writer.number(page - this.last);
    writer.number(2 * places.length + Number(inHeadline > 0));
    if (inHeadline > 0) writer.number(inHeadline);
    let last = 0;
    for (const place of places) {
      writer.number(place - last);
      last = place;
    }
    this.last = page;
    this.releases++;
  }

  /**
   * Adds releases that another writer has written, without reading more than the first number.
   * @param before is added to their numbers; all of them come after those that were added already.
   */
  addWritten({ bytes, releases, last }: WrittenPostings, before: number): void {
    const reader = new VarintReader(bytes);
    this.#writer.number(before + reader.number() - this.last);
    this.#writer.raw(reader.rest());
    this.last = before + last;
    this.releases += releases;
  }

  bytes(): Uint8Array {
    return this.#writer.bytes();
  }
}

/** Writes a chunk. @param words in the order of their code points. */
export function encodeChunk(words: readonly IndexedWord[]): Uint8Array {
  const writer = new VarintWriter();
  const encoder = new TextEncoder();
  let last: Uint8Array = new Uint8Array();
  for (const { word, compound = '', releases, bytes } of words) {
    const key = encoder.encode(word);
    let shared = 0;
    while (shared < key.length && key[shared] === last[shared]) shared++;
    writer.number(shared);
    writer.block(key.subarray(shared));
    writer.block(encoder.encode(compound));
    writer.number(releases);
    writer.block(bytes);
    last = key;
  }
  return writer.bytes();
}

/** Reads what `encodeChunk` has written. */
export function decodeChunk(bytes: Uint8Array): IndexedWord[] {
  const reader = new VarintReader(bytes);
  const decoder = new TextDecoder();
  const words: IndexedWord[] = [];
  let last: Uint8Array = new Uint8Array();
  while (!reader.isAtEnd) {
    const shared = reader.number();
    const rest = reader.block();
    const key = new Uint8Array(shared + rest.length);
    key.set(last.subarray(0, shared));
    key.set(rest, shared);
    const compound = decoder.decode(reader.block());
    words.push({
      word: decoder.decode(key),
      compound: compound === '' ? undefined : compound,
      releases: reader.number(),
      bytes: reader.block(),
    });
    last = key;
  }
  return words;
}

/** Reads where a word appears. */
export function decodePostings({ bytes, releases }: IndexedWord): Postings {
  const reader = new VarintReader(bytes);
  const [pages, headlines] = [new Uint32Array(releases), new Uint32Array(releases)];
  const starts = new Uint32Array(releases + 1);
  const places = new Uint32Array(bytes.length); // a place takes a byte at least
  let [page, end] = [0, 0];
  for (let n = 0; n < releases; n++) {
    pages[n] = page += reader.number();
    const head = reader.number();
    if (head % 2 === 1) headlines[n] = reader.number();
    let place = 0;
    for (let left = head >>> 1; left > 0; left--) places[end++] = place += reader.number();
    starts[n + 1] = end;
  }
  return { pages, starts, places: places.subarray(0, end), headlines };
}

/** The file of a chunk, below the index's folder. */
export const chunkFile = (id: string) => `index/${id}.packed`;

/** What browsers know of all chunks: of each the word that it begins with, shortened, and its name. */
export interface ChunkList {
  firsts: string[];
  ids: string[];
}

/** Each with spaces between. */
export type EncodedChunkList = readonly [firsts: string, ids: string];

export const encodeChunkList = ({ firsts, ids }: ChunkList): EncodedChunkList => [
  firsts.join(' '),
  ids.join(' '),
];

export function decodeChunkList([firsts, ids]: EncodedChunkList): ChunkList {
  return ids === '' ? { firsts: [], ids: [] } : { firsts: firsts.split(' '), ids: ids.split(' ') };
}

/** Compares words as the index orders them: below 0 if the first comes first. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  let same = 0;
  while (same < length && a.charCodeAt(same) === b.charCodeAt(same)) same++;
  if (same === length) return a.length - b.length;
  // Halves of a surrogate pair differ in order from the characters that follow them in UTF-16.
  const [one, other] = [a.charCodeAt(same), b.charCodeAt(same)];
  return fixed(one) - fixed(other);
}

/** A code unit moved so that surrogates come after all other units, as their characters do. */
const fixed = (unit: number) =>
  unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit;
