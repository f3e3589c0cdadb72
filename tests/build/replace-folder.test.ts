import assert from 'node:assert/strict';
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { replaceFolder, updateFolder } from '../../src/build/replace-folder.ts';
import { digests, filesIn } from '../support/folder-bytes.ts';
import { tempFolder, writeFiles } from '../support/temp-folder.ts';

test('a folder is made where there is none, with those around it', async (t) => {
  const home = await tempFolder(t);
  const place = join(home, 'a', 'b');
  await replaceFolder(place, async (workshop) => {
    await writeFiles(workshop, { 'c/d.txt': 'new' });
    return workshop;
  });
  assert.deepEqual(await filesIn(home), ['a/b/c/d.txt']);
});

test('a folder takes the place of the old one, of which nothing is left', async (t) => {
  const home = await tempFolder(t, { 'site/old.txt': 'old', 'other.txt': 'stays' });
  await replaceFolder(join(home, 'site'), async (workshop) => {
    assert.deepEqual(await readdir(workshop), []);
    assert.equal(dirname(workshop), home); // so that moving it is one step
    await writeFiles(workshop, { 'new.txt': 'new' });
    return workshop;
  });
  assert.deepEqual(await filesIn(home), ['other.txt', 'site/new.txt']);
});

test('the finished folder may lie in the one that was given to work in', async (t) => {
  const home = await tempFolder(t);
  await replaceFolder(join(home, 'site'), async (workshop) => {
    await writeFiles(workshop, { 'rest/a': 'A', 'done/b': 'B' });
    return join(workshop, 'done');
  });
  assert.deepEqual(await filesIn(home), ['site/b']);
});

test('until the new one is whole the old one stands', async (t) => {
  const home = await tempFolder(t, { 'site/old.txt': 'old' });
  await replaceFolder(join(home, 'site'), async (workshop) => {
    await writeFiles(workshop, { 'new.txt': 'new' });
    assert.deepEqual(await filesIn(join(home, 'site')), ['old.txt']);
    return workshop;
  });
});

test('if making the new one fails the old one stays, byte for byte, and nothing beside it', async (t) => {
  const home = await tempFolder(t, {
    'site/a/old.txt': 'old',
    'site/b.bin': Buffer.from([0, 255]),
  });
  const before = await digests(home);
  const failing = replaceFolder(join(home, 'site'), async (workshop) => {
    await writeFiles(workshop, { 'a/half.txt': 'half' });
    throw new Error('The power went out');
  });
  await assert.rejects(failing, /The power went out/);
  assert.deepEqual(await digests(home), before);
  assert.deepEqual(await readdir(home), ['site']);
});

test('if what was made is not where it is said to be the old one stays', async (t) => {
  const home = await tempFolder(t, { 'site/old.txt': 'old' });
  const before = await digests(home);
  const failing = replaceFolder(join(home, 'site'), async (workshop) => join(workshop, 'nowhere'));
  await assert.rejects(failing, /ENOENT/);
  assert.deepEqual(await digests(home), before);
  assert.deepEqual(await readdir(home), ['site']);
});

test('what a run of the same process id left when it was killed is no hindrance', async (t) => {
  const home = await tempFolder(t, {
    'site/old.txt': 'old',
    [`.site.new-${process.pid}/left.txt`]: 'left',
    [`.site.old-${process.pid}/left.txt`]: 'left',
  });
  await replaceFolder(join(home, 'site'), async (workshop) => {
    await writeFiles(workshop, { 'new.txt': 'new' });
    return workshop;
  });
  assert.deepEqual(await filesIn(home), ['site/new.txt']);
});

test('the work may be done elsewhere, and leaves nothing there', async (t) => {
  const home = await tempFolder(t);
  const fill = async (workshop: string) => {
    assert.equal(dirname(workshop), join(home, 'shop'));
    await writeFiles(workshop, { 'new.txt': 'new' });
    return workshop;
  };
  await replaceFolder(join(home, 'site'), fill, join(home, 'shop'));
  assert.deepEqual(await filesIn(home), ['site/new.txt']);
});

test('of a folder what is new or other is put in its place, and what is gone taken away', async (t) => {
  const home = await tempFolder(t, {
    'site/kept.txt': 'kept',
    'site/changed.txt': 'old',
    'site/list.txt': 'old',
    'site/deep/er/gone.txt': 'gone',
    'site/page': 'a file where a folder will be',
    'site/folder/index.html': 'a folder where a file will be',
  });
  const site = join(home, 'site');
  const before = await stat(join(site, 'kept.txt'));
  const changed = await updateFolder(site, async (workshop) => {
    await writeFiles(workshop, {
      'made/changed.txt': 'new',
      'made/list.txt': 'new',
      'made/page/index.html': 'new',
      'made/folder': 'new',
      'rest.txt': 'rest',
    });
    assert.equal(await readFile(join(site, 'changed.txt'), 'utf8'), 'old');
    return {
      made: join(workshop, 'made'),
      gone: ['deep/er/gone.txt', 'page', 'folder/index.html'],
      last: 'list.txt',
    };
  });
  assert.deepEqual(changed?.sort(), [
    ...['changed.txt', 'deep/er/gone.txt', 'folder', 'folder/index.html', 'list.txt', 'page'],
    'page/index.html',
  ]);
  assert.deepEqual((await readdir(home)).sort(), ['site']);
  assert.deepEqual((await readdir(site)).sort(), [
    ...['changed.txt', 'folder', 'kept.txt', 'list.txt', 'page'],
  ]);
  for (const path of ['changed.txt', 'folder', 'list.txt', 'page/index.html'])
    assert.equal(await readFile(join(site, path), 'utf8'), 'new');
  const { ino, ctimeMs } = await stat(join(site, 'kept.txt'));
  assert.deepEqual([ino, ctimeMs], [before.ino, before.ctimeMs]);
});

test('a folder stays as it is if making changes fails, or if there are to be none', async (t) => {
  const home = await tempFolder(t, { 'site/old.txt': 'old' });
  const before = await digests(home);
  const make = (outcome: () => undefined) => async (workshop: string) => {
    await writeFiles(workshop, { 'old.txt': 'half' });
    return outcome();
  };
  const failing = updateFolder(
    join(home, 'site'),
    make(() => {
      throw new Error('The power went out');
    }),
  );
  await assert.rejects(failing, /The power went out/);
  assert.equal(
    await updateFolder(
      join(home, 'site'),
      make(() => undefined),
    ),
    undefined,
  );
  assert.deepEqual(await digests(home), before);
  assert.deepEqual(await readdir(home), ['site']);
});
