import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { statementId } from '../../src/archive/statement-id.ts';
import { commitAll, git } from '../support/git.ts';
import { bridge, fee, ferry, lantern, meeting } from '../support/paragraphs.ts';
import {
  ledgerEntries,
  ledgerLines,
  recordedArchive,
  releasesOf,
  runOn,
} from '../support/recorded-archive.ts';
import { tempFolder, writeFiles } from '../support/temp-folder.ts';

const texts = {
  '2017-01-01-both': [ferry, bridge, fee, lantern],
  '2017-01-02-ours': [ferry, bridge],
  '2017-01-03-theirs': [fee, lantern],
};
const added = {
  ours: 'What was added by us alone, with its own words.',
  theirs: 'A paragraph of which they thought, and nobody else.',
};
/** What each of two people changes; in the same release they change paragraphs far from each other. */
const changed = {
  ours: {
    '2017-01-01-both': [ferry.replace('summer', 'winter'), added.ours, bridge, fee, lantern],
    '2017-01-02-ours': [ferry, bridge.replace('March', 'April')],
    '2017-02-01-new-of-ours': [meeting],
  },
  theirs: {
    '2017-01-01-both': [ferry, bridge, fee, added.theirs, lantern.replace('family', 'couple')],
    '2017-01-03-theirs': [fee.replace('twelve', 'ten'), lantern],
    '2017-02-02-new-of-theirs': [meeting],
  },
};

test('what two people recorded can be merged: git finds no conflict, and no id is lost', async (t) => {
  const home = await tempFolder(t);
  const folder = join(home, 'content');
  await mkdir(folder);
  await writeFiles(folder, recordedArchive(texts));
  await git(home, 'init', '--quiet');
  await commitAll(home);
  for (const side of ['ours', 'theirs'] as const) {
    await git(home, 'checkout', '--quiet', '-b', side, 'main');
    await writeFiles(folder, releasesOf(changed[side]));
    const { status, stderr } = await runOn(folder, 'record');
    assert.equal(status, 0, stderr);
    await commitAll(home, `Recorded by ${side}`);
  }
  await git(home, 'checkout', '--quiet', 'ours');
  await git(home, 'merge', '--quiet', '--no-edit', 'theirs'); // fails if there is a conflict
  assert.equal(await git(home, 'status', '--porcelain'), '');

  const checked = await runOn(folder, 'check');
  assert.equal(checked.status, 0, checked.stderr);
  assert.match(checked.stdout, /^5 releases, 0 errors, /m);
  const before = (await ledgerLines(folder)).map(([id]) => id);
  assert.ok(before.length > new Set(before).size, 'the merge should leave two lines for a release');

  const recorded = await runOn(folder, 'record', '--json');
  assert.equal(recorded.status, 0, recorded.stderr);
  for (const line of recorded.stdout.trimEnd().split('\n')) {
    const { removed, added: fresh } = JSON.parse(line) as Record<string, string[]>;
    assert.deepEqual([removed, fresh], [[], []], line);
  }
  assert.deepEqual(
    (await ledgerLines(folder)).map(([id]) => id),
    [...Object.keys(texts), '2017-02-01-new-of-ours', '2017-02-02-new-of-theirs'],
  );
  const entries = await ledgerEntries(folder);
  const living = (id: string) =>
    entries
      .get(id)
      ?.statements.filter((one) => one.removed === undefined && one.in === undefined)
      .map((one) => one.id);
  const { ours, theirs } = added;
  assert.deepEqual(
    living('2017-01-01-both'),
    [ferry, ours, bridge, fee, theirs, lantern].map(statementId),
  );
  assert.deepEqual(living('2017-01-02-ours'), [ferry, bridge].map(statementId));
  assert.deepEqual(living('2017-01-03-theirs'), [fee, lantern].map(statementId));

  const again = await runOn(folder, 'record');
  assert.equal(again.stdout, 'The ledger is up to date: nothing to record.\n');
});
