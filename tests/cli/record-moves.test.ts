import assert from 'node:assert/strict';
import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { statementId } from '../../src/archive/statement-id.ts';
import { digests } from '../support/folder-bytes.ts';
import { madeRelease } from '../support/made-release.ts';
import { bridge, fee, ferry, lantern, meeting, orchard } from '../support/paragraphs.ts';
import {
  fileOf,
  ledgerEntries,
  ledgerLines,
  lineOf,
  recordedArchive,
  RECORDED_ON,
  releasesOf,
  runOn,
} from '../support/recorded-archive.ts';
import { tempFolder, writeFiles } from '../support/temp-folder.ts';
import { hasTerminal, runOnTerminal } from '../support/terminal.ts';

const texts = {
  '2017-05-01-folder': [meeting],
  '2017-11-22-slug': [ferry, bridge, fee],
  '2017-12-31-year': [lantern, orchard],
  '2018-01-01-same': ['Nothing is new here.'],
};
/** Where the releases are now. */
const renamed = { '2017-11-22-slug': '2017-11-22-new-slug', '2017-12-31-year': '2018-01-02-year' };
const NOTHING = 'The ledger is up to date: nothing to record.\n';

/** The archive after three moves: one release was edited as well, one only lies in another folder. */
async function movedArchive(t: TestContext): Promise<string> {
  const folder = await tempFolder(t, { ...recordedArchive(texts), 'releases/older/': '' });
  for (const id of Object.keys(renamed)) await rm(join(folder, fileOf(id)));
  const edited = bridge.replace('March', 'April');
  await writeFiles(folder, releasesOf({ '2017-11-22-new-slug': [ferry, edited, fee] }));
  await writeFiles(folder, releasesOf({ '2018-01-02-year': texts['2017-12-31-year'] }));
  const id = '2017-05-01-folder';
  await rename(join(folder, fileOf(id)), join(folder, `releases/older/${id}.md`));
  return folder;
}

test('renamed releases are refused until their aliases are there; --aliases adds them', async (t) => {
  const folder = await movedArchive(t);
  const before = await digests(folder);
  const refused = await runOn(folder, 'record');
  assert.equal(refused.status, 1);
  assert.equal(
    refused.stdout,
    `2017-11-22-new-slug: recorded as 2017-11-22-slug until now
  edited ${statementId(bridge)} "The bridge was closed in April, after engineers found cracks…"
2018-01-02-year: recorded as 2017-12-31-year until now
`,
  );
  assert.equal(
    refused.stderr,
    `error: 2017-11-22-slug is now 2017-11-22-new-slug; so that its links still lead there, add /releases/2017/11/22/slug/ to aliases in content/releases/2017/2017-11-22-new-slug.md, or have it added: npm run record -- --aliases
error: 2017-12-31-year is now 2018-01-02-year; so that its links still lead there, add /releases/2017/12/31/year/ to aliases in content/releases/2018/2018-01-02-year.md, or have it added: npm run record -- --aliases
Nothing was written.
`,
  );
  assert.deepEqual(await digests(folder), before);

  const files = Object.values(renamed).map((id) => join(folder, fileOf(id)));
  const written = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  const { status, stdout, stderr } = await runOn(folder, 'record', '--aliases', '--json');
  assert.equal(status, 0, stderr);
  const none = { moved: [], split: [], merged: [], removed: [], added: [] };
  const [ferryId, bridgeId, feeId] = [ferry, bridge, fee].map(statementId);
  assert.deepEqual(
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
    [
      { release: '2017-11-22-new-slug', kept: [ferryId, feeId], edited: [bridgeId], ...none },
      {
        release: '2018-01-02-year',
        kept: [lantern, orchard].map(statementId),
        edited: [],
        ...none,
      },
    ],
  );
  const former = ['/releases/2017/11/22/slug/', '/releases/2017/12/31/year/'];
  for (const [n, file] of files.entries()) {
    const expected = written[n]?.replace('}\n---\n', `}\naliases:\n  - ${former[n]}\n---\n`);
    assert.equal(await readFile(file, 'utf8'), expected);
  }
  const lines = new Map(await ledgerLines(folder));
  assert.deepEqual(
    [...lines.keys()],
    ['2017-05-01-folder', '2017-11-22-new-slug', '2018-01-01-same', '2018-01-02-year'],
  );
  assert.equal(lines.get('2018-01-02-year'), lineOf('2018-01-02-year', [lantern, orchard]));
  const { since, statements = [] } = (await ledgerEntries(folder)).get('2017-11-22-new-slug') ?? {};
  assert.equal(since, RECORDED_ON);
  assert.deepEqual(
    statements.map(({ id }) => id),
    [ferryId, bridgeId, feeId],
  );
  assert.deepEqual(await runOn(folder, 'record'), { status: 0, stdout: NOTHING, stderr: '' });
  assert.deepEqual(
    (await runOn(folder, 'check', '--json')).stdout.match(/"warnings": \[\]/g)?.length,
    1,
  );
});

