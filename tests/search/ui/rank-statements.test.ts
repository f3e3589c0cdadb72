import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rankStatements, type ReleaseWithPlaces } from '../../../src/search/ui/rank-statements.ts';

/** A release of the index: statements after a headline; `find` says which words were found. */
function fragment(statements: string[], find: (word: string) => boolean): ReleaseWithPlaces {
  const headline = 'A headline with words';
  const anchors: ReleaseWithPlaces['anchors'] = [];
  let content = headline;
  for (const [n, statement] of statements.entries()) {
    const id = `s-${'abcdefgh'.replace('a', 'abcdefgh'[n] ?? 'a')}`;
    anchors.push({ id, element: 'p', location: content.split(' ').length, title: '¶' });
    content += ` ${statement}`;
  }
  const places = content.split(' ').flatMap((word, n) => (find(word) ? [n] : []));
  return { url: '/r/', content, meta: {}, anchors, places };
}

const textOf = (hit: { excerpt: { text: string }[] }) =>
  hit.excerpt.map(({ text }) => text).join('');
const markedIn = (hit: { excerpt: { text: string; marked: boolean }[] }) =>
  hit.excerpt.filter(({ marked }) => marked).map(({ text }) => text);

test('the statement with the searched words in a row comes first', () => {
  const found = fragment(
    [
      'The violation was clear and the MOUs of the two states were of no use.',
      'This clear violation of the MOUs is a betrayal.',
    ],
    (word) => /^(clear|violation|of|the|MOUs)/i.test(word),
  );
  const [first, second] = rankStatements(found);
  assert.ok(first && second);
  assert.equal(textOf(first), 'This clear violation of the MOUs is a betrayal.');
  assert.deepEqual(markedIn(first), ['clear violation of the MOUs']);
  assert.deepEqual(first.runs, ['clear violation of the MOUs']);
  assert.ok(first.score > second.score);
});

test('small words are not marked where there is a longer run', () => {
  const found = fragment(['Of the bridge over the river of the north, the bridge.'], (word) =>
    /^(the|bridge)/i.test(word),
  );
  const [hit] = rankStatements(found);
  assert.deepEqual(hit && markedIn(hit), ['the bridge', 'the bridge.']);
});

test('a long statement is cut around the match, and says so', () => {
  const many = Array.from({ length: 200 }, (_, n) => `word${n}`);
  many[100] = 'estuary';
  const [hit] = rankStatements(fragment([many.join(' ')], (word) => word === 'estuary'));
  assert.ok(hit);
  assert.match(textOf(hit), /^… .* estuary .* …$/);
  assert.ok(textOf(hit).split(' ').length <= 46);
});

test('what is outside of statements is no hit: a headline, a heading', () => {
  const found = fragment(['Nothing here.'], (word) => word === 'headline');
  assert.deepEqual(rankStatements(found), []);
});

test('all of the words in one statement count more than two of them side by side in another', () => {
  const often = 'A ferry, then a quarry, then a lantern, then some makers. '.repeat(8).trim();
  const found = fragment(
    ['Lantern makers met.', 'Of those makers none had a lantern, but a ferry and a quarry.', often],
    (word) => /^(lantern|makers|ferry|quarry)/i.test(word),
  );
  const texts = rankStatements(found).map(textOf);
  assert.equal(texts.at(-1), 'Lantern makers met.');
});
