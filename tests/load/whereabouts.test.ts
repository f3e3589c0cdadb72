import assert from 'node:assert/strict';
import { test } from 'node:test';
import { align } from '../../src/archive/ledger/align.ts';
import type { LedgerEntry } from '../../src/archive/ledger/entry.ts';
import { recordEntry } from '../../src/archive/ledger/record-entry.ts';
import { statementId } from '../../src/archive/statement-id.ts';
import { whereaboutsOf } from '../../src/load/whereabouts.ts';
import { bridge, fee, ferry, lantern } from '../support/paragraphs.ts';

const FERRY = statementId(ferry);
const BRIDGE = statementId(bridge);
const FEE = statementId(fee);

/** Where the statements of a release are, of which these versions were recorded one after another. */
function after(versions: readonly string[][], change = (entry: LedgerEntry) => entry) {
  const now = versions.at(-1) ?? [];
  const entry = versions.reduce<LedgerEntry | undefined>(
    (before, texts, n) =>
      recordEntry(before, '2026-01-05-example', texts, `2026-02-0${n + 1}`).entry,
    undefined,
  );
  assert.ok(entry);
  const statements = now.map((text) => ({ text }));
  return whereaboutsOf(change(entry), align(entry.statements, now), statements);
}

test('a release that was never edited, or is not recorded, names none', () => {
  assert.deepEqual(after([[ferry, bridge]]), {});
  assert.deepEqual(whereaboutsOf({}, align([], [ferry]), [{ text: ferry }]), {});
});

test('an edited statement is named by its present words, and those that did not change are not', () => {
  const now = `Now ${bridge}`;
  const found = after([
    [ferry, bridge],
    [ferry, now],
  ]);
  assert.deepEqual(Object.keys(found), [BRIDGE]);
  assert.equal(found[BRIDGE]?.is, 'here');
  assert.equal(found[BRIDGE].at, 1);
  assert.ok(now.startsWith(found[BRIDGE].words?.replace(/…$/, '') ?? '?'));
  assert.match(found[BRIDGE].words ?? '', /^Now .*…$/);
});

test('merged statements are one now', () => {
  const found = after([
    [lantern, ferry, bridge],
    [lantern, `${ferry} ${bridge}`],
  ]);
  assert.deepEqual(found[FERRY], found[BRIDGE]);
  assert.equal(found[FERRY]?.at, 1);
});

test('a removed one is named by the statement that it followed, and the first by none', () => {
  const found = after([[ferry, bridge, fee], [bridge]]);
  assert.deepEqual(found[FERRY], { is: 'removed', words: undefined, at: -1 });
  assert.equal(found[FEE]?.is, 'removed');
  assert.ok(bridge.startsWith(found[FEE].words?.replace(/…$/, '') ?? '?'));
});

test('what was edited first and removed later is removed, and what came back is here', () => {
  const gone = after([[ferry, bridge], [ferry, `Now ${bridge}`], [ferry]]);
  assert.equal(gone[BRIDGE]?.is, 'removed');
  const back = after([[ferry, bridge], [ferry], [ferry, bridge]]);
  assert.equal(back[BRIDGE]?.is, 'here');
});

test('one that another release has now is away', () => {
  const found = after([[ferry, bridge], [ferry]], (entry) => ({
    ...entry,
    statements: entry.statements.map((one) =>
      one.id === BRIDGE ? { ...one, to: `2026-01-06-other#${BRIDGE}` } : one,
    ),
  }));
  assert.equal(found[BRIDGE]?.is, 'away');
});
