import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearestWord } from '../../../src/search/ui/near-spelling.ts';
import { offersFor } from '../../../src/search/ui/other-searches.ts';
import { parseQuery } from '../../../src/search/ui/query-language.ts';
import { type QueryState, readState, writeState } from '../../../src/search/ui/query-state.ts';
import { mayBeMisspelled } from '../../../src/search/ui/rare-words.ts';

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

/** What is known of a search in an archive of a thousand releases that has the vocabulary. */
function searched(q: string, count = 0) {
  const terms = parseQuery(q)
    .parts.filter(({ kind }) => ['words', 'phrase', 'without'].includes(kind))
    .map((part) => {
      const releases = VOCABULARY.get(part.value.toLowerCase()) ?? (part.value === 'the' ? 900 : 0);
      return { part, releases, isKnown: releases > 0, isBeginning: part.isPrefix };
    });
  return { count, terms, releases: 1000 };
}

/** What is offered, as addresses by kind. */
function offered(state: QueryState, count = 0) {
  const offers = offersFor(state, searched(state.q, count), VOCABULARY);
  return Object.fromEntries(offers.map(({ kind, state }) => [kind, writeState(state)]));
}
const offerOf = (kind: string, q: string) =>
  offersFor(withWords(q), searched(q), VOCABULARY).find((offer) => offer.kind === kind)?.state.q;
const spelled = (q: string) => offerOf('spelling', q);
const fewer = (q: string) => offerOf('fewer words', q);

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
  assert.equal(fewer('the water'), 'the');
  assert.equal(fewer('water zebras harbor quaggas'), 'water harbor', 'all that no release has');
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
  });
  assert.deepEqual(offered(stateOf('q=libary+water&topic=a&sort=oldest')), {
    spelling: 'q=library+water&topic=a&sort=oldest',
    'not narrowed': 'q=libary+water&sort=oldest',
    'fewer words': 'q=water&topic=a&sort=oldest',
  });
});

test('a phrase that no release has is offered without its marks', () => {
  assert.equal(
    offerOf('without marks', 'harbor "library water" -"a b"'),
    'harbor library water -"a b"',
  );
  assert.equal(offerOf('without marks', '"library"'), undefined);
});

test('a rare word is respelled if the near one is far more frequent, whatever was found', () => {
  const rare = { ...searched('library'), count: 3 };
  assert.ok(!mayBeMisspelled(rare));
  const vocabulary = new Map([
    ['hurricane', 300],
    ['kennedy', 200],
    ['card', 60],
    ['hurricanne', 3],
    ['kenedy', 2],
    ['cart', 2],
  ]);
  assert.equal(nearestWord('hurricanne', vocabulary, 3), 'hurricane');
  assert.equal(nearestWord('kenedy', vocabulary, 2), 'kennedy');
  assert.equal(nearestWord('hurriacne', vocabulary, 1), 'hurricane', 'two letters changed places');
  assert.equal(nearestWord('hurrikanes', vocabulary, 1), undefined, 'two letters differ');
  assert.equal(nearestWord('kenedy', vocabulary, 20), undefined, 'it is frequent enough');
  const [term] = searched('kenedy').terms;
  assert.ok(term);
  const found = { count: 2, releases: 1000, terms: [{ ...term, releases: 2, isKnown: true }] };
  assert.ok(mayBeMisspelled(found));
  const offers = offersFor(withWords('kenedy'), found, vocabulary);
  assert.deepEqual(
    offers.map(({ kind, text }) => [kind, text]),
    [['spelling', 'kennedy']],
  );
});

test('a date in words is offered as days, and the other words stay', () => {
  for (const [q, expected] of [
    ['May 4, 2006', 'from=2006-05-04&to=2006-05-04'],
    ['water May 4, 2006', 'q=water&from=2006-05-04&to=2006-05-04'],
    ['mayo 2006', 'from=2006-05-01&to=2006-05-31'],
    ['4 de mayo de 2006', 'from=2006-05-04&to=2006-05-04'],
    ['1er août 2006', 'from=2006-08-01&to=2006-08-01'],
    ['Sept. 11, 2001 water', 'q=water&from=2001-09-11&to=2001-09-11'],
    ['2006年5月4日', 'from=2006-05-04&to=2006-05-04'],
  ] as const) {
    assert.equal(offered(withWords(q), 5)['day'], expected, q);
  }
  for (const q of ['May 2006th', 'may water', 'February 30, 2006', '2006']) {
    assert.equal(offered(withWords(q))['day'], undefined, q);
  }
});
