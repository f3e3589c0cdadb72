import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { statementId } from '../../src/archive/statement-id.ts';
import { digests } from '../support/folder-bytes.ts';
import { commitAll, git } from '../support/git.ts';
import { bridge, fee, ferry, lantern, sale } from '../support/paragraphs.ts';
import {
  ledgerEntries,
  ledgerLines,
  recordedArchive,
  releasesOf,
  runOn,
} from '../support/recorded-archive.ts';
import { runHere } from '../support/run-here.ts';
import { tempFolder, writeFiles } from '../support/temp-folder.ts';

const [ferryId, bridgeId, feeId, lanternId, saleId] = [ferry, bridge, fee, lantern, sale].map(
  statementId,
) as [string, string, string, string, string];

const bridgeAndFeeId = statementId(`${bridge} ${fee}`);

const NONE = { kept: [], edited: [], moved: [], split: [], merged: [], removed: [], added: [] };

/** Each release's change: the text that is recorded, the text that is there, the contract's object. */
const changes = [
  {
    release: '2017-01-01-edited',
    before: [ferry, bridge],
    after: [ferry, bridge.replace('March', 'April')],
    expected: { kept: [ferryId], edited: [bridgeId] },
  },
  {
    release: '2017-01-02-split',
    before: [ferry, `${bridge} ${fee}`, lantern],
    after: [ferry, bridge, fee, lantern],
    expected: {
      kept: [ferryId, lanternId],
      split: [bridgeAndFeeId],
      added: [feeId],
    },
  },
  {
    release: '2017-01-03-merged',
    before: [ferry, bridge, fee, lantern],
    after: [ferry, `${bridge} ${fee}`, lantern],
    expected: { kept: [ferryId, lanternId], merged: [bridgeId, feeId] },
  },
  {
    release: '2017-01-04-removed',
    before: [ferry, bridge, fee],
    after: [ferry, fee],
    expected: { kept: [ferryId, feeId], removed: [bridgeId] },
  },
  {
    release: '2017-01-05-added',
    before: [ferry, fee],
    after: [ferry, sale, fee],
    expected: { kept: [ferryId, feeId], added: [saleId] },
  },
  {
    release: '2017-01-06-moved',
    before: [ferry, bridge, fee],
    after: [bridge, fee, ferry],
    expected: { kept: [bridgeId, feeId], moved: [ferryId] },
  },
  { release: '2017-01-07-same', before: [ferry, lantern], after: [ferry, lantern] },
  { release: '2018-01-01-same', before: [bridge, sale], after: [bridge, sale] },
];
const textsOf = (time: 'before' | 'after') =>
  Object.fromEntries(changes.map((change) => [change.release, change[time]]));

test('--json prints one object for each release that changes, by kinds of change', async (t) => {
  const folder = await tempFolder(t, recordedArchive(textsOf('before')));
  await writeFiles(folder, releasesOf(textsOf('after')));
  const before = await digests(folder);
  const recorded = new Map(await ledgerLines(folder));

  const dry = await runOn(folder, 'record', '--json', '--dry-run');
  assert.equal(dry.status, 0, dry.stderr);
  assert.equal(
    dry.stderr,
    'Nothing was written (--dry-run). Without it: content/ledger/2017.jsonl\n',
  );
  const lines = dry.stdout.trimEnd().split('\n');
  const objects = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  for (const object of objects) {
    assert.deepEqual(Object.keys(object), ['release', ...Object.keys(NONE)]);
  }
  assert.deepEqual(
    objects,
    changes.flatMap(({ release, expected }) =>
      expected ? [{ release, ...NONE, ...expected }] : [],
    ),
  );
  assert.deepEqual(await digests(folder), before);

  const real = await runOn(folder, 'record', '--json');
  assert.deepEqual([real.status, real.stdout], [0, dry.stdout]);
  assert.equal(real.stderr, 'Recorded 6 releases in content/ledger/2017.jsonl\n');
  const after = await ledgerLines(folder);
  assert.deepEqual(
    after.map(([release]) => release),
    [...recorded.keys()],
  );
  const changed = after.filter(([release, line]) => recorded.get(release) !== line);
  assert.deepEqual(
    changed.map(([release]) => release),
    changes.filter(({ expected }) => expected).map(({ release }) => release),
  );
  const entries = await ledgerEntries(folder);
  for (const { release, before: texts } of changes) {
    const ids = new Set(entries.get(release)?.statements.map(({ id }) => id));
    for (const text of texts) assert.ok(ids.has(statementId(text)), `${release}: ${text}`);
  }

  const again = await runOn(folder, 'record', '--json');
  const nothing = 'The ledger is up to date: nothing to record.\n';
  assert.deepEqual(again, { status: 0, stdout: '', stderr: nothing });
});

