import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, chmodSync, renameSync, statSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { readExistingSite } from '../../../src/site-output/replace/existing-site.ts';
import { FolderListing } from '../../../src/site-output/replace/folder-listing.ts';
import { SiteFolder } from '../../../src/site-output/write/site-folder.ts';
import { writeChecksums } from '../../../src/site-output/write/write-checksums.ts';
import { CHECKSUMS } from '../../../src/publish/data/checksums.ts';
import { Output } from '../../../src/site-output/replace/output.ts';
import { OwnFiles } from '../../../src/site-output/replace/own-files.ts';
import { updateInPlace } from '../../../src/site-output/replace/update-in-place.ts';
import { digests, filesIn } from '../../support/folder-bytes.ts';
import { type Files, tempFolder, writeFiles } from '../../support/temp-folder.ts';

const OLD = {
  'index.html': 'old front',
  'a/index.html': 'A',
  'b/index.html': 'B',
  'gone.html': 'x',
};
const NEW = {
  'index.html': 'new front',
  'a/index.html': 'A',
  'b/index.html': 'B2',
  'c/d.html': 'D',
};

/** Writes a complete site into a folder, its list of checksums last. */
async function makeSite(folder: string, files: Record<string, string>): Promise<string> {
  const site = new SiteFolder(folder);
  for (const [path, text] of Object.entries(files)) site.write(path, text);
  await writeChecksums(site);
  return folder;
}

/** Builds a site as a whole, as a first build does. */
async function buildWhole(home: string, files: Record<string, string>): Promise<void> {
  const output = await Output.open(join(home, 'site'), join(home, 'work'));
  try {
    output.replace(await makeSite(join(output.workFolder, 'made'), files));
  } finally {
    output.close();
  }
}

/** Builds what differs from the existing site; `meanwhile` runs right before it is replaced. */
async function buildChanges(
  home: string,
  files: Record<string, string>,
  meanwhile = () => Promise.resolve(),
): Promise<FolderListing | undefined> {
  const place = join(home, 'site');
  const existing = readExistingSite(place);
  const own = new OwnFiles(existing.digests.keys());
  const known = { own, listing: await FolderListing.of(place, own) };
  const output = await Output.open(place, join(home, 'work'), known);
  try {
    const duplicate = await output.duplicate();
    const site = new SiteFolder(join(output.workFolder, 'made'), existing);
    for (const [path, text] of Object.entries(files)) site.write(path, text);
    await writeChecksums(site);
    await meanwhile();
    const changes = { made: site.folder, gone: site.gone(), last: CHECKSUMS };
    return output.update(changes, duplicate, known.listing);
  } finally {
    output.close();
  }
}

/** The files of a site, without its list of checksums. */
async function textsIn(folder: string): Promise<Record<string, string>> {
  const paths = (await filesIn(folder)).filter((path) => path !== CHECKSUMS);
  const pairs = paths.map(
    async (path) => [path, await readFile(join(folder, path), 'utf8')] as const,
  );
  return Object.fromEntries(await Promise.all(pairs));
}

async function place(t: TestContext, files: Files = {}) {
  const home = await tempFolder(t, files);
  return { home, site: join(home, 'site') };
}

const builds = { whole: buildWhole, changed: buildChanges };

test('a first site appears with the folders around it, and nothing else is left', async (t) => {
  const home = await tempFolder(t);
  const output = await Output.open(join(home, 'a/b/site'), join(home, 'work'));
  output.replace(await makeSite(join(output.workFolder, 'made'), OLD));
  output.close();
  assert.deepEqual(await textsIn(join(home, 'a/b/site')), OLD);
  assert.deepEqual(await readdir(join(home, 'a/b')), ['site']);
  assert.deepEqual(await readdir(join(home, 'work')), []);
});

test('the next site replaces the existing one, as a whole or as changes, again and again', async (t) => {
  for (const build of Object.values(builds)) {
    const { home, site } = await place(t);
    await buildWhole(home, OLD);
    for (const files of [NEW, OLD, { ...NEW, 'e/f/g': 'G' }, NEW]) {
      await build(home, files);
      assert.deepEqual(await textsIn(site), files);
      assert.deepEqual(
        [...readExistingSite(site).digests.keys()].sort(),
        Object.keys(files).sort(),
      );
    }
    assert.deepEqual((await readdir(home)).sort(), ['site', 'work']);
  }
});

test('a build that only opens the folder does not change it', async (t) => {
  const { home, site } = await place(t);
  await buildWhole(home, OLD);
  const before = await digests(home);
  const output = await Output.open(site, join(home, 'work'));
  await output.duplicate();
  output.close();
  assert.deepEqual(await digests(home), before);
});

