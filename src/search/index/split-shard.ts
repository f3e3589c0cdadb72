import { gzipSync, gunzipSync } from 'node:zlib';
import {
  encodeFragment,
  readDocument,
  type ShardWord,
  wordSplitter,
} from '../pagefind-format/index.ts';
import { fragmentFile } from '../pagefind-format/browser.ts';
import { pageName } from '../page-names.ts';
import { INDEXED_SYMBOLS } from '../symbols.ts';
import {
  compareCodePoints,
  decodeChunk,
  decodePostings,
  encodeChunk,
  PostingsWriter,
} from '../word-chunks.ts';
import { inChunks } from './join-shards.ts';
import type { IndexedDocument } from './run-pagefind.ts';

/** The files of a chunk of a shard's words, from 0 on. */
const wordsFile = (chunk: number) => `words/${chunk}`;

/**
 * Indexes the releases of a shard without Pagefind, by its rules: the words of each release, and the places
 * of all words.
 * @param stem what the names of the releases begin with.
 * @param onDocument is called after each document.
 */
export function splitShard(
  documents: readonly IndexedDocument[],
  stem: string,
  onDocument?: (document: IndexedDocument) => void,
): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const postings = new Map<string, PostingsWriter>();
  const split = wordSplitter(INDEXED_SYMBOLS);
  for (const [number, document] of documents.entries()) {
    const { url, html } = document;
    const read = readDocument(html);
    files.set(fragmentFile(pageName(stem, number)), encodeFragment({ url, ...read }));
    for (const [word, places] of placesOf(read.content, split)) {
      const writer = postings.get(word) ?? new PostingsWriter();
      postings.set(word, writer);
      writer.add(number, places, 0); // which are in the headline is counted when shards are joined
    }
    onDocument?.(document);
  }
  const words = [...postings]
    .sort(([a], [b]) => compareCodePoints(a, b))
    .map(([word, writer]) => {
      const { releases } = writer;
      return { word, compound: undefined, releases, bytes: writer.bytes() };
    });
  for (const chunk of inChunks(words)) {
    files.set(wordsFile(files.size - documents.length), gzipSync(encodeChunk(chunk)));
  }
  return files;
}

/** Goes over the words that `splitShard` has found in their order; holds one chunk of them at a time. */
export function* splitShardWords(
  files: Pick<ReadonlyMap<string, Uint8Array>, 'get'>,
): Generator<ShardWord> {
  for (let chunk = 0; ; chunk++) {
    const compressed = files.get(wordsFile(chunk));
    if (compressed === undefined) return;
    for (const word of decodeChunk(gunzipSync(compressed))) {
      yield { key: Buffer.from(word.word).toString('latin1'), pages: decodePostings(word) };
    }
  }
}

/** The places of a release's words, in ascending order. */
function placesOf(content: string, split: ReturnType<typeof wordSplitter>): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [place, written] of content.split(' ').entries()) {
    for (const word of split(written)) {
      const places = found.get(word);
      if (places) places.push(place);
      // A part of a text may hold the whole of it in memory, so the key is a copy.
      else found.set(Buffer.from(word).toString(), [place]);
    }
  }
  return found;
}
