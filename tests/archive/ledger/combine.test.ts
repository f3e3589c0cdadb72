import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { combineEntries } from '../../../src/archive/ledger/combine.ts';
import { formatEntry, type LedgerEntry } from '../../../src/archive/ledger/entry.ts';
import { recordEntry } from '../../../src/archive/ledger/record-entry.ts';
import { statementId } from '../../../src/archive/statement-id.ts';
import { anyVersions } from './any-statements.ts';
import { checkAccounts, placeOf, readLine, recorded, RELEASE } from './made-entry.ts';
import { BRIDGE, CLINIC, HARVEST, LIBRARY, VOTE } from './paragraphs.ts';

const BASE = [BRIDGE, CLINIC, VOTE];
const EDITED = BRIDGE.replace('August', 'September');
const idsIn = ({ statements }: LedgerEntry) => statements.map(({ id }) => id);
/** Lines that two people recorded after they had the same one: here and there. */
const branched = (here: string[], there: string[]) =>
  combineEntries(recorded(BASE, here), recorded(BASE, there));

test('two lines become one that has each id once', () => {
  const both = branched([EDITED, CLINIC, VOTE], [BRIDGE, CLINIC, VOTE, LIBRARY]);
  assert.deepEqual(idsIn(both), [BRIDGE, CLINIC, VOTE, LIBRARY].map(statementId));
  assert.deepEqual(readLine(formatEntry(both)), both);
});

test('the text that git merged is aligned with both, and nothing is lost', () => {
  const both = branched([EDITED, CLINIC, VOTE], [BRIDGE, CLINIC, LIBRARY]);
  const texts = [EDITED, CLINIC, LIBRARY];
  const { entry, alignment } = recordEntry(both, RELEASE, texts, '2026-03-01');
  assert.deepEqual(alignment.ids, [BRIDGE, CLINIC, LIBRARY].map(statementId));
  assert.equal(placeOf(alignment, VOTE), undefined);
  assert.equal(recordEntry(entry, RELEASE, texts, '2026-03-02').recording, undefined);
});

test('the changes of both are kept, each once, in the order of days', () => {
  const here = recorded(BASE, [EDITED, CLINIC, VOTE], [EDITED, CLINIC, VOTE], [EDITED, VOTE]);
  const there = recorded(BASE, [EDITED, CLINIC, VOTE], [EDITED, CLINIC, VOTE, LIBRARY]);
  const [bridge, clinic, library] = [BRIDGE, CLINIC, LIBRARY].map(statementId);
  for (const both of [combineEntries(here, there), combineEntries(there, here)]) {
    assert.deepEqual(both.changes, [
      { on: '2026-02-02', edited: [bridge] },
      { on: '2026-02-03', added: [library] },
      { on: '2026-02-04', removed: [clinic] },
    ]);
  }
  assert.equal(combineEntries(recorded(BASE), recorded(BASE)).changes, undefined);
});

test('the line is as old as the older of the two', () => {
  const [older, younger] = ['2026-01-10', '2026-01-20'].map(
    (on) => recordEntry(undefined, RELEASE, BASE, on).entry,
  );
  assert.ok(older && younger);
  assert.equal(combineEntries(older, younger).since, '2026-01-10');
  assert.equal(combineEntries(younger, older).since, '2026-01-10');
});

test('a statement of the younger line does not become older than it is', () => {
  const older = recordEntry(undefined, RELEASE, [BRIDGE], '2026-01-10').entry;
  const younger = recordEntry(undefined, RELEASE, [CLINIC], '2026-01-20').entry;
  for (const both of [combineEntries(older, younger), combineEntries(younger, older)]) {
    const since = both.statements.map((one) => [one.id, one.since ?? both.since]);
    assert.deepEqual(Object.fromEntries(since), {
      [statementId(BRIDGE)]: '2026-01-10',
      [statementId(CLINIC)]: '2026-01-20',
    });
  }
});

test('a guest whose host is removed in the other line is let go, not lost', () => {
  const here = recorded([CLINIC, HARVEST, VOTE], [VOTE]);
  const there = recorded([BRIDGE, CLINIC, HARVEST], [BRIDGE, `${CLINIC} ${HARVEST}`]);
  for (const both of [combineEntries(here, there), combineEntries(there, here)]) {
    assert.deepEqual(readLine(formatEntry(both)), both);
    assert.deepEqual(
      idsIn(both).toSorted(),
      [BRIDGE, CLINIC, HARVEST, VOTE].map(statementId).toSorted(),
    );
  }
});

test('the name is that of the first, so that a renamed release has both lines', () => {
  const renamed = { ...recorded([LIBRARY]), release: '2026-01-06-renamed' };
  assert.equal(combineEntries(renamed, recorded(BASE)).release, '2026-01-06-renamed');
});

test('no id of either line is lost, none appears twice, and none is in a host that is not there', () => {
  const anyEntry = anyVersions().map((versions) => recorded(...versions));
  fc.assert(
    fc.property(anyEntry, anyEntry, anyVersions(1), (first, second, [texts = []]) => {
      const both = combineEntries(first, second);
      const ids = new Set([...idsIn(first), ...idsIn(second)]);
      assert.deepEqual(idsIn(both).sort(), [...ids].sort());
      assert.deepEqual(readLine(formatEntry(both)), both); // it is whole: no `in` leads nowhere
      checkAccounts(both, recordEntry(both, RELEASE, texts, '2026-03-01').alignment);
    }),
    { numRuns: 60 },
  );
});

test('of a statement in both the line counts that changed it more often, whichever comes first', () => {
  const once = recorded(BASE);
  const twice = recorded(BASE, [`${BASE[0]} Today.`, ...BASE.slice(1)]);
  for (const both of [combineEntries(once, twice), combineEntries(twice, once)]) {
    assert.deepEqual(both.statements, twice.statements);
  }
});

test('a line and itself make the same line', () => {
  const entry = recorded([CLINIC, HARVEST, VOTE], [`${CLINIC} ${HARVEST}`, VOTE], [VOTE]);
  assert.deepEqual(combineEntries(entry, entry), entry);
});
