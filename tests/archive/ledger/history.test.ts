import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RecordedChange } from '../../../src/archive/ledger/entry.ts';
import { historyOf, lastEdits } from '../../../src/archive/ledger/history.ts';

const [A, B, C, D] = ['s-aaaaaaaa', 's-bbbbbbbb', 's-cccccccc', 's-dddddddd'];

test('each statement that was edited, split or merged has the day of its last edit', () => {
  const changes: RecordedChange[] = [
    { on: '2026-02-02', edited: [A, B] },
    { on: '2026-02-04', split: [B], merged: [C, D] },
    { on: '2026-02-06', edited: [C] },
  ];
  assert.deepEqual(Object.fromEntries(lastEdits({ changes, statements: [] })), {
    [A]: '2026-02-02',
    [B]: '2026-02-04',
    [C]: '2026-02-06',
    [D]: '2026-02-04',
  });
});

test('to be moved, removed, restored or added is no edit', () => {
  const changes = [{ on: '2026-02-02', moved: [A], removed: [B], restored: [C], added: [D] }];
  assert.equal(lastEdits({ changes, statements: [] }).size, 0);
  assert.equal(lastEdits({ statements: [] }).size, 0);
});

test('what came back with other words than those of its id was edited on that day', () => {
  const changes = [{ on: '2026-02-04', restored: [A, B] }];
  const statements = [
    { id: A, text: D, words: '' },
    { id: B, words: '' },
    { id: C, text: D, words: '' },
  ];
  assert.deepEqual([...lastEdits({ changes, statements })], [[A, '2026-02-04']]);
});

test('the history has the newest day first, and what readers look for first within a day', () => {
  const changes = [
    { on: '2026-02-02', added: [A], edited: [B] },
    { on: '2026-02-04', restored: [D], removed: [C], moved: [A], merged: [B], split: [A] },
  ];
  assert.deepEqual(historyOf(changes), [
    {
      on: '2026-02-04',
      changes: [
        { kind: 'split', ids: [A] },
        { kind: 'merged', ids: [B] },
        { kind: 'moved', ids: [A] },
        { kind: 'removed', ids: [C] },
        { kind: 'restored', ids: [D] },
      ],
    },
    {
      on: '2026-02-02',
      changes: [
        { kind: 'edited', ids: [B] },
        { kind: 'added', ids: [A] },
      ],
    },
  ]);
});

test('several recordings of one day are one, each statement once for a kind', () => {
  const changes = [
    { on: '2026-02-02', edited: [A] },
    { on: '2026-02-02', edited: [B, A] },
    { on: '2026-02-03', edited: [A] },
  ];
  assert.deepEqual(historyOf(changes), [
    { on: '2026-02-03', changes: [{ kind: 'edited', ids: [A] }] },
    { on: '2026-02-02', changes: [{ kind: 'edited', ids: [A, B] }] },
  ]);
});

test('a release that never changed has no history', () => {
  assert.deepEqual([historyOf(), historyOf([])], [[], []]);
});
