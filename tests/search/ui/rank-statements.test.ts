import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PagefindFragment } from '../../../src/search/pagefind-format/browser.ts';
import { rankStatements } from '../../../src/search/ui/rank-statements.ts';

/** A fragment as Pagefind gives it: statements after a headline; `find` says which words it found. */
function fragment(statements: string[], find: (word: string) => boolean): PagefindFragment {
  const headline = 'A headline with words';
  const anchors: PagefindFragment['anchors'] = [];
  let content = headline;
  for (const [n, statement] of statements.entries()) {
    const id = `s-${'abcdefgh'.replace('a', 'abcdefgh'[n] ?? 'a')}`;
    anchors.push({ id, element: 'p', location: content.split(' ').length, title: '¶' });
    content += ` ${statement}`;
  }
  const locations = content.split(' ').flatMap((word, n) => (find(word) ? [n] : []));
  return { url: '/r/', raw_content: content, meta: {}, anchors, locations };
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
  const [first, second] = rankStatements(found, 'clear violation of the MOUs');
  assert.ok(first && second);
  assert.equal(textOf(first), 'This clear violation of the MOUs is a betrayal.');
  assert.deepEqual(markedIn(first), ['clear violation of the MOUs']);
  assert.deepEqual(first.runs, ['clear violation of the MOUs']);
  assert.ok(first.score > second.score);
});

test('small words are not marked where there is a longer run', () => {
  const found = fragment(['Of the bridge over the river of the north, the bridge.'], (word) =>
    /^(of|the|bridge)/i.test(word),
  );
  const [hit] = rankStatements(found, 'the bridge');
  assert.deepEqual(hit && markedIn(hit), ['the bridge', 'the bridge.']);
});

test('words that only begin like a short searched word are left out', () => {
  const found = fragment(['These and those, the others.'], (word) => /^the/i.test(word));
  const [hit] = rankStatements(found, 'the');
  assert.deepEqual(hit && markedIn(hit), ['the']);
});

test('a long statement is cut around the match, and says so', () => {
  const many = Array.from({ length: 200 }, (_, n) => `word${n}`);
  many[100] = 'estuary';
  const [hit] = rankStatements(
    fragment([many.join(' ')], (word) => word === 'estuary'),
    'estuary',
  );
  assert.ok(hit);
  assert.match(textOf(hit), /^… .* estuary .* …$/);
  assert.ok(textOf(hit).split(' ').length <= 46);
});

test('what is outside of statements is no hit: a headline, a heading', () => {
  const found = fragment(['Nothing here.'], (word) => word === 'headline');
  assert.deepEqual(rankStatements(found, 'headline'), []);
});

test('signs that HTML escapes are shown as they were written', () => {
  const found = fragment(['Fewer &lt;than&gt; ten gauges.'], (word) => word === 'gauges.');
  const [hit] = rankStatements(found, 'gauges');
  assert.equal(hit && textOf(hit), 'Fewer <than> ten gauges.');
});
