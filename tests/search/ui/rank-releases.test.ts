import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { NOWHERE, PostingsBuilder } from '../../../src/search/ui/combine-postings.ts';
import { longestRow, rankReleases } from '../../../src/search/ui/rank-releases.ts';
import type { Postings } from '../../../src/search/word-chunks.ts';

/** Where a word is: its places in each release by the release's number, the first ones in the headline. */
function madePostings(places: Record<number, number[]>, headline = 0): Postings {
  const builder = new PostingsBuilder();
  for (const [page, own] of Object.entries(places)) {
    builder.add(Number(page), own, own.filter((place) => place < headline).length);
  }
  return builder.postings();
}

/** Ranks all releases that have the first of the words; `exact` are those that have them in a row. */
async function rank(terms: Postings[], exact: Postings = NOWHERE) {
  const options = { releases: 100, exact, words: terms.length, reach: 1 };
  const ranked = await rankReleases(terms[0]?.pages ?? new Uint32Array(), terms, options);
  return ranked.map(({ page }) => page);
}

test('the more often a release has a word, the earlier it comes; of equals the latest', async () => {
  const word = madePostings({ 1: [300], 2: [300, 340, 380], 3: [300] });
  assert.deepEqual(await rank([word]), [2, 3, 1]);
});

test('a word in the headline counts more than several later ones', async () => {
  const word = madePostings({ 1: [20, 30, 40, 50], 2: [3, 200] }, 8);
  assert.deepEqual(await rank([word]), [2, 1]);
});

test('of releases that have a word as often, the one that has it earlier comes first', async () => {
  assert.deepEqual(await rank([madePostings({ 1: [30], 2: [900] })]), [1, 2]);
});

test('a release with all words in a row comes before any other', async () => {
  const one = madePostings({ 1: [1, 3, 5, 7], 2: [700] });
  const other = madePostings({ 1: [2, 4, 6, 8], 2: [702] });
  assert.deepEqual(await rank([one, other], madePostings({ 2: [700] })), [2, 1]);
});

test('words next to each other count more than words here and there', async () => {
  const one = madePostings({ 1: [100], 2: [100] });
  const other = madePostings({ 1: [101], 2: [300] });
  assert.deepEqual(await rank([one, other]), [1, 2]);
});

test('the places of all words are put together, each once', async () => {
  const [one, other] = [madePostings({ 4: [2, 9] }), madePostings({ 4: [3, 9] })];
  const options = { releases: 9, exact: NOWHERE, words: 2, reach: 1 };
  const [match] = await rankReleases(one.pages, [one, other], options);
  assert.deepEqual(match?.places, [2, 3, 9]);
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
