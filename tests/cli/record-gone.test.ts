import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { releasePath } from '../../src/archive/release.ts';
import { statementId } from '../../src/archive/statement-id.ts';
import { digests } from '../support/folder-bytes.ts';
import {
  fileOf,
  ledgerEntries,
  ledgerLines,
  lineOf,
  middaySite,
  RECORDED_ON,
  recordedArchive,
  releasesOf,
  runOn,
} from '../support/recorded-archive.ts';
import { type Files, tempFolder, writeFiles } from '../support/temp-folder.ts';

const { site: SITE, day: DAY } = middaySite();

const texts = {
  '2017-11-22-a': ['The lanterns are lit.', 'The ferry waits.'],
  '2017-11-23-b': ['The bridge is open again, and the river may be crossed on foot.'],
  '2018-01-05-c': ['The orchard was sold, and the new owner will keep the trees.'],
  '2018-01-06-d': ['Nothing is new here.'],
};
const goneLine = (id: keyof typeof texts, reason: string) =>
  lineOf(id, texts[id]).replace(
    ',"statements"',
    `,"gone":{"on":"${DAY}","reason":"${reason}"},"statements"`,
  );

test('releases that are not there are refused, all in one run, until a reason is given', async (t) => {
  const folder = await tempFolder(t, { ...SITE, ...recordedArchive(texts) });
  const deleted = ['2017-11-22-a', '2017-11-23-b'] as const;
  for (const id of [...deleted, '2018-01-05-c']) await rm(join(folder, fileOf(id)));
  await writeFiles(folder, releasesOf({ '2018-01-05-renamed': texts['2018-01-05-c'] }));
  const before = await digests(folder);
  const refused = await runOn(folder, 'record');
  assert.equal(refused.status, 1);
  const errors = deleted.map(
    (id) =>
      `error: ${id} is recorded, but its file is not there; put it back; or, if it has ` +
      `another name now, add ${releasePath(id)} to the aliases there; or say why it is gone: ` +
      `npm run record -- --gone "the reason" ${id}`,
  );
  const alias =
    'error: 2018-01-05-c is now 2018-01-05-renamed; so that its links still lead there, add ' +
    '/releases/2018/01/05/c/ to aliases in content/releases/2018/2018-01-05-renamed.md, or have it ' +
    'added: npm run record -- --aliases';
  assert.equal(refused.stderr, [...errors, alias, 'Nothing was written.', ''].join('\n'));
  assert.deepEqual(await digests(folder), before);

  const args = ['--gone', 'Both were "drafts".', '--aliases', '--json'];
  const { status, stdout, stderr } = await runOn(folder, 'record', ...args);
  assert.equal(status, 0, stderr);
  const none = { kept: [], edited: [], moved: [], split: [], merged: [] };
  assert.deepEqual(
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
    [
      ...deleted.map((id) => {
        return { release: id, ...none, removed: texts[id].map(statementId), added: [] };
      }),
      {
        release: '2018-01-05-renamed',
        ...none,
        kept: texts['2018-01-05-c'].map(statementId),
        removed: [],
        added: [],
      },
    ],
  );
  assert.deepEqual(await ledgerLines(folder), [
    ...deleted.map((id) => [id, goneLine(id, 'Both were \\"drafts\\".')]),
    ['2018-01-05-renamed', lineOf('2018-01-05-renamed', texts['2018-01-05-c'])],
    ['2018-01-06-d', lineOf('2018-01-06-d', texts['2018-01-06-d'])],
  ]);
  const again = await runOn(folder, 'record', '--gone', 'Nothing.');
  assert.deepEqual(
    [again.status, again.stdout],
    [0, 'The ledger is up to date: nothing to record.\n'],
  );
  assert.equal(again.stderr, 'No recorded release is missing: --gone has nothing to say.\n');
});

test('a reason is for the ids that come after it; others wait for theirs', async (t) => {
  const folder = await tempFolder(t, { ...SITE, ...recordedArchive(texts) });
  for (const id of ['2017-11-22-a', '2018-01-05-c']) await rm(join(folder, fileOf(id)));
  const first = await runOn(folder, 'record', '--gone', 'A draft.', '2017-11-22-a');
  assert.deepEqual(first, {
    status: 0,
    stdout: '2017-11-22-a: gone\nRecorded 1 release in content/ledger/2017.jsonl\n',
    stderr: '',
  });
  const refused = await runOn(folder, 'record');
  assert.match(refused.stderr, /^error: 2018-01-05-c is recorded, .*\nNothing was written\.\n$/);
  const second = await runOn(folder, 'record', '--gone', 'Sent twice.', '2018-01-05-c');
  assert.equal(second.status, 0);
  const entries = await ledgerEntries(folder);
  assert.deepEqual(
    ['2017-11-22-a', '2018-01-05-c'].map((id) => entries.get(id)?.gone?.reason),
    ['A draft.', 'Sent twice.'],
  );
});

test('a release that comes back is recorded again, with the ids that it had', async (t) => {
  const files: Files = { ...SITE, ...recordedArchive(texts) };
  const line = goneLine('2017-11-22-a', 'A draft.');
  files['ledger/2017.jsonl'] = `${line}\n${lineOf('2017-11-23-b', texts['2017-11-23-b'])}\n`;
  const folder = await tempFolder(t, files);
  const [lit, waits] = texts['2017-11-22-a'].map(statementId) as [string, string];
  const now = ['The lanterns are lit.', 'The ferry waits no more.'];
  await writeFiles(folder, releasesOf({ '2017-11-22-a': now }));
  assert.deepEqual(await runOn(folder, 'record'), {
    status: 0,
    stdout: `2017-11-22-a: recorded as gone until now
  edited ${waits} "The ferry waits no more."
Recorded 1 release in content/ledger/2017.jsonl
`,
    stderr: '',
  });
  const entry = (await ledgerEntries(folder)).get('2017-11-22-a');
  assert.deepEqual([entry?.since, entry?.gone], [RECORDED_ON, undefined]);
  assert.deepEqual(
    entry?.statements.map(({ id, since }) => [id, since]),
    [
      [lit, undefined],
      [waits, DAY],
    ],
  );
});
