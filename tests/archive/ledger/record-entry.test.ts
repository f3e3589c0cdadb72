import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digestOf, formatEntry, type LedgerEntry } from '../../../src/archive/ledger/entry.ts';
import { hasNews, recordEntry } from '../../../src/archive/ledger/record-entry.ts';
import { sketch } from '../../../src/archive/ledger/sketch.ts';
import { statementId } from '../../../src/archive/statement-id.ts';
import { recorded, RELEASE } from './made-entry.ts';
import { BRIDGE, CLINIC, HARVEST, LIBRARY, THANKS, VOTE } from './paragraphs.ts';

const [DAY_2, DAY_3, DAY_4] = ['2026-02-02', '2026-02-03', '2026-02-04'];
const [bridge, clinic, harvest, library, vote] = [BRIDGE, CLINIC, HARVEST, LIBRARY, VOTE].map(
  statementId,
);
const EDITED = BRIDGE.replace('August', 'September').replace('ten weeks', 'three months');

/** What a line says of the statement with these first words. */
const lineOf = ({ statements }: LedgerEntry, words: string) =>
  statements.find(({ id }) => id === statementId(words)) ?? assert.fail(`${words} is lost`);
const idsIn = ({ statements }: LedgerEntry) => statements.map(({ id }) => id);
const next = (before: LedgerEntry, texts: readonly string[], on: string) =>
  recordEntry(before, RELEASE, texts, on);

test('the first recording lists ids and sketches, and tells all as added', () => {
  const { entry, recording } = recordEntry(undefined, RELEASE, [BRIDGE, THANKS, THANKS], DAY_2);
  const thanks = statementId(THANKS);
  assert.deepEqual(entry, {
    v: 1,
    release: RELEASE,
    since: DAY_2,
    statements: [
      { id: bridge, words: sketch(BRIDGE) },
      { id: thanks, words: sketch(THANKS) },
      { id: `${thanks}-2`, words: sketch(THANKS) },
    ],
  });
  assert.deepEqual(recording?.added, [bridge, thanks, `${thanks}-2`]);
});

test('a release without statements is recorded, too', () => {
  const { entry, recording } = recordEntry(undefined, RELEASE, [], DAY_2);
  assert.deepEqual(entry.statements, []);
  assert.equal(recording && hasNews(recording), false);
});

test('where nothing changed the line stays the very same, and there is nothing to tell', () => {
  const before = recorded([BRIDGE, CLINIC], [EDITED, CLINIC]);
  const { entry, recording } = next(before, [EDITED, CLINIC], DAY_3);
  assert.equal(entry, before);
  assert.equal(recording, undefined);
});

test('an edited statement has the digest and the day of its words; others stay as they were', () => {
  const before = recorded([BRIDGE, CLINIC]);
  const { entry } = next(before, [EDITED, CLINIC], DAY_2);
  const { text, since, words } = lineOf(entry, BRIDGE);
  assert.deepEqual([text, since, words], [statementId(EDITED), DAY_2, sketch(EDITED)]);
  assert.deepEqual(lineOf(entry, CLINIC), { id: clinic, words: sketch(CLINIC) });
  const later = next(entry, [EDITED, `${CLINIC} Call first.`], DAY_3).entry;
  assert.equal(lineOf(later, BRIDGE).since, DAY_2);
  assert.equal(lineOf(later, CLINIC).since, DAY_3);
});

test('an edit that is undone leaves no digest behind, but the day', () => {
  const entry = next(recorded([BRIDGE, CLINIC], [EDITED, CLINIC]), [BRIDGE, CLINIC], DAY_3).entry;
  const { text, since, words } = lineOf(entry, BRIDGE);
  assert.deepEqual([text, since, words], [undefined, DAY_3, sketch(BRIDGE)]);
});

test('a new statement has the day since which it is there, unless it is the first of the line', () => {
  const { entry } = next(recorded([BRIDGE]), [BRIDGE, LIBRARY], DAY_2);
  assert.deepEqual(lineOf(entry, LIBRARY), { id: library, since: DAY_2, words: sketch(LIBRARY) });
});

