import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chipsOf } from '../../../src/search/ui/chip-list.ts';
import { parseQuery } from '../../../src/search/ui/query-language.ts';
import { type Facet, readState, writeState } from '../../../src/search/ui/query-state.ts';

const nameOf = (facet: Facet, value: string) => `the ${facet} ${value}`;

/** The chips of an address, each with the address that taking it away leads to. */
function chips(address: string): [text: string, without: string][] {
  const state = readState(new URLSearchParams(address));
  const made = chipsOf(state, parseQuery(state.q), nameOf);
  return made.map(({ text, without }) => [text, decodeURIComponent(writeState(without))]);
}

test('plain words and the order of results are no chips', () => {
  assert.deepEqual(chips('q=ferry+landing&sort=newest'), []);
});

test('a phrase and what is left out are chips that take themselves out of the words', () => {
  assert.deepEqual(chips('q=ferry+"of+the"+-grant'), [
    ['“of the”', 'q=ferry+-grant'],
    ['without “grant”', 'q=ferry+"of+the"'],
  ]);
});

test('an operator shows the name of its value', () => {
  assert.deepEqual(chips('q=ferry+office:north+before:2018'), [
    ['office: the office north', 'q=ferry+before:2018'],
    ['before 2018', 'q=ferry+office:north'],
  ]);
});

test('each value that is chosen is a chip, which leaves the other values', () => {
  assert.deepEqual(chips('q=ferry&topic=bridges&topic=harbors&year=2017'), [
    ['topic: the topic bridges', 'q=ferry&topic=harbors&year=2017'],
    ['topic: the topic harbors', 'q=ferry&topic=bridges&year=2017'],
    ['year: the year 2017', 'q=ferry&topic=bridges&topic=harbors'],
  ]);
});

test('the first and the last day are a chip each', () => {
  assert.deepEqual(chips('from=2017-11-22&to=2018-01-01&sort=oldest'), [
    ['from 2017-11-22', 'to=2018-01-01&sort=oldest'],
    ['to 2018-01-01', 'from=2017-11-22&sort=oldest'],
  ]);
});

test('what is typed comes first, then what is chosen, then the days', () => {
  const texts = chips('q=-grant&to=2018-01-01&office=north').map(([text]) => text);
  assert.deepEqual(texts, ['without “grant”', 'office: the office north', 'to 2018-01-01']);
});

test('making chips leaves the state and the query as they were', () => {
  const state = readState(new URLSearchParams('q="of+the"&topic=a&topic=b&from=2017-11-22'));
  const query = parseQuery(state.q);
  const before = structuredClone({ state, query });
  const first = chipsOf(state, query, nameOf);
  assert.deepEqual(chipsOf(state, query, nameOf), first);
  assert.deepEqual({ state, query }, before);
});
