import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LedgerEntry } from '../../../src/archive/ledger/entry.ts';
import { type Arrival, findMoves } from '../../../src/archive/ledger/moves.ts';
import { recordEntry } from '../../../src/archive/ledger/record-entry.ts';
import { BRIDGE, CLINIC, HARVEST, LIBRARY, QUOTE, THANKS, VOTE } from './paragraphs.ts';
import { statementIds } from '../../support/statement-ids.ts';

const [OLD, OTHER, NEW] = ['2026-01-05-old', '2026-01-05-other', '2026-01-06-new'];

/** The line of a release that is not there any more. */
const absent = (release: string, ...versions: string[][]): LedgerEntry =>
  versions.reduce<LedgerEntry | undefined>(
    (before, texts) => recordEntry(before, release, texts, '2026-02-01').entry,
    undefined,
  ) ?? assert.fail('There is no version');
/** A release that is not recorded. */
const arrival = (id: string, texts: string[], ...aliases: string[]): Arrival => {
  return { id, aliases, ids: texts.map(statementIds()) };
};

test('a release is found by the alias that names its former address, whatever its text', () => {
  const found = findMoves(
    [absent(OLD, [BRIDGE, CLINIC])],
    [arrival(OTHER, [BRIDGE, CLINIC]), arrival(NEW, [VOTE], '/releases/2026/01/05/old/')],
  );
  assert.deepEqual(found, [{ from: OLD, to: NEW, isDeclared: true }]);
});

test('an alias leads to a release that is recorded, too, as where two became one', () => {
  const there = { id: NEW, aliases: ['/releases/2026/01/05/old/'], ids: undefined };
  assert.deepEqual(findMoves([absent(OLD, [BRIDGE])], [there]), [
    { from: OLD, to: NEW, isDeclared: true },
  ]);
});

test('without an alias it is found by its words, if half of them are the same', () => {
  const line = absent(OLD, [BRIDGE, CLINIC, HARVEST, VOTE]);
  assert.deepEqual(findMoves([line], [arrival(NEW, [BRIDGE, LIBRARY, CLINIC, QUOTE])]), [
    { from: OLD, to: NEW, isDeclared: false },
  ]);
  assert.deepEqual(findMoves([line], [arrival(NEW, [BRIDGE, LIBRARY, THANKS, QUOTE])]), []);
  const longer = [BRIDGE, CLINIC, LIBRARY, QUOTE, THANKS];
  assert.deepEqual(findMoves([line], [arrival(NEW, longer)]), []); // two of five
});

test('words count as they were recorded last, and not those that were removed', () => {
  const edited = BRIDGE.replace('August', 'September');
  const line = absent(OLD, [BRIDGE, CLINIC, HARVEST, VOTE], [edited, VOTE]);
  assert.equal(findMoves([line], [arrival(NEW, [edited, VOTE])]).length, 1);
  assert.equal(findMoves([line], [arrival(NEW, [CLINIC, HARVEST])]).length, 0);
});

test('of several arrivals the one with most of the words is meant', () => {
  const line = absent(OLD, [BRIDGE, CLINIC, VOTE]);
  const arrivals = [
    arrival(OTHER, [BRIDGE, CLINIC, LIBRARY]),
    arrival(NEW, [BRIDGE, CLINIC, VOTE]),
  ];
  assert.deepEqual(findMoves([line], arrivals), [{ from: OLD, to: NEW, isDeclared: false }]);
});

test('of several that are not there any more, the one with most of the words is meant', () => {
  const lines = [absent(OLD, [BRIDGE, CLINIC, LIBRARY]), absent(OTHER, [BRIDGE, CLINIC, VOTE])];
  const arrivals = [arrival(NEW, [BRIDGE, CLINIC, VOTE])];
  assert.deepEqual(findMoves(lines, arrivals), [{ from: OTHER, to: NEW, isDeclared: false }]);
});

test('two with the same words go to one each, and none to one that is taken', () => {
  const texts = [BRIDGE, CLINIC];
  const lines = [absent(OLD, texts), absent(OTHER, texts)];
  const arrivals = [arrival(NEW, texts), arrival('2026-01-07-newer', texts)];
  const found = findMoves(lines, arrivals);
  assert.deepEqual(
    found.map(({ from }) => from),
    [OLD, OTHER],
  );
  assert.equal(new Set(found.map(({ to }) => to)).size, 2);
  assert.equal(findMoves(lines, arrivals.slice(1)).length, 1);
  const declared = [arrival(NEW, texts, '/releases/2026/01/05/other/')];
  assert.deepEqual(findMoves(lines, declared), [{ from: OTHER, to: NEW, isDeclared: true }]);
});

test('two releases may have become one, which names both addresses', () => {
  const lines = [absent(OLD, [BRIDGE]), absent(OTHER, [CLINIC])];
  const both = ['/releases/2026/01/05/old/', '/releases/2026/01/05/other/'];
  assert.deepEqual(findMoves(lines, [arrival(NEW, [BRIDGE, CLINIC], ...both)]), [
    { from: OLD, to: NEW, isDeclared: true },
    { from: OTHER, to: NEW, isDeclared: true },
  ]);
});

test('a release that is recorded already is no place to go for another by its words', () => {
  const there = { ...arrival(NEW, [BRIDGE, CLINIC]), ids: undefined };
  assert.deepEqual(findMoves([absent(OLD, [BRIDGE, CLINIC])], [there]), []);
});

test('texts without statements are not the same release', () => {
  assert.deepEqual(findMoves([absent(OLD, [])], [arrival(NEW, [])]), []);
  assert.deepEqual(findMoves([], [arrival(NEW, [BRIDGE])]), []);
});
