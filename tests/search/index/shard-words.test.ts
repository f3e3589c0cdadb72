import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeShardWords, encodeShardWords } from '../../../src/search/index/shard-words.ts';
import { decodePostings, PostingsWriter } from '../../../src/search/word-chunks.ts';

/** A word at places of releases: `{ 0: [1, 4] }`. */
function shardWord(word: string, at: Record<number, number[]>) {
  const lists = Object.values(at);
  const ends = lists.map((_, n) => lists.slice(0, n + 1).flat().length);
  return {
    key: Buffer.from(word).toString('latin1'),
    pages: {
      pages: Uint32Array.from(Object.keys(at), Number),
      starts: Uint32Array.of(0, ...ends),
      places: Uint32Array.from(lists.flat()),
    },
  };
}

/** What a search reads of a word that several shards have, each with the number of releases before it. */
function joined(...parts: [before: number, words: Uint8Array][]) {
  const writer = new PostingsWriter();
  for (const [before, words] of parts) {
    for (const word of decodeShardWords(words)) writer.addWritten(word, before);
  }
  const { releases } = writer;
  const word = { word: '', compound: undefined, releases, bytes: writer.bytes() };
  const { pages, starts, places, headlines } = decodePostings(word);
  return Array.from(pages, (page, n) => [
    page,
    headlines[n],
    ...places.subarray(starts[n], starts[n + 1]),
  ]);
}

test('words of a shard are read as they were written', () => {
  const words = ['harbor', 'harbour', 'pier', 'über', '北', '𐐨x'].map((word, n) =>
    shardWord(word, { [n]: [n, 300 + n], [200 + n]: [70_000] }),
  );
  const read = [...decodeShardWords(encodeShardWords(words, []))];
  assert.deepEqual(
    read.map(({ key, releases, last }) => [key, releases, last]),
    words.map(({ key, pages }) => [key, 2, pages.pages[1]]),
  );
});

test('words that nobody can search for, and those that no release has in its text, are not stored', () => {
  const words = [shardWord('a', {}), shardWord('b.c', { 0: [0] }), shardWord('d_e', { 0: [0] })];
  const read = [...decodeShardWords(encodeShardWords(words, [1]))];
  assert.deepEqual(
    read.map(({ key }) => key),
    ['d_e'],
  );
});

test('joined words have the releases of all shards, with the places in their headlines counted', () => {
  const headlines = [2, 3, 0];
  const one = encodeShardWords([shardWord('pier', { 0: [0, 1, 5], 2: [0] })], headlines);
  const other = encodeShardWords([shardWord('pier', { 1: [2, 3] })], headlines);
  assert.deepEqual(joined([0, one], [3, other], [300, one]), [
    [0, 2, 0, 1, 5],
    [2, 0, 0],
    [4, 1, 2, 3],
    [300, 2, 0, 1, 5],
    [302, 0, 0],
  ]);
});
