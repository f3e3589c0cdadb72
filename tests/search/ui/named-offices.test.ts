import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { namedOffices } from '../../../src/search/ui/named-offices.ts';
import { offersFor } from '../../../src/search/ui/other-searches.ts';
import { parseQuery } from '../../../src/search/ui/query-language.ts';
import { writeState } from '../../../src/search/ui/query-state.ts';
import { madeSearch, stateOf } from './made-search.ts';

/** Plainly made-up offices: two members share a surname, and one is called as a color is. */
const OFFICES = {
  quill: 'name: Office of Senator Quill\nmember: Robin Quill, Jr.\n',
  'pat-marsh': 'name: Office of Pat Marsh\nmember: Pat Marsh\n',
  'lee-marsh': 'name: Office of Lee Marsh\nmember: Lee Marsh\n',
  teal: 'name: Office of Jo Teal\nmember: Jo Teal\n',
  ferries: 'name: Committee on Ferries\n',
};
const RELEASES = {
  'quill-ferry': { office: 'quill', body: 'At the harbor Senator Quill opens a new ferry line.' },
  'quill-lamp': { office: 'quill', body: 'Quill lights a lamp.' },
  'lamp-by-other': {
    office: 'pat-marsh',
    title: 'Quill lamp lit: Marsh and Quill lamp',
    body: 'A lamp, a lamp, by Marsh and Quill.',
  },
  'marsh-ferry': { office: 'lee-marsh', body: 'Lee Marsh rides the ferry.' },
  'ferries-day': { office: 'ferries', body: 'A day of ferries, by the Committee on Ferries.' },
  'teal-paint': { office: 'teal', body: 'Jo Teal paints a bench.' },
  ...Object.fromEntries(
    Array.from({ length: 24 }, (_, n) => [
      `teal-bench-${n}`,
      {
        office: 'ferries',
        title: `Bench ${n}`,
        body: 'A teal bench, teal as the sea, in the park.',
      },
    ]),
  ),
  ...Object.fromEntries(
    ['one', 'two', 'three'].map((n) => [
      `hall-${n}`,
      { office: 'ferries', title: 'Marsh Hall opens', body: 'Marsh Hall is open to all.' },
    ]),
  ),
};
const search = (t: TestContext) => madeSearch(t, RELEASES, undefined, OFFICES);

test('where a word names an office or its member, its releases come first', async (t) => {
  const { ask } = await search(t);
  for (const [q, slugs, first] of [
    ['quill lamp', ['quill'], 'quill-lamp'],
    ['lamp quill', ['quill'], 'quill-lamp'],
    ["Quill's lamp", ['quill'], 'quill-lamp'],
    ['QUILL', ['quill'], 'quill-lamp'],
    ['robin quill lamp', [], undefined], // no release has the first name
    ['marsh ferry', ['lee-marsh', 'pat-marsh'], 'marsh-ferry'],
    ['committee on ferries', ['ferries'], 'ferries-day'],
  ] as const) {
    const { named, names } = await ask(q);
    assert.deepEqual(named.map(({ slug }) => slug).sort(), [...slugs], q);
    assert.equal(names[0], first, q);
  }
});

test('the releases are the same as without, and so is the order if the visitor wants it', async (t) => {
  const { ask } = await search(t);
  const [preferred, alike] = [
    await ask('quill lamp'),
    await ask('quill lamp', false, { asWords: true }),
  ];
  assert.deepEqual(preferred.names, ['quill-lamp', 'lamp-by-other']);
  assert.deepEqual(alike.names, ['lamp-by-other', 'quill-lamp']);
  assert.deepEqual(alike.named, []);
  assert.deepEqual((await ask('quill lamp', false, { sort: 'newest' })).named, []);
  const ofOffice = { facets: { ...stateOf('').facets, office: ['pat-marsh'] } };
  assert.deepEqual((await ask('quill lamp', false, ofOffice)).named, []);
});

test('a name that is a word as any other puts nothing first', async (t) => {
  const { ask } = await search(t);
  for (const q of [
    'teal bench',
    'marsh hall',
    'ferries',
    'quill lights a lamp',
    '"quill" lamp',
    'lamp -quill',
  ]) {
    assert.deepEqual((await ask(q)).named, [], q);
  }
});

test('of several names the one of most words is meant', () => {
  const offices = [
    ['pat-marsh', 'Office of Pat Marsh', 'Pat Marsh'],
    ['lee-marsh', 'Office of Lee Marsh', 'Lee Marsh'],
    ['o', 'Office of O', 'Mary O’Reed-Lamp III'],
  ] as [string, string, string][];
  const slugs = (q: string) => namedOffices(parseQuery(q).parts, offices).map(({ slug }) => slug);
  assert.deepEqual(slugs('marsh ferry'), ['pat-marsh', 'lee-marsh']);
  assert.deepEqual(slugs('ferry pat marsh'), ['pat-marsh']);
  assert.deepEqual(slugs('pat and lee marsh'), ['lee-marsh']);
  assert.deepEqual(slugs("O'Reed-Lamp ferry"), ['o']);
  assert.deepEqual(slugs('pat ferry'), []);
});

test('only the releases of an office that comes first are offered', async (t) => {
  const { ask } = await search(t);
  for (const [q, address, text] of [
    ['quill lamp', 'q=lamp&office=quill', 'Office of Senator Quill: lamp'],
    ['Quill', 'office=quill', 'Office of Senator Quill'],
  ] as const) {
    const [offer] = offersFor(stateOf(q), await ask(q), new Map());
    assert.equal(offer?.kind, 'office');
    assert.equal(writeState(offer.state), address);
    assert.equal(offer.text, text);
  }
});

test('the choice to rank all alike is part of the address', () => {
  const address = writeState({ ...stateOf('quill'), asWords: true });
  assert.equal(address, 'q=quill&names=words');
});
