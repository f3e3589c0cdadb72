import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findReleases } from '../../../src/search/ui/find-releases.ts';
import { parseQuery } from '../../../src/search/ui/query-language.ts';
import { madePagefind, type MadeResult } from './made-pagefind.ts';

const [A, B, C] = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

/** What is found, best first, and which terms Pagefind was asked for. */
async function find(
  typed: string,
  answers: Record<string, MadeResult[]>,
  common = new Set<string>(),
) {
  const { pagefind, asked } = madePagefind(answers);
  const { results, isRanked } = await findReleases(pagefind, parseQuery(typed), common);
  return { results, isRanked, ids: results.map(({ id }) => id), asked };
}

test('one word is searched for once, and the best of its results comes first', async () => {
  const { ids, isRanked, asked } = await find('ferry', { ferry: [{ ...B, score: 2 }, A] });
  assert.deepEqual([ids, isRanked, asked], [['b', 'a'], true, ['ferry']]);
});

test('of releases that are equally good the latest comes first: the last page of the index', async () => {
  const answers = { ferry: [{ ...B, score: 2 }, A, C], '"ferry"': [A, B, C] };
  assert.deepEqual((await find('ferry', answers)).ids, ['b', 'c', 'a']);
  assert.deepEqual((await find('"ferry"', answers)).ids, ['c', 'b', 'a']);
});

test('without words every release is found, in no order', async () => {
  for (const typed of ['', 'office:north', 'before:2018']) {
    const { ids, isRanked } = await find(typed, { '*': [A, B] });
    assert.deepEqual([ids, isRanked], [['a', 'b'], false], typed);
  }
});

test('of several words the releases that have them in a row come first', async () => {
  const { ids } = await find('ferry landing', {
    'ferry landing': [
      { ...A, score: 9 },
      { ...B, score: 1 },
      { ...C, score: 2 },
    ],
    '"ferry landing"': [B],
  });
  assert.deepEqual(ids, ['b', 'a', 'c']);
});

test('a release must have the words and all the phrases', async () => {
  const { ids } = await find('ferry "of the MOUs" “clear water”', {
    ferry: [A, B, C],
    '"of the MOUs"': [C, B],
    '"clear water"': [A, C],
  });
  assert.deepEqual(ids, ['c']);
});

test('the places of words and phrases in a release are put together, and its scores added', async () => {
  const { results } = await find('ferry "clear water"', {
    ferry: [{ id: 'a', score: 2, words: [20, 3] }],
    '"clear water"': [{ id: 'a', score: 1, words: [3, 4] }],
  });
  assert.deepEqual(results[0]?.words, [3, 4, 20]);
  assert.equal(results[0].score, 3);
});

test('a phrase alone is ranked by what Pagefind finds for it', async () => {
  const { ids, asked } = await find('"clear water"', { '"clear water"': [B, A] });
  assert.deepEqual(ids.toSorted(), ['a', 'b']);
  assert.deepEqual(asked, ['"clear water"']);
});

test('what has a word or a phrase that is left out is not found', async () => {
  const { ids } = await find('ferry -grant -"clear water"', {
    ferry: [A, B, C],
    grant: [B],
    '"clear water"': [C],
  });
  assert.deepEqual(ids, ['a']);
});

test('what is left out may be all that is said', async () => {
  const { ids, isRanked } = await find('-grant', { '*': [A, B, C], grant: [B] });
  assert.deepEqual([ids, isRanked], [['a', 'c'], false]);
});

test('nothing is fetched of the releases that are found', async () => {
  // The made-up results fail when their words are asked for.
  const answers = { 'ferry landing': [A], '"ferry landing"': [A], '"of the"': [A], grant: [B] };
  assert.deepEqual((await find('ferry landing "of the" -grant', answers)).ids, ['a']);
});

test('a search that fails is not passed over', async () => {
  await assert.rejects(find('ferry -grant', { ferry: [A] }), /Nobody knows grant/);
});