test('what was removed keeps its last words, and the day since which it is gone', () => {
  const { entry } = next(recorded([BRIDGE, CLINIC, VOTE], [EDITED, CLINIC, VOTE]), [VOTE], DAY_3);
  assert.deepEqual(idsIn(entry), [bridge, clinic, vote]);
  const gone = lineOf(entry, BRIDGE);
  assert.deepEqual([gone.removed, gone.since], [DAY_3, undefined]);
  assert.equal(digestOf(gone), statementId(EDITED));
  const later = next(entry, [VOTE, LIBRARY], DAY_4).entry;
  assert.deepEqual(lineOf(later, BRIDGE), gone);
});

test('what was merged says into what, and stands behind it', () => {
  const { entry, recording } = next(
    recorded([CLINIC, HARVEST, VOTE]),
    [`${CLINIC} ${HARVEST}`, VOTE],
    DAY_2,
  );
  assert.deepEqual(recording?.merged, [clinic, harvest]);
  const [host, guest] = entry.statements;
  assert.deepEqual([host?.in, guest?.in], [undefined, host?.id]);
  assert.deepEqual([host?.id, guest?.id].toSorted(), [clinic, harvest].toSorted());
  assert.equal(guest?.since, DAY_2);
});

test('what is restored is a statement again, without the day of its removal', () => {
  const entry = recorded([BRIDGE, CLINIC, VOTE], [BRIDGE, VOTE], [BRIDGE, CLINIC, VOTE]);
  const { removed, since, words } = lineOf(entry, CLINIC);
  assert.deepEqual([removed, since, words], [undefined, DAY_3, sketch(CLINIC)]);
});

test('the log has what each recording changed, oldest first, and not what stayed', () => {
  const { changes } = recorded(
    [BRIDGE, CLINIC, HARVEST, VOTE],
    [EDITED, HARVEST, VOTE],
    [EDITED, HARVEST, VOTE], // nothing new
    [HARVEST, EDITED, CLINIC, VOTE, LIBRARY],
  );
  assert.deepEqual(changes, [
    { on: DAY_2, edited: [bridge], removed: [clinic] },
    { on: DAY_4, moved: [bridge], restored: [clinic], added: [library] },
  ]);
});

test('each recorded id stands in one list of what is told', () => {
  const entry = recorded([BRIDGE, CLINIC, HARVEST, VOTE]);
  const { recording } = next(entry, [EDITED, VOTE, LIBRARY, HARVEST], DAY_2);
  const { release, added, ...kinds } = recording ?? assert.fail('There is news');
  assert.deepEqual([release, added], [RELEASE, [library]]);
  assert.deepEqual(Object.values(kinds).flat().toSorted(), idsIn(entry).toSorted());
});

test('what was merged or removed before is not told again', () => {
  const entry = recorded([CLINIC, HARVEST, VOTE, BRIDGE], [`${CLINIC} ${HARVEST}`, VOTE]);
  const { recording } = next(entry, [`${CLINIC} ${HARVEST}`, VOTE, LIBRARY], DAY_3);
  assert.deepEqual([recording?.merged, recording?.removed, recording?.added], [[], [], [library]]);
});

test('a line that goes to another release is news, and keeps its days and changes', () => {
  const before = recorded([BRIDGE, CLINIC], [EDITED, CLINIC]);
  const { entry, recording } = recordEntry(before, '2026-01-06-renamed', [EDITED, CLINIC], DAY_4);
  assert.deepEqual(entry, { ...before, release: '2026-01-06-renamed' });
  assert.deepEqual(recording?.kept, [bridge, clinic]);
});

test('a release that was gone and is back is news, and is gone no more', () => {
  const before = recorded([BRIDGE, CLINIC]);
  const gone = { ...before, gone: { on: DAY_2, reason: 'Issued by mistake.' } };
  const { entry, recording } = next(gone, [BRIDGE, CLINIC], DAY_3);
  assert.deepEqual(entry, before);
  assert.ok(recording && !hasNews(recording));
});

test('recording does not change the line that it starts from', () => {
  const before = recorded([BRIDGE, CLINIC, HARVEST]);
  const line = formatEntry(before);
  next(before, [`${BRIDGE} ${CLINIC}`, LIBRARY], DAY_2);
  assert.equal(formatEntry(before), line);
});
