import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatEntry } from '../../src/archive/ledger/entry.ts';
import { statementId } from '../../src/archive/statement-id.ts';
import { loadArchive } from '../../src/load/load-archive.ts';
import { planRecording } from '../../src/load/record-ledger.ts';
import { lineOf, recordedArchive, releasesOf } from '../support/recorded-archive.ts';
import { tempFolder } from '../support/temp-folder.ts';

const NOW = Date.parse('2026-01-01T00:00:00Z');
const a = '2017-11-22-a';
const texts = {
  [a]: ['The lanterns are lit.', 'The ferry waits for nobody, and never did so before.'],
};

test('each release that has news gets its next line', async (t) => {
  const now = ['The lanterns are lit.', 'The ferry waits for nobody today.'];
  const files = {
    ...recordedArchive(texts),
    ...releasesOf({ [a]: now, '2018-01-06-d': ['New.'] }),
  };
  const contentDir = await tempFolder(t, files);
  const archive = await loadArchive({ contentDir, base: '/', now: NOW });
  assert.deepEqual(archive.errors, []);
  const { lines } = planRecording(archive, { entries: [], reason: '' }, '2025-04-02');
  assert.deepEqual([...lines.keys()], [a, '2018-01-06-d']);
  const added = lines.get('2018-01-06-d');
  assert.equal(added && formatEntry(added), lineOf('2018-01-06-d', ['New.'], '2025-04-02'));
  const [lit, ferry = ''] = texts[a].map(statementId);
  const entry = lines.get(a);
  assert.ok(entry);
  assert.deepEqual(
    entry.statements.map(({ id, text, since }) => ({ id, text, since })),
    [
      { id: lit, text: undefined, since: undefined },
      { id: ferry, text: statementId(now[1] ?? ''), since: '2025-04-02' },
    ],
  );
  assert.deepEqual(entry.changes, [{ on: '2025-04-02', edited: [ferry], negated: [ferry] }]);
  assert.deepEqual(archive.ledger.news.get(a)?.digests, { [ferry]: ferry });
});
