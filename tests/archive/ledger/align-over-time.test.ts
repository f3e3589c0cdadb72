import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statementId } from '../../../src/archive/statement-id.ts';
import { alignTo, outcomeOf, placeOf } from './made-entry.ts';
import { BRIDGE, CLINIC, HARVEST, LIBRARY, THANKS, VOTE } from './paragraphs.ts';

const EDITED = BRIDGE.replace('August', 'September').replace('ten weeks', 'three months');
const MERGED = [`${CLINIC} ${HARVEST}`, VOTE];

test('words that were removed and are put back have their id again, wherever they stand', () => {
  const versions = [
    [BRIDGE, CLINIC, VOTE],
    [BRIDGE, VOTE],
  ];
  for (const texts of [
    [BRIDGE, CLINIC, VOTE],
    [CLINIC, BRIDGE, VOTE],
  ]) {
    const found = alignTo(versions, texts);
    assert.equal(outcomeOf(found, CLINIC), 'restored');
    assert.deepEqual(found.ids, texts.map(statementId));
    assert.deepEqual([found.added, found.removed], [[], []]);
  }
});

test('what was removed and is back with a word changed has its id again', () => {
  const back = CLINIC.replace('forty', 'sixty');
  const found = alignTo(
    [
      [BRIDGE, CLINIC, VOTE],
      [BRIDGE, VOTE],
    ],
    [BRIDGE, back, VOTE],
  );
  assert.deepEqual([outcomeOf(found, CLINIC), placeOf(found, CLINIC)], ['restored', 1]);
});

test('what stays removed stays where it was, however often the text is recorded', () => {
  const left = [BRIDGE, VOTE];
  const found = alignTo([[BRIDGE, CLINIC, VOTE], left, left, [BRIDGE, VOTE, LIBRARY]], left);
  assert.deepEqual(found.removed, [
    { id: statementId(CLINIC), after: 0 },
    { id: statementId(LIBRARY), after: 1 },
  ]);
});

test('an old text that is put back after an edit has the id that it always had', () => {
  const found = alignTo(
    [
      [BRIDGE, CLINIC],
      [EDITED, CLINIC],
    ],
    [BRIDGE, CLINIC],
  );
  assert.deepEqual(found.ids, [BRIDGE, CLINIC].map(statementId));
  assert.equal(outcomeOf(found, BRIDGE), 'edited');
});

test('a statement that is edited again and again, a word each time, keeps its id', () => {
  const others = LIBRARY.split(' ');
  const versions = others.slice(0, 12).map((_, n) => {
    const words = BRIDGE.split(' ');
    return [[...others.slice(0, n), ...words.slice(n)].join(' '), VOTE];
  });
  for (let n = 1; n < versions.length; n++) {
    const found = alignTo(versions.slice(0, n), versions[n] ?? []);
    assert.equal(placeOf(found, BRIDGE), 0, `after ${n} edits`);
  }
});

test('words that were removed and are back twice have their id once; the second gets -2', () => {
  const versions = [
    [BRIDGE, CLINIC, VOTE],
    [BRIDGE, VOTE],
  ];
  const found = alignTo(versions, [BRIDGE, CLINIC, VOTE, CLINIC]);
  assert.deepEqual(found.ids, [
    ...[BRIDGE, CLINIC, VOTE].map(statementId),
    `${statementId(CLINIC)}-2`,
  ]);
});

test('a new statement with the words that another had before its edit gets an id of its own', () => {
  const found = alignTo(
    [
      [BRIDGE, CLINIC],
      [EDITED, CLINIC],
    ],
    [EDITED, CLINIC, BRIDGE],
  );
  const id = statementId(BRIDGE);
  assert.deepEqual(found.ids, [id, statementId(CLINIC), `${id}-2`]);
  assert.equal(found.outcomes.get(id), 'kept');
  const later = alignTo(
    [
      [BRIDGE, CLINIC],
      [EDITED, CLINIC],
      [EDITED, CLINIC, BRIDGE],
    ],
    [BRIDGE, EDITED],
  );
  assert.deepEqual(later.ids, [`${id}-2`, id]);
});

test('statements that were merged are kept as one, and follow it', () => {
  const versions = [[CLINIC, HARVEST, VOTE], MERGED];
  const kept = alignTo(versions, MERGED);
  assert.deepEqual([...kept.outcomes.values()], ['kept', 'kept', 'kept']);
  const moved = alignTo(versions, [LIBRARY, ...MERGED.toReversed()]);
  assert.deepEqual([placeOf(moved, CLINIC), placeOf(moved, HARVEST)], [2, 2]);
  const edited = alignTo(
    versions,
    MERGED.with(0, `${CLINIC} ${HARVEST}`.replace('forty', 'fifty')),
  );
  assert.deepEqual([placeOf(edited, CLINIC), placeOf(edited, HARVEST)], [0, 0]);
});

test('one that was merged and is split off again gets its id back', () => {
  for (const guest of [HARVEST, THANKS]) {
    const versions = [
      [CLINIC, guest, VOTE],
      [`${CLINIC} ${guest}`, VOTE],
    ];
    const found = alignTo(versions, [CLINIC, guest, VOTE]);
    assert.deepEqual(found.ids, [CLINIC, guest, VOTE].map(statementId));
    assert.equal(outcomeOf(found, guest), 'restored');
    assert.deepEqual([found.added, found.removed], [[], []]);
  }
});

test('one that is split off again with a word changed gets its id back too', () => {
  const back = HARVEST.replace('eleven', 'twelve');
  const found = alignTo([[CLINIC, HARVEST, VOTE], MERGED], [CLINIC, back, VOTE]);
  assert.deepEqual(found.ids, [CLINIC, HARVEST, VOTE].map(statementId));
});

test('when a merged statement is removed all that live in it are', () => {
  const found = alignTo([[CLINIC, HARVEST, VOTE], MERGED], [VOTE]);
  assert.deepEqual([...found.outcomes.values()], ['removed', 'removed', 'kept']);
  assert.deepEqual(
    found.removed.map(({ id }) => id),
    [CLINIC, HARVEST].map(statementId),
  );
});

test('three that are merged one after the other all lead to the last', () => {
  const all = [CLINIC, HARVEST, VOTE];
  const versions = [all, [`${CLINIC} ${HARVEST}`, VOTE], [all.join(' ')]];
  const found = alignTo(versions, [BRIDGE, all.join(' ')]);
  assert.deepEqual(
    all.map((words) => placeOf(found, words)),
    [1, 1, 1],
  );
});