test('an alias written by hand tells where a release went, whatever became of its text', async (t) => {
  const folder = await tempFolder(t, recordedArchive(texts));
  await rm(join(folder, fileOf('2017-12-31-year')));
  const [file, aliases] = [fileOf('2018-01-02-year'), '[/news/7/, /releases/2017/12/31/year/]'];
  const text = madeRelease({ date: '2018-01-02', aliases }, `${fee}\n\n${orchard}\n\n${ferry}`);
  await writeFiles(folder, { [file]: text });
  const { status, stdout, stderr } = await runOn(folder, 'record');
  assert.deepEqual([status, stderr], [0, '']);
  const [lanternId, orchardId, feeId, ferryId] = [lantern, orchard, fee, ferry].map(statementId);
  assert.equal(
    stdout,
    `2018-01-02-year: recorded as 2017-12-31-year until now
  removed ${lanternId}
  added ${feeId} "Nobody under the age of twelve pays a fee, and nobody over s…"
  added ${ferryId} "The ferry between the islands will run every day of the comi…"
Recorded 1 release in content/ledger/2018.jsonl, content/ledger/2017.jsonl
`,
  );
  assert.equal(await readFile(join(folder, file), 'utf8'), text);
  const entries = await ledgerEntries(folder);
  assert.equal(entries.has('2017-12-31-year'), false);
  const ids = entries.get('2018-01-02-year')?.statements.map(({ id }) => id);
  assert.deepEqual(ids?.toSorted(), [lanternId, orchardId, feeId, ferryId].toSorted());
});

const skip = hasTerminal ? false : 'there is no command `script` of util-linux';

test('on a terminal it is asked whether the alias may be added', { skip }, async (t) => {
  const folder = await tempFolder(t, recordedArchive(texts));
  const file = join(folder, fileOf('2017-12-30-earlier'));
  await rm(join(folder, fileOf('2017-12-31-year')));
  await writeFiles(folder, releasesOf({ '2017-12-30-earlier': texts['2017-12-31-year'] }));
  const before = await readFile(file, 'utf8');
  const question = 'Add /releases/2017/12/31/year/ to the aliases of ';
  const settings = { CONTENT_DIR: folder };
  const refused = await runOnTerminal('record', [], settings, [[question, 'n\r']]);
  assert.equal(refused.status, 1, refused.screen);
  assert.match(refused.screen, /Nothing was written\.\s*$/);
  assert.equal(await readFile(file, 'utf8'), before);

  const { status, screen } = await runOnTerminal('record', [], settings, [
    [question, 'perhaps\r'],
    ['Answer yes or no.', ''],
    [question, '\r'],
  ]);
  assert.equal(status, 0, screen);
  assert.match(await readFile(file, 'utf8'), /^aliases:\n {2}- \/releases\/2017\/12\/31\/year\/$/m);
});
