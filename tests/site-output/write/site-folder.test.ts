import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { SiteFolder } from '../../../src/site-output/write/site-folder.ts';
import { readExistingSite, isUnchanged } from '../../../src/site-output/replace/existing-site.ts';
import { writeChecksums } from '../../../src/site-output/write/write-checksums.ts';
import { filesIn } from '../../support/folder-bytes.ts';
import { tempFolder, writeFiles } from '../../support/temp-folder.ts';

const LIST = 'data/sha256sums.txt';

/** An existing site, and the folder of the next one. */
async function place(t: TestContext) {
  const home = await tempFolder(t);
  const first = new SiteFolder(join(home, 'site'));
  first.write('a/index.html', 'A');
  first.write('b/index.html', 'B');
  first.write('old.txt', 'old');
  await writeChecksums(first);
  const existing = readExistingSite(first.folder);
  return { home, existing, next: new SiteFolder(join(home, 'next'), existing) };
}

test('files with the same bytes are reused, others written, and all of them listed', async (t) => {
  const { home, existing, next } = await place(t);
  await writeFiles(home, { 'chart.png': 'A' });
  next.write('a/index.html', 'A');
  next.write('b/index.html', 'B, edited');
  next.write('c/d/index.html', Buffer.from('new'));
  await next.copy('media/chart.png', join(home, 'chart.png'));
  await writeFiles(next.folder, { 'by-others.css': 'a {}' });
  assert.deepEqual(await filesIn(next.folder), [
    ...['b/index.html', 'by-others.css', 'c/d/index.html', 'media/chart.png'],
  ]);
  assert.equal(next.isMade('a/index.html'), false);
  assert.equal(next.isMade('b/index.html'), true);
  assert.equal(next.fileOf('a/index.html'), join(existing.folder, 'a/index.html'));
  assert.equal(next.fileOf('b/index.html'), join(next.folder, 'b/index.html'));
  await writeChecksums(next);
  const list = await readFile(join(next.folder, LIST), 'utf8');
  const all = { 'a/index.html': 'A', 'b/index.html': 'B, edited', 'by-others.css': 'a {}' };
  const more = { 'c/d/index.html': 'new', 'media/chart.png': 'A' };
  const lines = Object.entries({ ...all, ...more }).map(
    ([path, text]) => `${hash('sha256', text)}  ${path}\n`,
  );
  assert.equal(list, lines.join(''));
  assert.deepEqual(next.gone(), ['old.txt']);
});

test('a copied file is reused if its bytes are the same', async (t) => {
  const { home, next } = await place(t);
  await writeFiles(home, { 'same.txt': 'old', 'other.txt': 'other' });
  await next.copy('old.txt', join(home, 'same.txt'));
  assert.equal(next.isMade('old.txt'), false);
  await next.copy('old.txt', join(home, 'other.txt'));
  assert.equal(await readFile(next.fileOf('old.txt'), 'utf8'), 'other');
});

test('only files of the existing site can be reused', async (t) => {
  const { next } = await place(t);
  next.write('new.txt', 'new');
  next.reuse('old.txt');
  assert.deepEqual(next.gone(), ['a/index.html', 'b/index.html']);
  assert.throws(() => next.reuse('never.txt'), /never\.txt/);
  assert.throws(() => new SiteFolder('anywhere').reuse('old.txt'), /old\.txt/);
});

test('a site that another build has replaced or deleted is not unchanged', async (t) => {
  const { home, existing } = await place(t);
  assert.ok(isUnchanged(existing));
  const list = join(existing.folder, LIST);
  await writeFile(join(home, 'list'), await readFile(list));
  await rename(join(home, 'list'), list); // the same bytes
  assert.ok(!isUnchanged(existing));
  await rm(existing.folder, { recursive: true });
  assert.ok(!isUnchanged(existing));
});