test('an update reuses unchanged files, and returns the listing of the site', async (t) => {
  const { home, site } = await place(t);
  await buildWhole(home, OLD);
  const { ino } = await stat(join(site, 'a/index.html'));
  for (const files of [NEW, OLD, NEW]) {
    const listing = await buildChanges(home, files);
    assert.equal((await stat(join(site, 'a/index.html'))).ino, ino);
    const own = new OwnFiles(readExistingSite(site).digests.keys());
    assert.equal(listing?.digest(), (await FolderListing.of(site, own)).digest());
  }
  const stored = await readdir(join(home, 'work'));
  assert.equal(stored.filter((name) => /^previous-\w+$/.test(name)).length, 1);
});

test('a stored previous site that was changed is not used', async (t) => {
  const { home, site } = await place(t);
  await buildWhole(home, OLD);
  await buildChanges(home, NEW);
  const [stored] = (await readdir(join(home, 'work'))).filter((name) =>
    /^previous-\w+$/.test(name),
  );
  const page = join(home, 'work', stored ?? '', 'a/index.html');
  await rm(page);
  await writeFile(page, 'not what it was');
  await buildChanges(home, OLD);
  assert.deepEqual(await textsIn(site), OLD);
});

test('a stored previous site is deleted by the next build if its own site is gone', async (t) => {
  const { home, site } = await place(t);
  await buildWhole(home, OLD);
  await buildChanges(home, NEW);
  await rm(site, { recursive: true });
  const output = await Output.open(join(home, 'other'), join(home, 'work'));
  output.close();
  assert.deepEqual(await readdir(join(home, 'work')), []);
});

const FOREIGN: Record<string, string> = {
  CNAME: 'press.example.org',
  '.nojekyll': '',
  'b/colleague.pdf': 'A letter',
  'a/notes.txt': 'notes',
};

test('files that no build wrote stay, and are listed', async (t) => {
  for (const build of Object.values(builds)) {
    const { home, site } = await place(t);
    await buildWhole(home, OLD);
    await writeFiles(site, { ...FOREIGN, latest: { link: 'a' } });
    for (const files of [NEW, OLD]) {
      await build(home, files);
      assert.deepEqual(await textsIn(site).catch(() => 0), 0, 'a link to a folder is not a file');
      await rm(join(site, 'latest'));
      assert.deepEqual(await textsIn(site), { ...files, ...FOREIGN });
      await symlink('a', join(site, 'latest'));
    }
    const output = await Output.open(site, join(home, 'work'));
    output.close();
    assert.deepEqual(output.foreign.files.sort(), [...Object.keys(FOREIGN), 'latest'].sort());
  }
});

test('a folder that no build made stays where it is, untouched', async (t) => {
  for (const build of Object.values(builds)) {
    const { home, site } = await place(t);
    await buildWhole(home, OLD);
    await writeFiles(site, { '.git/HEAD': 'ref', '.git/objects/ab/cd': 'x', 'a/own/': '' });
    const before = await stat(join(site, '.git'));
    await build(home, NEW);
    assert.equal((await stat(join(site, '.git'))).ino, before.ino);
    const { 'index.html': front, '.git/objects/ab/cd': object } = await textsIn(site);
    assert.deepEqual([front, object], ['new front', 'x']);
    assert.ok((await stat(join(site, 'a/own'))).isDirectory());
    assert.ok(!(await filesIn(site)).includes('gone.html'));
  }
});

test('what was deleted from the site does not come back', async (t) => {
  const { home, site } = await place(t);
  await buildWhole(home, OLD);
  await writeFiles(site, FOREIGN);
  await buildChanges(home, NEW);
  await rm(join(site, 'CNAME'));
  await buildChanges(home, OLD);
  await buildChanges(home, NEW);
  assert.ok(!(await filesIn(site)).includes('CNAME'));
});

test('files that are added or changed during a build are not lost', async (t) => {
  const { home, site } = await place(t);
  await buildWhole(home, OLD);
  await writeFiles(site, FOREIGN);
  await buildChanges(home, NEW, async () => {
    await writeFiles(site, { 'late.txt': 'late', 'a/late.txt': 'late', 'folder/late.txt': 'late' });
    appendFileSync(join(site, 'CNAME'), ' appended');
    await rm(join(site, '.nojekyll'));
    await writeFile(join(home, 'replacing'), 'replaced');
    renameSync(join(home, 'replacing'), join(site, 'b/colleague.pdf'));
  });
  const texts = await textsIn(site);
  for (const path of ['late.txt', 'a/late.txt', 'folder/late.txt'])
    assert.equal(texts[path], 'late');
  assert.equal(texts['CNAME'], 'press.example.org appended');
  assert.equal(texts['b/colleague.pdf'], 'replaced');
});

const WATCH = `
  import { readFileSync } from 'node:fs';
  let [reads, missing, isDone] = [0, 0, false];
  process.on('message', () => (isDone = true));
  process.send('ready');
  const watch = () => {
    for (let n = 0; n < 100; n++) {
      reads++;
      try { readFileSync(process.argv[1], 'utf8'); } catch { missing++; }
    }
    if (!isDone) setImmediate(watch);
    else process.send({ reads, missing }, () => process.disconnect());
  };
  watch();
`;

