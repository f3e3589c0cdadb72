import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alignTo, outcomeOf, placeOf } from './made-entry.ts';
import { BRIDGE, CLINIC, VOTE } from './paragraphs.ts';

/** What becomes of a statement between two that stay as they are. */
const becomes = (before: string, after: string) => {
  const found = alignTo([[BRIDGE, before, CLINIC]], [BRIDGE, after, CLINIC]);
  return outcomeOf(found, before);
};

test('another number of a bill or a version makes another statement, however alike the rest is', () => {
  for (const [before, after] of [
    ['AB 1204 (Example)', 'AB 2113 (Example)'],
    ['SB 10 (Sample)', 'SB 11 (Sample)'],
    [
      'The Assembly passed AB 1204, which pays for lamps along the canal path, without debate.',
      'The Assembly passed AB 1387, which pays for lamps along the canal path, without debate.',
    ],
    [
      'Clerks found that version v20.19.7 of the counting program leaves no ballot out.',
      'Clerks found that version v22.22.0 of the counting program leaves no ballot out.',
    ],
  ] as const) {
    assert.equal(becomes(before, after), 'removed', `${before} → ${after}`);
  }
});

test('every number of a bill is told from every other, though short ones share their shadows', () => {
  for (let number = 1; number <= 60; number++) {
    const [before, after] = [`SB ${number} (Sample)`, `SB ${number + 1} (Sample)`];
    assert.equal(becomes(before, after), 'removed', `${before} → ${after}`);
  }
});

test('a quotation with another speaker is another statement', () => {
  const said = (words: string, who: string) => `“${words},” said ${who}.`;
  const alder =
    'Senator Alder (D-Placeholder Falls), member of the Senate Committee on Invented Affairs and Water';
  const birch =
    'Senator Birch (R-Sampleton), member of the Senate Committee on Invented Affairs and Water';
  const praise = 'Every child in the valley deserves a glass of clean water at school';
  const blame = 'This measure is a gift to developers, and I shall oppose it on the floor';
  assert.equal(becomes(said(praise, alder), said(blame, birch)), 'removed');
  assert.equal(becomes(said(praise, alder), said(praise, birch)), 'removed');
  assert.equal(becomes(said(praise, alder), said(`${praise} and at home`, alder)), 'edited');
});

test('other words by the same people in the same form are another statement', () => {
  const announced = (what: string) =>
    `Assemblymember Alex Example (D-Placeholder), Chair of the Assembly Committee on Invented Affairs, today announced that ${what}.`;
  assert.equal(
    becomes(
      announced('the rope bridge over Sample Creek will be closed to riders until spring'),
      announced('four libraries were lent a printing press that pupils may use on weekends'),
    ),
    'removed',
  );
});

test('a corrected amount, day or letter in a paragraph is an edit', () => {
  const text =
    'The county lends the ferry school $30,000 for new boats, and the first of them is launched on June 14 at noon, when the choir of Sampleton sings.';
  for (const [old, now] of [
    ['$30,000', '$50,000'],
    ['June 14', 'June 9'],
    ['Sampleton', 'Sampelton'],
    ['noon', 'one o’clock'],
  ] as const) {
    assert.equal(becomes(text, text.replace(old, now)), 'edited', `${old} → ${now}`);
  }
});

test('items and rows follow the place with which they begin, whatever their order and amounts', () => {
  const counties = ['Amber', 'Birchwood', 'Cinder', 'Dovetail', 'Elmgrove', 'Foxglove'];
  const items = (amount: number) =>
    counties.map((name, n) => `${name} County – $${amount + n},500 for the fair`);
  const [before, after] = [items(20), items(71).toReversed()];
  const found = alignTo([[BRIDGE, ...before, VOTE]], [BRIDGE, ...after, VOTE]);
  for (const [n, words] of before.entries()) {
    assert.equal(placeOf(found, words), before.length - n, words);
  }
});

test('of items that are alike but for a name none takes the link of another', () => {
  const items = ['Amber', 'Birchwood', 'Cinder'].map((name) => `${name} Fair – $20,000`);
  const other = items.with(1, 'Dovetail Fair – $20,000');
  const found = alignTo([[BRIDGE, ...items, VOTE]], [BRIDGE, ...other, VOTE]);
  assert.equal(outcomeOf(found, items[1] ?? ''), 'removed');
  const back = alignTo([[...items, VOTE], [VOTE]], ['Elmgrove Fair – $20,000', VOTE]);
  for (const item of items) assert.equal(outcomeOf(back, item), 'removed');
});

test('a date of another section is another statement', () => {
  const [first, second] = ['December 18, 2020', 'Update: December 29, 2020'];
  assert.equal(becomes(first, second), 'removed');
});

test('short paragraphs that were merged, or to which one was appended, are in the one that holds them', () => {
  const [vote, ferry] = ['The vote is on Monday.', 'The ferry is late.'];
  const merged = alignTo([[BRIDGE, vote, ferry, CLINIC]], [BRIDGE, `${vote} ${ferry}`, CLINIC]);
  assert.deepEqual([placeOf(merged, vote), placeOf(merged, ferry)], [1, 1]);
  const longer = `${vote} Whoever wants to speak before it may sign the list at the door of the town hall from eight o’clock on.`;
  const appended = alignTo([[BRIDGE, vote, CLINIC]], [BRIDGE, longer, CLINIC]);
  assert.deepEqual([placeOf(appended, vote), outcomeOf(appended, vote)], [1, 'edited']);
});

test('a name that changed throughout is an edit wherever it changed', () => {
  const texts = (bus: string, line: string) => [
    `Riders of ${bus} and ${line} may bring a bicycle along from the first of May.`,
    `Whoever has a yearly ticket of ${bus} or ${line} rides for nothing on Sundays.`,
    BRIDGE,
  ];
  const found = alignTo([texts('Nightbus', 'Dawnliner')], texts('Owlbus', 'Larkliner'));
  assert.deepEqual([...found.outcomes.values()], ['edited', 'edited', 'kept']);
});

test('of an edit it is said how much changed, where a word can say it', () => {
  const text =
    'The ferry to Sample Island will not run on the four Sundays of the coming month, said the harbor office.';
  const extent = (after: string) =>
    [...alignTo([[BRIDGE, text, CLINIC]], [BRIDGE, after, CLINIC]).extents.values()][0];
  assert.equal(extent(text.replace('not ', '')), 'negated');
  assert.equal(extent(text.replace('harbor', 'harbour')), 'slight');
  assert.equal(extent(text.replace(', said', ' — said')), 'slight');
  assert.equal(extent(text.replace('coming month', 'month after that')), undefined);
  const sum = text.replace('four', '4');
  assert.equal(
    [
      ...alignTo(
        [[BRIDGE, sum, CLINIC]],
        [BRIDGE, sum.replace('4', '12'), CLINIC],
      ).extents.values(),
    ][0],
    'numbers',
  );
});
