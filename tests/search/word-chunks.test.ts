import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  compareCodePoints,
  decodeChunk,
  decodeChunkList,
  decodePostings,
  encodeChunk,
  encodeChunkList,
  type IndexedWord,
  PostingsWriter,
} from '../../src/search/word-chunks.ts';

const ascending = (max: number) =>
  fc
    .uniqueArray(fc.nat(max), { minLength: 1, maxLength: 9 })
    .map((list) => list.sort((a, b) => a - b));

test('property: a chunk is read as it was written', () => {
  const pages = ascending(3_000_000).chain((numbers) =>
    fc.tuple(
      ...numbers.map((page) => fc.record({ page: fc.constant(page), places: ascending(70_000) })),
    ),
  );
  const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
  const entries = fc.uniqueArray(fc.tuple(word, pages), { selector: ([own]) => own });
  fc.assert(
    fc.property(entries, (all) => {
      const words = all
        .toSorted(([a], [b]) => compareCodePoints(a, b))
        .map(([own, list]): IndexedWord => {
          const writer = new PostingsWriter();
          for (const { page, places } of list) writer.add(page, places, page % 2 && places.length);
          const compound = own.length > 5 ? `${own}-x` : undefined;
          return { word: own, compound, releases: writer.releases, bytes: writer.bytes() };
        });
      const read = decodeChunk(encodeChunk(words));
      assert.deepEqual(
        read.map((one) => ({ ...one, bytes: [...one.bytes] })),
        words.map((one) => ({ ...one, bytes: [...one.bytes] })),
      );
      for (const one of read) {
        const list = all.find(([own]) => own === one.word)?.[1] ?? [];
        const { pages, starts, places, headlines } = decodePostings(one);
        assert.deepEqual(
          [...pages],
          list.map(({ page }) => page),
        );
        for (const [n, { page, places: own }] of list.entries()) {
          assert.deepEqual([...places.subarray(starts[n], starts[n + 1])], own);
          assert.equal(headlines[n], page % 2 && own.length);
        }
      }
    }),
  );
});

test('words are in the order of their bytes in UTF-8, whatever their script', () => {
  const words = ['', 'a', 'ab', 'b', 'é', '北', '\uE001', 'ﬀ', '𐐨', '𐐨x'];
  const bytes = words.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  assert.deepEqual(words.toReversed().sort(compareCodePoints), bytes);
});

test('a list of chunks is read as it was written, an empty one too', () => {
  for (const list of [
    { firsts: [], ids: [] },
    { firsts: ['', 'har', '北'], ids: ['00aa', '11bb', '22cc'] },
  ]) {
    assert.deepEqual(decodeChunkList(encodeChunkList(list)), list);
  }
});
