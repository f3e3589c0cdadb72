import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { daysInArchive } from '../../src/archive/days-of-change.ts';
import { commitDays } from '../../src/load/commit-days.ts';
import { loadArchive } from '../../src/load/load-archive.ts';
import { publicationOf } from '../../src/load/open-publication.ts';
import { changes } from '../../src/publish/sitemap/resource-sync.ts';
import { git } from '../support/git.ts';
import { madeRelease } from '../support/made-release.ts';
import { type Ending, tempFolder, writeFiles } from '../support/temp-folder.ts';
import { runCommand } from '../support/run-command.ts';

async function commitOn(folder: string, day: string) {
  await git(folder, 'add', '--all');
  process.env['GIT_COMMITTER_DATE'] = `${day}T12:00:00Z`;
  try {
    await git(folder, 'commit', '--quiet', '--message', 'A commit');
  } finally {
    delete process.env['GIT_COMMITTER_DATE'];
  }
}
const A = 'releases/2019-05-14-a.md';
const B = 'releases/2019-05-15-ü.md';

async function committed(t: Ending) {
  const folder = await tempFolder(t);
  const content = join(folder, 'content');
  await git(folder, 'init', '--quiet');
  await writeFiles(content, { [A]: 'One.', [B]: 'Two.' });
  await commitOn(folder, '2024-03-01');
  await writeFiles(content, { [A]: 'One, changed.', 'releases/2019-05-16-new.md': 'New.' });
  return { folder, content };
}

test('the days of commits are found by file; a file that is not committed has none', async (t) => {
  const { folder, content } = await committed(t);
  const paths = [A, B, 'releases/2019-05-16-new.md'];
  const before = await commitDays(content, paths, 'UTC');
  assert.deepEqual(Object.fromEntries(before), { [A]: ['2024-03-01'], [B]: ['2024-03-01'] });
  await commitOn(folder, '2024-05-02');
  const after = await commitDays(content, [A], 'UTC');
  assert.deepEqual(Object.fromEntries(after), { [A]: ['2024-03-01', '2024-05-02'] });
  const cut = join(await tempFolder(t), 'cut');
  await git(folder, 'clone', '--quiet', '--depth', '1', `file://${folder}`, cut);
  assert.equal((await commitDays(join(cut, 'content'), paths, 'UTC')).size, 0);
});

test('outside of a repository no day is known', async (t) => {
  const folder = await tempFolder(t, { [A]: 'One.' });
  assert.equal((await commitDays(folder, [A], 'UTC')).size, 0);
});

test('a release came into the archive when it was recorded, else committed, and not before its issue', () => {
  const issued = '2019-05-14';
  for (const [recordedOn, committedOn, later, expected] of [
    [undefined, [], [], [issued]],
    ['2026-11-24', [], [], ['2026-11-24']],
    ['2019-05-13', [], [], [issued]],
    [undefined, ['2024-03-01', '2024-05-02'], [], ['2024-03-01', '2024-05-02']],
    ['2026-11-24', ['2024-03-01', '2026-12-01'], [], ['2026-11-24', '2026-12-01']],
    ['2026-11-24', ['2026-11-25', '2026-12-01'], [], ['2026-11-24', '2026-12-01']],
    ['2020-01-01', [], ['2019-06-01', '2021-01-01'], ['2020-01-01', '2021-01-01']],
  ] as const) {
    assert.deepEqual(daysInArchive([issued, ...later], { recordedOn, committedOn }), expected);
  }
});

/** What the list of changes says of an archive: the release, the day, and what happened. */
async function listed(content: string) {
  const settings = { contentDir: content, base: '/', siteUrl: 'https://press.example.org' };
  const archive = await loadArchive({ ...settings, now: Date.parse('2026-06-01T00:00:00Z') });
  const records = new Map<string, { bytes: number; sha256: string }>();
  return changes(publicationOf(archive, settings), records).map(({ loc, lastmod, md }) => [
    loc.split('/').at(-2),
    lastmod?.slice(0, 10),
    md?.['change'],
  ]);
}

test('who asks for what is new since a day gets a backlog that was added then', async (t) => {
  const folder = await tempFolder(t);
  const content = join(folder, 'content');
  const write = (id: string, words: string) =>
    writeFiles(content, {
      [`releases/${id}.md`]: madeRelease({ date: id.slice(0, 10) }, words),
    });
  await git(folder, 'init', '--quiet');
  await write('2019-05-14-recorded', 'The lanterns of the harbor are lit every evening.');
  const recorded = await runCommand('record', [], { CONTENT_DIR: content });
  assert.equal(recorded.status, 0, recorded.stderr);
  const [[, today = '']] = (await listed(content)) as [[string, string, string]];
  assert.ok(today > '2026', today);
  await write('2018-02-03-old', 'An old release about the wells of the valley.');
  await commitOn(folder, '2024-03-01');
  await write('2018-02-03-old', 'An old release about the deep wells of the valley.');
  await commitOn(folder, '2024-04-01');
  assert.deepEqual(await listed(content), [
    ['old', '2024-03-01', 'created'],
    ['old', '2024-04-01', 'updated'],
    ['recorded', today, 'created'],
  ]);
});

test('an edit of the fields of a recorded release is a change, on the day of its commit', async (t) => {
  const folder = await tempFolder(t);
  const content = join(folder, 'content');
  const file = 'releases/2019-05-14-recorded.md';
  const write = (fields: { title: string }) =>
    writeFiles(content, {
      [file]: madeRelease({ date: '2019-05-14', ...fields }, 'The lanterns are lit every evening.'),
    });
  await git(folder, 'init', '--quiet');
  await write({ title: 'Lanterns Are Lit' });
  const recorded = await runCommand('record', [], { CONTENT_DIR: content });
  assert.equal(recorded.status, 0, recorded.stderr);
  const [[, today = '']] = (await listed(content)) as [[string, string, string]];
  const [year, ...rest] = today.split('-');
  const later = [Number(year) + 1, ...rest].join('-');
  await commitOn(folder, today);
  await write({ title: 'Lanterns Are Lit Again' });
  await commitOn(folder, later);
  assert.deepEqual(await listed(content), [
    ['recorded', today, 'created'],
    ['recorded', later, 'updated'],
  ]);
});
