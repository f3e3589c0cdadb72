import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { test, type TestContext } from 'node:test';
import { parseEntry } from '../../src/archive/ledger/entry.ts';
import { statementId } from '../../src/archive/statement-id.ts';
import { loadArchive } from '../../src/load/load-archive.ts';
import {
  ledgerOf,
  lineOf,
  recordedArchive,
  RECORDED_ON,
  releasesOf,
} from '../support/recorded-archive.ts';
import { type Files, tempFolder } from '../support/temp-folder.ts';

const NOW = Date.parse('2026-01-01T00:00:00Z');
const embargo = '2999-01-01T00:00:00Z';

async function load(t: TestContext, files: Files) {
  const contentDir = await tempFolder(t, files);
  const archive = await loadArchive({ contentDir, base: '/', now: NOW });
  assert.deepEqual(archive.errors, []);
  return archive;
}

const [a, b, c] = ['2017-11-22-a', '2017-11-23-b', '2018-01-05-c'] as const;
const texts = {
  [a]: ['The lanterns are lit.', 'The ferry waits for nobody, and never did so before.'],
  [b]: ['The bridge is open again, and the river may be crossed on foot.'],
  [c]: ['The orchard was sold, and the new owner will keep the trees.'],
};
const gone = `,"gone":{"on":"${RECORDED_ON}","reason":"A draft."},"statements"`;
const goneLine = lineOf(c, texts[c]).replace(',"statements"', gone);

test('of an archive in which all is recorded there is nothing to say', async (t) => {
  const { warnings, ledger } = await load(t, recordedArchive(texts));
  assert.deepEqual(warnings, []);
  const none = { moves: [], absent: [], gone: [], double: [], worded: new Map() };
  const { places, ...others } = ledger;
  assert.deepEqual(others, { isBegun: true, news: new Map(), ...none });
  assert.deepEqual([...places.keys()].sort(), [a, b, c].sort());
});

test('an archive without a ledger lacks nothing', async (t) => {
  const { warnings, ledger } = await load(t, releasesOf(texts));
  assert.deepEqual([warnings, ledger.isBegun], [[], false]);
});

test('recorded releases whose files are not there are absent, but for those that are gone', async (t) => {
  const files = { ...ledgerOf(texts), ...releasesOf({ [a]: texts[a] }) };
  const { ledger } = await load(t, { ...files, 'ledger/2018.jsonl': `${goneLine}\n` });
  const ids = (entries: { release: string }[]) => entries.map(({ release }) => release);
  assert.deepEqual([ids(ledger.absent), ids(ledger.gone)], [[b], [c]]);
  assert.deepEqual(ledger.gone, [parseEntry(goneLine)]);
});

test('a renamed release has the ids of its former name, though nothing is recorded of the new one', async (t) => {
  const [lit, ferry] = texts[a].map(statementId);
  const others = { [b]: texts[b], [c]: texts[c] };
  const now = { '2019-01-01-z': ['The lanterns are lit.', 'The ferry waits for nobody today.'] };
  const { ledger, bodies } = await load(t, {
    ...ledgerOf(texts),
    ...releasesOf({ ...others, ...now }),
  });
  assert.deepEqual(ledger.moves, [{ from: a, to: '2019-01-01-z', isDeclared: false }]);
  assert.deepEqual(ledger.absent, []);
  const html = bodies.get('2019-01-01-z')?.html ?? '';
  assert.deepEqual(
    [...html.matchAll(/<p id="(s-[^"]+)" data-statement/g)].map(([, id]) => id),
    [lit, ferry],
  );
  assert.deepEqual(ledger.news.get('2019-01-01-z')?.recording.edited, [ferry]);
});

test('an address in aliases tells where a release went, before its words do', async (t) => {
  const { [a]: words, ...others } = texts;
  const files = { ...ledgerOf(texts), ...releasesOf({ ...others, '2019-01-02-copy': words }) };
  const declared = releasesOf(
    { '2019-01-03-other': ['All of it is new.'] },
    { aliases: '/releases/2017/11/22/a/' },
  );
  const { ledger } = await load(t, { ...files, ...declared });
  assert.deepEqual(ledger.moves, [{ from: a, to: '2019-01-03-other', isDeclared: true }]);
});

test('a release that shares less than half of its statements is another release', async (t) => {
  const { [a]: words, ...others } = texts;
  const other = [words[0] ?? '', 'This is new.', 'And so is this.'];
  const files = { ...ledgerOf(texts), ...releasesOf({ ...others, '2017-11-22-z': other }) };
  const { ledger } = await load(t, files);
  assert.deepEqual([ledger.moves, ledger.absent.map(({ release }) => release)], [[], [a]]);
});

test('of releases under embargo nothing is said but that one is recorded, whose links are in use', async (t) => {
  const files = {
    ...recordedArchive(texts),
    ...releasesOf({ '2017-12-01-secret': ['Not yet.'] }, { embargo }),
    ...releasesOf({ [b]: ['Other words, which nobody may know yet.'] }, { embargo }),
  };
  const { warnings, held } = await load(t, files);
  assert.deepEqual(
    held.map(({ id }) => id),
    [b, '2017-12-01-secret'],
  );
  const said = warnings.map(({ file, message }) => [basename(file, '.md'), message]);
  assert.deepEqual(said, [
    [b, 'is recorded as published, and is left out now: links to its statements lead nowhere'],
  ]);
});

test('several releases that are not recorded are reported in one warning', async (t) => {
  const many = Object.fromEntries(
    [1, 2, 3, 4].map((n) => [`2019-01-0${n}-new`, [`New release number ${n}.`]]),
  );
  const { warnings } = await load(t, { ...recordedArchive(texts), ...releasesOf(many) });
  assert.deepEqual(
    warnings.map(({ field, message }) => `${field} ${message}`),
    ['ledger lacks 4 releases (2019-01-01-new, 2019-01-02-new, 2019-01-03-new, …)'],
  );
});
