import assert from 'node:assert/strict';
import { align, type Alignment, type StatementOutcome } from '../../../src/archive/ledger/align.ts';
import { parseEntry, type LedgerEntry } from '../../../src/archive/ledger/entry.ts';
import { recordEntry } from '../../../src/archive/ledger/record-entry.ts';
import { statementId } from '../../../src/archive/statement-id.ts';

export const RELEASE = '2026-01-05-example';

/** The line of a release of which these versions were recorded, one on each day from 2026-02-01. */
export function recorded(...versions: (readonly string[])[]): LedgerEntry {
  const entry = versions.reduce<LedgerEntry | undefined>((before, texts, n) => {
    const day = `2026-02-${String(n + 1).padStart(2, '0')}`;
    return recordEntry(before, RELEASE, texts, day).entry;
  }, undefined);
  return entry ?? assert.fail('There is no version');
}

/** How a text stands to the versions recorded before it. */
export const alignTo = (versions: (readonly string[])[], texts: readonly string[]): Alignment =>
  align(recorded(...versions).statements, texts);

/** What became of the statement that was first recorded with these words. */
export const outcomeOf = ({ outcomes }: Alignment, words: string): StatementOutcome | undefined =>
  outcomes.get(statementId(words));

/** The place, in the present text, where the link to these words leads; undefined where they are gone. */
export function placeOf({ ids, former }: Alignment, words: string): number | undefined {
  const id = statementId(words);
  const place = ids.findIndex((one, n) => one === id || former[n]?.includes(id));
  return place === -1 ? undefined : place;
}

/** Reads a line that has to be whole. */
export function readLine(line: string): LedgerEntry {
  const entry = parseEntry(line);
  return 'message' in entry ? assert.fail(entry.message) : entry;
}

/**
 * Fails unless each recorded id has a outcome, and stands in just one of three places: it is the id of a
 * present statement, lives in one, or is removed.
 */
export function checkAccounts({ statements }: Pick<LedgerEntry, 'statements'>, found: Alignment) {
  const { ids, former, removed, added, outcomes } = found;
  assert.equal(new Set(ids).size, ids.length, 'no two present statements share an id');
  const before = statements.map(({ id }) => id);
  assert.deepEqual([...outcomes.keys()], before, 'each recorded id has a outcome, and no other');
  const places = [...ids, ...former.flat(), ...removed.map(({ id }) => id)];
  assert.deepEqual(places.toSorted(), [...before, ...added].toSorted());
  for (const { id } of removed) assert.equal(outcomes.get(id), 'removed');
}
