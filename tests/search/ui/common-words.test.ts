import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  findLikely,
  findPhrase,
  longestGap,
  placesInText,
  distinctiveWords,
} from '../../../src/search/ui/common-words.ts';
import type { PagefindResult } from '../../../src/search/pagefind-format/browser.ts';

const COMMON = new Set(['of', 'the', 'to']);

/** An index over these texts, by id, that knows words and phrases and tells what it was asked for. */
function made(texts: Record<string, string>) {
  const asked: string[] = [];
  const search = (term: string) => {
    asked.push(term);
    const wanted = term.replaceAll('"', '').split(' ');
    const found = Object.entries(texts).flatMap(([id, text]): PagefindResult[] => {
      const words = text.toLowerCase().split(' ');
      const places = [...words.keys()].filter((n) => wanted.includes(words[n] ?? ''));
      const hasAll = wanted.every((word) => words.includes(word));
      if (!hasAll || (term.startsWith('"') && !text.toLowerCase().includes(wanted.join(' ')))) {
        return [];
      }
      const fragment = { url: id, raw_content: text, meta: {}, anchors: [], locations: places };
      return [{ id, score: 1, words: places, data: () => Promise.resolve(fragment) }];
    });
    return Promise.resolve(found);
  };
  return { search, asked };
}

const idsOf = (found: readonly PagefindResult[]) => found.map(({ id }) => id);

test('common words are not asked for where others tell enough', () => {
  assert.deepEqual(distinctiveWords(['Violation', 'of', 'THE', 'rules'], COMMON), [
    'Violation',
    'rules',
  ]);
  assert.deepEqual(distinctiveWords(['to', 'the'], COMMON), ['to', 'the']);
});

test('a phrase with common words is found by the others, and read', async () => {
  const { search, asked } = made({
    right: 'a clear violation of the rules here',
    other: 'a clear violation in our rules here',
    apart: 'rules against violation of the peace',
  });
  const found = await findPhrase('violation of the rules', COMMON, search);
  assert.deepEqual(
    found.map(({ id, words }) => [id, words]),
    [['right', [2, 3, 4, 5]]],
  );
  assert.deepEqual(asked, ['violation rules']);
});

test('common words at its ends are read too', async () => {
  const { search } = made({ right: 'kept of the rules', wrong: 'kept by the rules' });
  const found = await findPhrase('of the rules', COMMON, search);
  assert.deepEqual(idsOf(found), ['right']);
});

test('what cannot begin before the text is not found', async () => {
  const { search } = made({ short: 'rules' });
  assert.deepEqual(await findPhrase('of the rules', COMMON, search), []);
});

test('a phrase of one kind of words only is asked of the index', async () => {
  const { search, asked } = made({ a: 'to the north', b: 'clear water' });
  await findPhrase('to the', COMMON, search);
  await findPhrase('clear water', COMMON, search);
  assert.deepEqual(asked, ['"to the"', '"clear water"']);
});

test('where many releases may have a phrase, the index is asked for all of it', async () => {
  const texts = Object.fromEntries(
    Array.from({ length: 11 }, (_, n) => [`r${n}`, n === 3 ? 'rule of law' : 'rule by law']),
  );
  const { search, asked } = made(texts);
  const found = await findPhrase('rule of law', COMMON, search);
  assert.deepEqual(idsOf(found), ['r3']);
  assert.deepEqual(asked, ['rule law', '"rule of law"']);
});

test('for the order alone nothing is read', async () => {
  const { search } = made({ other: 'rule by law', apart: 'law and then the rule' });
  const found = await findLikely('rule of law', COMMON, search);
  assert.deepEqual(idsOf(found), ['other']);
});

test('the places of common words are added from the text, those that were asked for alone', () => {
  const text = 'the rule of the law to come';
  assert.deepEqual(placesInText(text, [1, 4], ['rule', 'of', 'law'], COMMON), [1, 2, 4]);
  assert.deepEqual(placesInText(text, [1, 4], ['rule', 'law'], COMMON), [1, 4]);
});

test('the longest gap is that of common words between others', () => {
  assert.equal(longestGap(['to', 'rule', 'of', 'the', 'law', 'of'], COMMON), 2);
  assert.equal(longestGap(['clear', 'water'], COMMON), 0);
  assert.equal(longestGap(['to', 'the'], COMMON), 0);
});