/** The content folder of a repository in which all is recorded; half of the changes are committed. */
async function changedInGit(t: TestContext): Promise<string> {
  const home = await tempFolder(t);
  const folder = join(home, 'press', 'content');
  await writeFiles(folder, recordedArchive(textsOf('before')));
  await git(home, 'init', '--quiet');
  await commitAll(home);
  const after = Object.entries(releasesOf(textsOf('after')));
  await writeFiles(folder, Object.fromEntries(after.slice(0, 3)));
  await commitAll(home, 'Changed, and not recorded');
  await writeFiles(folder, Object.fromEntries(after));
  return folder;
}

test('each change is shown with the words that git has, committed or not', async (t) => {
  const folder = await changedInGit(t);
  const { status, stdout, stderr } = await runOn(folder, 'record');
  assert.deepEqual([status, stderr], [0, '']);
  assert.equal(
    stdout,
    `2017-01-01-edited
  edited ${bridgeId} "…bridge was closed in March, after engineers found cracks in …" → "…bridge was closed in April, after engineers found cracks in …"
2017-01-02-split
  split ${bridgeAndFeeId} "…in two of its cables. Nobody under the age of twelve pays a …" → "…in two of its cables."
  added ${feeId} "Nobody under the age of twelve pays a fee, and nobody over s…"
2017-01-03-merged
  merged ${bridgeId} "…in two of its cables." → "…in two of its cables. Nobody under the age of twelve pays a …"
  merged ${feeId} "Nobody under the age of twelve pays a fee, and nobody over s…"
2017-01-04-removed
  removed ${bridgeId} "The bridge was closed in March, after engineers found cracks…"
2017-01-05-added
  added ${saleId} "Tickets are sold at the harbor and by mail, from the first o…"
2017-01-06-moved
  moved ${ferryId} "The ferry between the islands will run every day of the comi…"
Recorded 6 releases in content/ledger/2017.jsonl
`,
  );
});

test('without git the new words are shown alone', async (t) => {
  const folder = await changedInGit(t);
  const settings = { CONTENT_DIR: folder, PATH: '' };
  const { status, stdout, stderr } = await runHere('record', ['--dry-run'], settings);
  assert.deepEqual([status, stderr], [0, '']);
  assert.deepEqual(
    stdout.split('\n').filter((line) => /^ {2}(?:edited|split|merged|removed) /.test(line)),
    [
      `  edited ${bridgeId} "The bridge was closed in April, after engineers found cracks…"`,
      `  split ${bridgeAndFeeId} "The bridge was closed in March, after engineers found cracks…"`,
      `  merged ${bridgeId} "The bridge was closed in March, after engineers found cracks…"`,
      `  merged ${feeId}`,
      `  removed ${bridgeId}`,
    ],
  );
});

test('without a repository the new words are shown alone', async (t) => {
  const folder = await tempFolder(t, recordedArchive({ '2017-01-01-a': [ferry, bridge] }));
  const after = [ferry.replace('coming', 'next'), bridge];
  await writeFiles(folder, releasesOf({ '2017-01-01-a': after }));
  assert.deepEqual(await runOn(folder, 'record'), {
    status: 0,
    stdout: `2017-01-01-a
  edited ${ferryId} "The ferry between the islands will run every day of the next…"
Recorded 1 release in content/ledger/2017.jsonl
`,
    stderr: '',
  });
});
