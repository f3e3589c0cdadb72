import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  findPage,
  placesAt,
  PostingsBuilder,
  sequence,
  union,
} from '../../../src/search/ui/combine-postings.ts';
import type { Postings } from '../../../src/search/word-chunks.ts';

type Made = Record<number, number[]>;
const HEADLINE = 3; // words

/** Where a word is: its places by the releases' numbers. */
function made(places: Made): Postings {
  const builder = new PostingsBuilder();
  for (const [page, own] of Object.entries(places)) {
    builder.add(Number(page), own, own.filter((place) => place < HEADLINE).length);
  }
  return builder.postings();
}

const read = (postings: Postings): Made =>
  Object.fromEntries([...postings.pages].map((page, n) => [page, [...placesAt(postings, n)]]));

/** Some words of a few releases, each a list of numbers of words. */
const texts = fc.array(fc.array(fc.nat(3), { maxLength: 12 }), { maxLength: 6 });
const placesOf = (all: number[][], word: number): Made =>
  Object.fromEntries(
    all.flatMap((text, page) => {
      const own = text.flatMap((one, place) => (one === word ? [place] : []));
      return own.length === 0 ? [] : [[page, own]];
    }),
  );

test('property: what several words have together is what the texts have', () => {
  fc.assert(
    fc.property(texts, fc.uniqueArray(fc.nat(3), { minLength: 1 }), (all, words) => {
      const found = union(words.map((word) => made(placesOf(all, word))));
      const expected = all.map((text) => text.map((one) => (words.includes(one) ? 1 : -1)));
      assert.deepEqual(read(found), placesOf(expected, 1));
      for (const [n, page] of found.pages.entries()) {
        const inHeadline = placesAt(found, n).filter((place) => place < HEADLINE);
        assert.equal(found.headlines[n], inHeadline.length);
        assert.equal(findPage(found.pages, page), n);
      }
      assert.equal(findPage(found.pages, all.length), -1);
    }),
  );
});

test('property: a row is found where the texts have it, with any word where one is left open', () => {
  const row = fc.array(fc.option(fc.nat(3), { nil: undefined }), { minLength: 1, maxLength: 4 });
  const bounded = row.filter((words) => words[0] !== undefined && words.at(-1) !== undefined);
  fc.assert(
    fc.property(texts, bounded, (all, words) => {
      const steps = words.map((word, n) => ({
        from: n,
        to: n + 1,
        postings: word === undefined ? undefined : made(placesOf(all, word)),
      }));
      const expected: Made = {};
      for (const [page, text] of all.entries()) {
        const places = text.flatMap((_, start) => {
          const isHere = words.every((word, n) =>
            word === undefined ? start + n < text.length : text[start + n] === word,
          );
          return isHere ? words.map((_, n) => start + n) : [];
        });
        if (places.length > 0) expected[page] = [...new Set(places)].sort((a, b) => a - b);
      }
      assert.deepEqual(read(sequence(words.length, steps)), expected);
    }),
  );
});

test('two words of a row may be one in the text', () => {
  const [stem, cell, stemcell] = [made({ 1: [4] }), made({ 1: [5] }), made({ 2: [7] })];
  const steps = [
    { from: 0, to: 1, postings: stem },
    { from: 1, to: 2, postings: cell },
    { from: 0, to: 2, postings: stemcell },
  ];
  assert.deepEqual(read(sequence(2, steps)), { 1: [4, 5], 2: [7] });
});
