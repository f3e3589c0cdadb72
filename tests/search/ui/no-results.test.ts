import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearestWord, offersFor } from '../../../src/search/ui/no-results.ts';
import { type QueryState, readState, writeState } from '../../../src/search/ui/query-state.ts';

const VOCABULARY = new Map([
  ['library', 40],
  ['water', 30],
  ['later', 20],
  ['cards', 12],
  ['harbor', 9],
  ['libraries', 8],
  ['boligrafo', 2],
]);
const stateOf = (query: string) => readState(new URLSearchParams(query));
const withWords = (q: string): QueryState => ({ ...stateOf(''), q });

/** What is offered, as addresses by kind. */
function offered(state: QueryState) {
  const offers = offersFor(state, VOCABULARY);
  return Object.fromEntries(offers.map(({ kind, state }) => [kind, writeState(state)]));
}
const spelled = (q: string) =>
  offersFor(withWords(q), VOCABULARY).find(({ kind }) => kind === 'spelling')?.state.q;
const fewer = (q: string) =>
  offersFor(withWords(q), VOCABULARY).find(({ kind }) => kind === 'fewer words')?.state.q;

for (const { typed, near, why } of [
  { typed: 'libary', near: 'library', why: 'a letter is missing' },
  { typed: 'lirbary', near: 'library', why: 'two letters have changed places' },
  { typed: 'librareis', near: 'libraries', why: 'two changes, in a longer word' },
  { typed: 'zater', near: 'water', why: 'two are as near, and this is the more frequent' },
  { typed: 'latee', near: 'later', why: 'the nearer comes before the more frequent' },
  { typed: 'wader', near: 'water', why: 'one change in a short word' },
  { typed: 'wadel', near: undefined, why: 'two changes in a short word' },
  { typed: 'xylophonists', near: undefined, why: 'nothing is near' },
  { typed: 'library', near: undefined, why: 'the archive has it' },
  { typed: 'car', near: undefined, why: 'it is too short to tell' },
  { typed: 'card5', near: undefined, why: 'it has a digit' },
]) {
  test(`${typed}: ${near ?? 'nothing'} is offered, since ${why}`, () => {
    assert.equal(nearestWord(typed, VOCABULARY), near);
  });
}

test('each word that the archive does not have is replaced, and nothing else', () => {
  assert.equal(spelled('libary'), 'library');
  assert.equal(
    spelled('  Libary "harbr  cards" -watr office:libary'),
    '  library "harbor  cards" -watr office:libary',
  );
  assert.equal(spelled('BOLÍGRAFOS'), 'boligrafo');
  assert.equal(spelled('library water'), undefined);
  assert.equal(spelled(''), undefined);
});

test('the word in the fewest releases is left out, and the rest stays as it was typed', () => {
  assert.equal(fewer('water harbor library'), 'water library');
  assert.equal(fewer('water xylophonists -fees'), 'water -fees');
  assert.equal(fewer('Harbor "library cards" year:2017'), '"library cards" year:2017');
  assert.equal(fewer('the water'), 'the'); // of short words nothing is known
});

test('of one word, and of phrases, nothing is left out', () => {
  assert.equal(fewer('harbor'), undefined);
  assert.equal(fewer('harbor year:2017'), undefined);
  assert.equal(fewer('"harbor" "water"'), undefined);
});

test('filters and days are left out, typed or chosen; the words and the order stay', () => {
  const state = stateOf('q=water office:north -fees&topic=a&topic=b&from=2017-01-01&sort=newest');
  assert.equal(offered(state)['not narrowed'], 'q=water+-fees&sort=newest');
  assert.equal(offered(stateOf('q=water before:2018'))['not narrowed'], 'q=water');
  assert.equal(offered(stateOf('q=water&to=2017-01-01'))['not narrowed'], 'q=water');
});

test('without words, or without filters, there is nothing to widen', () => {
  assert.equal(offered(stateOf('office=north'))['not narrowed'], undefined);
  assert.equal(offered(stateOf('q=office:north'))['not narrowed'], undefined);
  assert.equal(offered(stateOf('q=water'))['not narrowed'], undefined);
});

test('an offer keeps what it does not change', () => {
  assert.deepEqual(offered(stateOf('q=libary+watr&topic=a&sort=oldest')), {
    spelling: 'q=library+water&topic=a&sort=oldest',
    'not narrowed': 'q=libary+watr&sort=oldest',
    'fewer words': 'q=watr&topic=a&sort=oldest',
  });
});
