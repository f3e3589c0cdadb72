import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { longestRow, rankReleases } from '../../../src/search/ui/rank-releases.ts';
import { madeResult, type MadeResult } from './made-pagefind.ts';

/** Ranks some releases for a term; `exact` are the ids of those that have it as a phrase. */
const rank = (term: string, results: MadeResult[], exact: string[] = []) =>
  rankReleases(
    results.map(madeResult),
    term,
    exact.map((id) => madeResult({ id })),
  ).map(({ id }) => id);

test('for one word the order is that of Pagefind', () => {
  const results = [
    { id: 'a', score: 1, words: [1] },
    { id: 'b', score: 5, words: [1, 2, 3] },
  ];
  assert.deepEqual(rank('ferry', results, ['b']), ['a', 'b']);
  assert.deepEqual(rank(' ferry ', results), ['a', 'b']);
});

test('a release with the words just so comes before any other', () => {
  const results = [
    { id: 'often', score: 1000, words: [1, 2, 3, 9, 10] },
    { id: 'exact', score: 0.1, words: [4, 5, 6] },
  ];
  assert.deepEqual(rank('of the ferry', results, ['exact']), ['exact', 'often']);
});

test('words in a row count more than words here and there', () => {
  const results = [
    { id: 'scattered', score: 3, words: [1, 5, 9] },
    { id: 'two', score: 1.5, words: [1, 2, 9] },
    { id: 'three', score: 1, words: [7, 9, 8] },
  ];
  assert.deepEqual(rank('of the ferry', results), ['three', 'two', 'scattered']);
});

test('a row that is longer than the search counts no more than one of its length', () => {
  const results = [
    { id: 'a', score: 1.1, words: [1, 2] },
    { id: 'b', score: 1, words: [1, 2, 3, 4, 5, 6] },
  ];
  assert.deepEqual(rank('the ferry', results), ['a', 'b']);
});

test('releases that are equal keep their order, and the list given is left as it was', () => {
  const results = ['c', 'a', 'b'].map((id) => madeResult({ id }));
  const ranked = rankReleases(Object.freeze(results), 'the ferry', []);
  assert.deepEqual(ranked, results);
  assert.notEqual(ranked, results);
});

test('the longest row is found in places of any order, each counted once', () => {
  assert.equal(longestRow([]), 0);
  assert.equal(longestRow([7]), 1);
  assert.equal(longestRow([9, 3, 1, 2, 2, 8]), 3);
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(30)), (places) => {
      const isThere = (place: number) => places.includes(place);
      const rows = places.map((start) => {
        let end = start;
        while (isThere(end)) end++;
        return end - start;
      });
      assert.equal(longestRow(places), Math.max(0, ...rows));
    }),
  );
});
