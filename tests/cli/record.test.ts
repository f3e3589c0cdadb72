import assert from 'node:assert/strict';
import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { digests } from '../support/folder-bytes.ts';
import {
  fileOf,
  ledgerLines,
  ledgerOf,
  middaySite,
  recordedArchive,
  releasesOf,
  runOn,
} from '../support/recorded-archive.ts';
import { runCommand } from '../support/run-command.ts';
import { tempFolder, writeFiles } from '../support/temp-folder.ts';

const { site: SITE, day: DAY } = middaySite();
const NOTHING = 'The ledger is up to date: nothing to record.\n';

const texts = {
  '2017-11-22-b': ['The lanterns are lit.', 'The ferry waits.'],
  '2017-11-22-a': ['The bridge is open again.'],
  '2018-01-05-c': ['The orchard was sold.', 'Twice.', 'Twice.'],
};
const embargo = '2999-01-01T00:00:00Z';
const secret = { '2018-02-01-secret': ['Nobody may know yet.'] };

/** Bytes and times of the ledger's files: what a run that writes nothing leaves as it is. */
async function ledgerState(folder: string) {
  const files = Object.entries(await digests(join(folder, 'ledger')));
  return Promise.all(
    files.map(async ([path, digest]) => {
      const { mtimeMs, ino } = await stat(join(folder, 'ledger', path));
      return { path, digest, mtimeMs, ino };
    }),
  );
}

test('the first recording takes every published release, a second one nothing', async (t) => {
  const files = { ...SITE, ...releasesOf(texts), ...releasesOf(secret, { embargo }) };
  const folder = await tempFolder(t, files);
  const first = await runOn(folder, 'record');
  assert.equal(first.stderr, `2018-02-01-secret is left out until ${embargo}.\n`);
  assert.equal(
    first.stdout,
    `2017-11-22-a: 1 statement, recorded for the first time
2017-11-22-b: 2 statements, recorded for the first time
2018-01-05-c: 3 statements, recorded for the first time
Recorded 3 releases in content/ledger/2017.jsonl, content/ledger/2018.jsonl, content/ledger/.gitattributes
`,
  );
  assert.equal(first.status, 0);
  const written = Object.keys(await digests(folder)).filter((path) => !(path in files));
  assert.deepEqual(written, ['ledger/.gitattributes', 'ledger/2017.jsonl', 'ledger/2018.jsonl']);
  for (const [path, text] of Object.entries(ledgerOf(texts, DAY))) {
    assert.equal(await readFile(join(folder, path), 'utf8'), text, path);
  }

  const before = await ledgerState(folder);
  const second = await runOn(folder, 'record');
  assert.deepEqual([second.status, second.stdout], [0, NOTHING]);
  assert.deepEqual(await ledgerState(folder), before);

  await writeFiles(folder, releasesOf(secret)); // the embargo is over
  const lines = await ledgerLines(folder);
  assert.deepEqual(await runOn(folder, 'record'), {
    status: 0,
    stdout: `2018-02-01-secret: 1 statement, recorded for the first time
Recorded 1 release in content/ledger/2018.jsonl
`,
    stderr: '',
  });
  const [added, ...others] = (await ledgerLines(folder)).toReversed();
  assert.deepEqual([added?.[0], others.toReversed()], ['2018-02-01-secret', lines]);
});

test('--dry-run shows all and writes nothing', async (t) => {
  const folder = await tempFolder(t, { ...SITE, ...releasesOf(texts) });
  const before = await digests(folder);
  const { status, stdout, stderr } = await runOn(folder, 'record', '--dry-run');
  assert.deepEqual([status, stderr], [0, '']);
  assert.deepEqual(stdout.split('\n').slice(2), [
    '2018-01-05-c: 3 statements, recorded for the first time',
    'Nothing was written (--dry-run). Without it: ' +
      'content/ledger/2017.jsonl, content/ledger/2018.jsonl, content/ledger/.gitattributes',
    '',
  ]);
  assert.deepEqual(await digests(folder), before);
});

test('what is wrong with the content is reported, and nothing is recorded', async (t) => {
  const folder = await tempFolder(t, recordedArchive(texts));
  await writeFiles(folder, releasesOf({ '2018-03-01-d': ['New.'] }));
  await writeFiles(folder, releasesOf({ '2018-03-02-e': ['<font>New.</font>'] }, { nope: 'A' }));
  const before = await digests(folder);
  const { status, stdout, stderr } = await runOn(folder, 'record');
  assert.deepEqual([status, stdout], [1, '']);
  assert.match(
    stderr,
    /^error: content\/releases\/2018\/2018-03-02-e\.md:6: nope is not a field; .*\nerror: content\/releases\/2018\/2018-03-02-e\.md:9: body has <font>, .*\n2 errors: nothing was recorded\.\n$/,
  );
  assert.deepEqual(await digests(folder), before);
});

test('a content folder that does not exist is reported, and not made', async (t) => {
  const nowhere = join(await tempFolder(t), 'nowhere');
  const { status, stdout, stderr } = await runOn(nowhere, 'record');
  assert.deepEqual([status, stdout], [1, '']);
  assert.equal(
    stderr,
    'There is no folder content. Set CONTENT_DIR to the folder of the archive.\n',
  );
  await assert.rejects(stat(nowhere), { code: 'ENOENT' });
});

test('wrong usage ends with 2 and shows the usage', async (t) => {
  const folder = await tempFolder(t, recordedArchive(texts));
  await rm(join(folder, fileOf('2018-01-05-c')));
  const before = await digests(folder);
  const calls = [
    [['--nope'], "Unknown option '--nope'"],
    [['2018-01-05-c'], '2018-01-05-c: put release ids after --gone "the reason"'],
    [['--gone', ' '], '--gone needs a reason, which readers will see'],
    [
      ['--gone', 'It was a draft.', '2018-01-05-c', '2018-01-06-d', '2017-11-22-a'],
      '2018-01-06-d 2017-11-22-a: not missing from the archive; ' +
        'give the ids of recorded releases whose files are not there any more',
    ],
  ] as const;
  for (const [args, message] of calls) {
    const { status, stdout, stderr } = await runOn(folder, 'record', ...args);
    assert.deepEqual([status, stdout], [2, ''], message);
    assert.ok(stderr.startsWith(message), stderr);
    assert.match(stderr, /\n\nUsage: npm run record/);
  }
  assert.deepEqual(await digests(folder), before);
});

test('--help shows the usage', async () => {
  const { status, stdout, stderr } = await runCommand('record', ['--help'], {});
  assert.deepEqual([status, stderr], [0, '']);
  assert.match(stdout, /^Usage: npm run record/);
});
