import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatEntry, type LedgerEntry } from '../../../src/archive/ledger/entry.ts';
import { recordEntry } from '../../../src/archive/ledger/record-entry.ts';
import { EDITS, type Text, textOf, track } from '../../bench/identity/edits.ts';
import { Random } from '../../bench/identity/random.ts';
import { checkAccounts, readLine, RELEASE } from './made-entry.ts';
import * as paragraphs from './paragraphs.ts';

const STATEMENTS = Object.values(paragraphs);
const SESSIONS = 20;

/** A text after one to four edits, of the kinds that press offices make. */
function edit(text: Text, random: Random): Text {
  const edits = Array.from({ length: 1 + random.below(4) }, () =>
    random.pick(Object.values(EDITS)),
  );
  return edits.reduce((now, one) => one(now, random, { statements: STATEMENTS }) ?? now, text);
}

/** Fails unless the line holds every id that ever was, each as a statement, in one, or removed. */
function checkLine(entry: LedgerEntry, ever: Set<string>) {
  const ids = entry.statements.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const id of ids) ever.add(id);
  assert.deepEqual(ids.toSorted(), [...ever].toSorted(), 'no id is lost');
  for (const { in: into, removed } of entry.statements) assert.ok(!into || !removed);
}

for (const seed of [1, 2, 3, 4, 5, 6]) {
  test(`no id is lost or appears twice in ${SESSIONS} sessions of edits (${seed})`, () => {
    const random = new Random(seed);
    let text = track(STATEMENTS);
    let { entry } = recordEntry(undefined, RELEASE, text.map(textOf), '2026-01-05');
    const ever = new Set<string>();
    for (let session = 1; session <= SESSIONS; session++) {
      text = edit(text, random);
      const on = `2026-02-${String(session).padStart(2, '0')}`;
      const texts = text.map(textOf);
      const { entry: after, alignment, recording } = recordEntry(entry, RELEASE, texts, on);
      checkAccounts(entry, alignment);
      checkLine(after, ever);
      const present = after.statements.filter((one) => !one.in && !one.removed);
      assert.deepEqual(
        present.map(({ id }) => id),
        alignment.ids,
      );
      if (recording) assert.equal(after.changes?.at(-1)?.on, on);
      entry = readLine(formatEntry(after)); // as the next session finds it
      assert.deepEqual(entry, after);
    }
  });
}
