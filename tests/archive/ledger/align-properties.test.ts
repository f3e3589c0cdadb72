import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { align } from '../../../src/archive/ledger/align.ts';
import { formatEntry } from '../../../src/archive/ledger/entry.ts';
import { hasNews, recordEntry } from '../../../src/archive/ledger/record-entry.ts';
import { sketch, sketchedWords } from '../../../src/archive/ledger/sketch.ts';
import { anyTexts, anyVersions, distinctTexts, OTHER_WORDS, WORDS } from './any-statements.ts';
import { checkAccounts, readLine, recorded, RELEASE } from './made-entry.ts';
import { statementIds } from '../../support/statement-ids.ts';

const DAY = '2026-03-01';
/** Enough to find what goes wrong in one case of some hundred, and no more than a second or two. */
const RUNS = { numRuns: 300 };

/** Versions that were recorded one after the other, and one that is not recorded yet. */
const anyHistory = anyVersions().map((versions) => {
  const [texts = [], ...before] = versions.toReversed();
  return { entry: recorded(...before.toReversed()), texts };
});

test('without a ledger statements have the ids that their words give', () => {
  fc.assert(
    fc.property(anyTexts(), (texts) => {
      const { ids, added, removed } = align([], texts);
      assert.deepEqual([ids, added, removed], [texts.map(statementIds()), ids, []]);
    }),
    RUNS,
  );
});

test('each recorded id is in just one place and has a outcome, and no id appears twice', () => {
  fc.assert(
    fc.property(anyHistory, ({ entry, texts }) => {
      checkAccounts(entry, align(entry.statements, texts));
    }),
    RUNS,
  );
});

test('aligning the same twice gives the same', () => {
  fc.assert(
    fc.property(anyHistory, ({ entry, texts }) => {
      assert.deepEqual(align(entry.statements, texts), align(entry.statements, texts));
    }),
    { numRuns: 50 },
  );
});

test('a text that did not change is kept as a whole', () => {
  fc.assert(
    fc.property(anyTexts(), (texts) => {
      const { outcomes, removed, added, ids } = align(recorded(texts).statements, texts);
      assert.deepEqual(
        [...outcomes],
        ids.map((id) => [id, 'kept']),
      );
      assert.deepEqual([removed, added, ids], [[], [], texts.map(statementIds())]);
    }),
    RUNS,
  );
});

test('another order of different statements loses none', () => {
  const anyOrder = distinctTexts.chain((texts) =>
    fc.tuple(fc.constant(texts), fc.shuffledSubarray(texts, { minLength: texts.length })),
  );
  fc.assert(
    fc.property(anyOrder, ([texts, shuffled]) => {
      const { ids, outcomes } = align(recorded(texts).statements, shuffled);
      assert.deepEqual(ids, shuffled.map(statementIds()));
      for (const outcome of outcomes.values()) assert.match(outcome, /^(?:kept|moved)$/);
    }),
    RUNS,
  );
});

test('where some statements are taken out, just those are removed and the others kept', () => {
  const anyDeletion = distinctTexts.chain((texts) =>
    fc.tuple(fc.constant(texts), fc.subarray(texts)),
  );
  fc.assert(
    fc.property(anyDeletion, ([texts, left]) => {
      const { ids, removed, outcomes } = align(recorded(texts).statements, left);
      assert.deepEqual(ids, left.map(statementIds()));
      const gone = texts.filter((text) => !left.includes(text)).map(statementIds());
      assert.deepEqual(
        removed.map(({ id }) => id),
        gone,
      );
      for (const id of ids) assert.equal(outcomes.get(id), 'kept');
    }),
    RUNS,
  );
});

test('what was just recorded is no news, and the line has the ids that the page has', () => {
  fc.assert(
    fc.property(anyHistory, ({ entry, texts }) => {
      const { entry: next, alignment } = recordEntry(entry, RELEASE, texts, DAY);
      const present = next.statements.filter((one) => one.in === undefined && !one.removed);
      assert.deepEqual(
        present.map(({ id }) => id),
        alignment.ids,
      );
      const again = recordEntry(next, RELEASE, texts, '2026-03-02');
      assert.equal(again.recording && hasNews(again.recording), undefined);
      assert.equal(again.entry, next);
      assert.deepEqual(again.alignment.ids, alignment.ids);
      assert.deepEqual(again.alignment.former, alignment.former);
      assert.deepEqual(again.alignment.removed, alignment.removed);
    }),
    RUNS,
  );
});

test('a line that is written and read again is the same', () => {
  fc.assert(
    fc.property(anyHistory, ({ entry }) => {
      const line = formatEntry(entry);
      assert.deepEqual(readLine(line), entry);
      assert.equal(formatEntry(readLine(line)), line);
      assert.ok(!line.includes('\n'));
    }),
    RUNS,
  );
});

test('an id that was removed never comes to stand for other words', () => {
  const shadows = new Set(WORDS.flatMap((word) => sketchedWords(sketch(word)).all));
  const others = OTHER_WORDS.flatMap((word) => sketchedWords(sketch(word)).all);
  assert.ok(
    others.every((shadow) => !shadows.has(shadow)),
    'the words can be told apart',
  );
  fc.assert(
    fc.property(anyHistory, anyTexts(OTHER_WORDS), ({ entry }, texts) => {
      const gone = recordEntry(entry, RELEASE, [], DAY).entry;
      const { ids, removed, former } = align(gone.statements, texts);
      const before = entry.statements.map(({ id }) => id);
      assert.deepEqual(removed.map(({ id }) => id).toSorted(), before.toSorted());
      assert.deepEqual(former.flat(), []);
      assert.deepEqual(
        ids.filter((id) => before.includes(id)),
        [],
      );
    }),
    RUNS,
  );
});
