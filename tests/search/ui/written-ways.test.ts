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
  phone: 'Call the desk at 555/010-7788, or 1-555-010-9911.',
  brackets: 'Call the desk at (555) 010-7788.',
  points: 'Call the desk at 555.010.7788 today.',
  digits: 'Of 555 lamps, 7788 shine.',
  day: 'The bell rang on Sept. 14, 2039, and will on October 3rd.',
  written: 'On September 14, 2039, it rang; on Oct. 3 too.',
  other: 'In September 2039 rang 14 bells; October has 3 more.',
  state: 'Mayor Osprey (Q-N.V.) of the P.R.-led council.',
  plain: 'The NV bell, the Q NV lamp, and the QNV of the P.R. desk.',
  inside: 'Captain McGullet of HarborDesk, near the quay.',
  gullet: 'The gullet of a pelican.',
  they: 'We’ll ring it, and he’d sing.',
  well: 'A well with a bell; hed is no word.',
  bus: 'One abacus for each bus.',
  buses: 'Many abacuses on buses.',
  bill: 'The council passes S. 2031 and H.R. 77.',
  named: 'The council passes Senate Bill 2031.',
  clauses: 'Two 702(k)s.',
  desk: 'Write to quay_desk@ferries.example for a list.',
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
  '702k': ['clause', 'clauses'],
  '702(k)': ['clause', 'clauses'],
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
  'ferries.example': ['address', 'mail', 'desk'],
  'quay_desk@ferries.example': ['desk'],
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
  // Telephone numbers and days.
  '(555) 010-7788': ['phone', 'brackets', 'points'],
  '555-010-7788': ['phone', 'brackets', 'points'],
  '555 010 7788': ['phone', 'brackets', 'points'],
  '"555.010.7788"': ['phone', 'brackets', 'points'],
  '010-7788': ['phone', 'brackets', 'points'],
  '1-555-010-9911': ['phone'],
  '555-010-9911': ['phone'],
  'September 14, 2039': ['day', 'written'],
  'sept 14th 2039': ['day', 'written'],
  'Oct. 3': ['day', 'written'],
  '"Sept. 14"': ['day'],
  // Abbreviations beside a hyphen, and names with capitals inside.
  'N.V.': ['state', 'plain'],
  'Q-N.V.': ['state', 'plain'],
  'P.R.-led': ['state'],
  'P.R.': ['state', 'plain'],
  gullet: ['gullet'],
  McGullet: ['inside'],
  HarborDesk: ['inside'],
  "we'll": ['they'],
  'we’ll': ['they'],
  well: ['well'],
  hed: ['well'],
  // Other forms of words.
  abacuses: ['bus', 'buses'],
  abacus: ['bus', 'buses'],
  buses: ['bus', 'buses'],
  'Senate Bill 2031': ['bill', 'named'],
  'S. 2031': ['bill'],
  '"S.2031"': ['bill'],
  'H R 77': ['bill'],
  // The language of queries.
  'gull|constructor': ['slash', 'spaced', 'court'],
  'gullet,pelican': ['gullet'],
  'pelican…gullet': ['gullet'],
  'ＱＸ－７': ['plural'],
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