test('no page is missing for visitors while sites replace each other', async (t) => {
  const { home, site } = await place(t);
  await buildWhole(home, OLD);
  const page = join(site, 'index.html');
  const visitor = spawn(process.execPath, ['--input-type=module', '-e', WATCH, page], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await once(visitor, 'message');
  for (let n = 0; n < 10; n++) {
    await buildChanges(home, n % 2 === 0 ? NEW : OLD);
    await buildWhole(home, n % 2 === 0 ? OLD : NEW);
  }
  visitor.send('done');
  const [{ reads, missing }] = (await once(visitor, 'message')) as [Record<string, number>];
  assert.ok(reads !== undefined && reads > 0);
  assert.equal(missing, 0);
});

test('a file that no build wrote is not replaced by one of the site', async (t) => {
  const paths = ['c/d.html', 'c', 'c/d.html/below'];
  for (const build of Object.values(builds)) {
    for (const path of paths) {
      const { home, site } = await place(t);
      await buildWhole(home, OLD);
      await writeFiles(site, { [path]: 'theirs' });
      const before = await digests(site);
      await assert.rejects(build(home, NEW), /was not written by a build.*Move it out of OUT_DIR/);
      assert.deepEqual(await digests(site), before);
    }
  }
});

test('a link is followed, and stays a link', async (t) => {
  for (const build of Object.values(builds)) {
    const { home, site } = await place(t, { 'srv/': '', site: { link: 'srv/press' } });
    await buildWhole(home, OLD); // its target does not exist yet
    await build(home, NEW);
    assert.deepEqual(await textsIn(join(home, 'srv/press')), NEW);
    assert.deepEqual(await textsIn(site), NEW);
    assert.deepEqual((await readdir(join(home, 'srv'))).sort(), ['press']);
    assert.ok(
      (await readdir(home, { withFileTypes: true }))
        .find(({ name }) => name === 'site')
        ?.isSymbolicLink(),
    );
  }
});

test('the folder keeps its permissions', async (t) => {
  if (process.platform === 'win32') return t.skip('Windows has others');
  for (const build of Object.values(builds)) {
    const { home, site } = await place(t);
    await buildWhole(home, OLD);
    chmodSync(site, 0o2751);
    await build(home, NEW);
    assert.equal(statSync(site).mode & 0o7777, 0o2751);
  }
});

test('the work of a killed build is deleted, that of a running one stays', async (t) => {
  const { home, site } = await place(t);
  await buildWhole(home, OLD);
  const running = await Output.open(site, join(home, 'work'));
  const dead = running.workFolder.replace(`-${process.pid}-`, '-999999999-');
  await writeFiles(dead, { 'made/index.html': 'half' });
  await writeFiles(home, {
    '.site.new-999999999/x': '',
    '.site.old-999999999/x': '',
    '.site.newer/x': '',
  });
  await buildChanges(home, NEW);
  assert.deepEqual((await readdir(home)).sort(), ['.site.newer', 'site', 'work']);
  const left = (await readdir(join(home, 'work'))).filter((name) => name.startsWith('work-'));
  assert.deepEqual(
    left.map((name) => join(home, 'work', name)),
    [running.workFolder],
  );
  running.close();
});

test('an interrupted update in place is finished by the next build', async (t) => {
  const { home, site } = await place(t);
  await buildWhole(home, OLD);
  const made = await makeSite(join(home, 'made'), NEW);
  // The state if the process ends after that many files were moved.
  for (const moved of [0, 1, 3]) {
    await rm(site, { recursive: true });
    await makeSite(site, OLD);
    const files = [...Object.keys(NEW).sort(), CHECKSUMS];
    for (const file of files)
      await writeFiles(join(site, '.on-the-record/files'), {
        [file]: await readFile(join(made, file)),
      });
    await writeFile(
      join(site, '.on-the-record/journal.json'),
      JSON.stringify({ files, gone: ['gone.html'] }),
    );
    for (const file of files.slice(0, moved)) {
      await mkdir(join(site, file, '..'), { recursive: true });
      renameSync(join(site, '.on-the-record/files', file), join(site, file));
    }
    const output = await Output.open(site, join(home, 'work'));
    output.close();
    assert.deepEqual(await textsIn(site), NEW, `after ${moved}`);
  }
});

test('in place, files and folders may take each other’s paths', async (t) => {
  const { home, site } = await place(t);
  await makeSite(site, { page: 'a file', 'folder/index.html': 'in a folder' });
  const made = await makeSite(join(home, 'made'), {
    'page/index.html': 'in a folder',
    folder: 'a file',
  });
  updateInPlace(site, { made, gone: ['page', 'folder/index.html'], last: CHECKSUMS });
  assert.deepEqual(await textsIn(site), { 'page/index.html': 'in a folder', folder: 'a file' });
});
