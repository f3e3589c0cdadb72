import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadArchive } from '../../src/load/load-archive.ts';
import { git } from '../support/git.ts';
import { madeRelease } from '../support/made-release.ts';
import { runCommand } from '../support/run-command.ts';
import { tempFolder, writeFiles } from '../support/temp-folder.ts';

const LATER = '2027-06-01T12:00:00Z';

const load = (contentDir: string) =>
  loadArchive({ contentDir, base: '/', now: Date.parse(LATER), skipsTexts: true });

async function archivedIn(folder: string) {
  const { releases, warnings, errors } = await load(folder);
  assert.deepEqual(errors, []);
  const archived = releases.filter(({ isArchived }) => isArchived).map(({ id }) => id);
  const lost = warnings
    .filter(({ message }) => message.includes('35.104'))
    .map(({ file, message }) => `${file.slice(folder.length + 1)} ${message.split(', after')[0]}`);
  return { archived, lost };
}

const site = (day?: string) => `title: Made up\n${day ? `archived_before: ${day}\n` : ''}`;
const files = {
  'site.yaml': site('2027-04-26'),
  'releases/2009-05-04-old.md': madeRelease({ date: '2009-05-04' }),
  'releases/2010-05-04-edited.md': madeRelease({ date: '2010-05-04' }, 'The ferry sails at nine.'),
  'releases/2011-05-04-corrected.md': madeRelease({
    date: '2011-05-04',
    corrections: '[{ date: 2027-05-03, note: A digit. }]',
  }),
  'releases/2027-04-26-new.md': madeRelease({ date: '2027-04-26' }),
};

test('releases before the day are archived, but for those altered since, which a warning names', async (t) => {
  const folder = await tempFolder(t, files);
  const recorded = await runCommand('record', [], { CONTENT_DIR: folder });
  assert.equal(recorded.status, 0, recorded.stderr);
  const correction = 'releases/2011-05-04-corrected.md was altered on May 3, 2027';
  assert.deepEqual(await archivedIn(folder), {
    archived: ['2010-05-04-edited', '2009-05-04-old'],
    lost: [correction],
  });
  await writeFiles(folder, {
    'releases/2010-05-04-edited.md': madeRelease(
      { date: '2010-05-04' },
      'The ferry sails at ten now.',
    ),
  });
  assert.deepEqual(await archivedIn(folder), {
    archived: ['2009-05-04-old'],
    lost: ['releases/2010-05-04-edited.md was altered on June 1, 2027', correction],
  });
});

test('without the setting nothing is archived, and nothing is warned of', async (t) => {
  const folder = await tempFolder(t, { ...files, 'site.yaml': site() });
  assert.deepEqual(await archivedIn(folder), { archived: [], lost: [] });
});

test('a commit after the day is an alteration; the first commit is none', async (t) => {
  const folder = await tempFolder(t);
  const content = join(folder, 'content');
  const file = 'releases/2009-05-04-old.md';
  const other = 'releases/2009-05-05-other.md';
  await git(folder, 'init', '--quiet');
  await writeFiles(content, {
    'site.yaml': site('2026-01-01'),
    [file]: madeRelease({ date: '2009-05-04' }),
    [other]: madeRelease({ date: '2009-05-05' }),
  });
  const commitOn = async (day: string) => {
    await git(folder, 'add', '--all');
    process.env['GIT_COMMITTER_DATE'] = `${day}T12:00:00Z`;
    await git(folder, 'commit', '--quiet', '--message', 'A commit').finally(() => {
      delete process.env['GIT_COMMITTER_DATE'];
    });
  };
  await commitOn('2026-02-01');
  assert.equal((await archivedIn(content)).archived.length, 2);
  await writeFiles(content, { [file]: madeRelease({ date: '2009-05-04', topics: 'Ferries' }) });
  await commitOn('2026-03-01');
  assert.deepEqual(await archivedIn(content), {
    archived: ['2009-05-05-other'],
    lost: [`${file} was altered on March 1, 2026`],
  });
});
