import assert from 'node:assert/strict';
import { test } from 'node:test';
import { madeSearch } from './made-search.ts';

/** Plainly made-up releases that write the same things in different ways, or others alike. */
const RELEASES = {
  plural: 'Two QX-52s cross the bay, and a QX-7 waits.',
  road: 'A ferry lane for Q 95, and letters in which a 95 is drawn.',
  interstate: 'The lane crosses Q-95 and Q95 at the pier.',
  clause: 'A lantern fund under section 9, title IX, and a 702 k plan.',
  apart: 'Nine lamps; the section has a title, and 8, 9 and IX are numbers.',
  percent: 'Tolls rise by 25 percent, at most 30 per cent.',
  sign: 'Tolls rise by 25%, a 40-percent share of all.',
  lone: 'Of 25 boats a large percent sail.',
  date: 'Since 7/14 the pier is closed.',
  dates: 'Since 7-14 the pier is open.',
  code: 'Dial 714 for the pier.',
  years: 'The 2031–2032 season of the pier.',
  time: 'The boat sails at 10:30, and at 4:15pm.',
  thousand: 'It carries 1,030 lanterns and 1030 bells.',
  acronyms: 'Many QZVs, and their crews.',
  versus: 'Ferry vs. boat, a debate.',
  slash: 'The gull/tern count, and a G.lanternis among them.',
  spaced: 'A gull tern count, G. lanternis too, by Captain O Harbor.',
  apostrophe: 'Captain O’Harbor sails; it’s late.',
  pronoun: 'The ferry has its bell.',
  address: 'See http://www.piers.example/bells/of_the_bay and www.ferries.example.',
  mail: 'Write to piers@desk.ferries.example about it.',
  one: 'The dockworker of the pier, the dockworkers, a dockworker.',
  ones: 'A dockworker sings.',
  more: 'Dockworkers dance.',
  most: 'A dockworker rows.',
  two: 'Pay for each dock worker.',
  shop: 'At the Bell Barn pier, a shop.',
  news: 'News of the lamp.',
  new: 'A new lamp.',
  aides: 'Two aides of the mayor.',
  aids: 'Aids for boats.',
  taxes: 'Harbor boxes for all; a box of ropes.',
  decade: 'In the 2040s, and before.',
  choir: 'A 15,000-voice choir with a 3-hour song.',
  choirs: 'Choirs of 15,000 voices; a song of 3 hours, and 15,000 voice lessons.',
  year: 'In 2040, and after.',
  court: 'Each court has a constructor of lamps.',
};
/** What each finds, in any order. */
const FOUND: Record<string, (keyof typeof RELEASES)[]> = {
  'QX-52': ['plural'],
  'QX-52s': ['plural'],
  qx7: ['plural'],
  'Q 95': ['road', 'interstate'],
  'Q-95': ['road', 'interstate'],
  '"Q-95"': ['road', 'interstate'],
  'section 9': ['clause'],
  'title IX': ['clause'],
  '702k': ['clause'],
  '702(k)': ['clause'],
  '25 percent': ['percent', 'sign'],
  '25%': ['percent', 'sign'],
  '30%': ['percent'],
  '40 percent': ['sign'],
  '"25%"': ['sign'],
  '7-14': ['date', 'dates'],
  '7/14': ['date'],
  '2031-2032': ['years'],
  '1030': ['thousand'],
  '1,030': ['thousand'],
  '10:30': ['time'],
  '4:15': ['time'],
  'vs.': ['versus'],
  QZVs: ['acronyms'],
  'gull/tern': ['slash', 'spaced'],
  'G.lanternis': ['slash', 'spaced'],
  "O'Harbor": ['spaced', 'apostrophe'],
  "O’Harbor's": ['spaced', 'apostrophe'],
  'piers.example': ['address'],
  'www.piers.example': ['address'],
  'http://www.piers.example': ['address'],
  'ferries.example': ['address', 'mail'],
  'desk.example': [],
  'piers@desk.ferries.example': ['mail'],
  "it's": ['apostrophe', 'pronoun'],
  'dock worker': ['one', 'ones', 'more', 'most', 'two'],
  Bellbarn: ['shop'],
  news: ['news'],
  aides: ['aides'],
  aids: ['aids'],
  boxes: ['taxes'],
  '2040s': ['decade'],
  '15,000-voice': ['choir', 'choirs'],
  '3-hour': ['choir'],
  "2040's": ['decade'],
  // Words that JavaScript has for other things are words.
  'court constructor lamps': ['court'],
  // The language of queries.
  'gull | constructor': ['slash', 'spaced', 'court'],
  'QX-7 OR Q 95': ['plural', 'road', 'interstate'],
  'VS OR QZVS': ['acronyms', 'versus'],
};

test('what is one thing is found however it is written, and nothing else', async (t) => {
  const { ask } = await madeSearch(t, RELEASES);
  for (const [q, expected] of Object.entries(FOUND)) {
    const { names } = await ask(q);
    assert.deepEqual(names.toSorted(), expected.toSorted(), q);
  }
});

test('a word that the archive writes only as two is said to have other forms', async (t) => {
  const { ask } = await madeSearch(t, RELEASES);
  assert.deepEqual((await ask('Bellbarn')).unknown, ['Bellbarn']);
  assert.deepEqual((await ask('dock worker')).unknown, []);
});

test('symbols between and behind letters are shown as they were issued', async (t) => {
  const { ask } = await madeSearch(t, RELEASES);
  for (const [q, text] of [
    ['QZVs', 'Many [QZVs,] and their crews.'],
    ['10:30', 'The boat sails at [10:30,] and at 4:15pm.'],
  ] as const) {
    const [release] = (await ask(q)).found;
    const pieces = release?.hits[0]?.excerpt ?? [];
    assert.equal(pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join(''), text);
  }
});
