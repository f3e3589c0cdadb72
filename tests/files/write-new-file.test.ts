import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeNewFile } from '../../src/files/write-new-file.ts';
import { tempFolder } from '../support/temp-folder.ts';

test('a file is written with its folder, and nothing is left beside it', async (t) => {
  const folder = await tempFolder(t);
  assert.equal(await writeNewFile(join(folder, 'a/b/c.md'), 'Words.'), true);
  assert.deepEqual(await readdir(join(folder, 'a/b')), ['c.md']);
  assert.equal(await readFile(join(folder, 'a/b/c.md'), 'utf8'), 'Words.');
});

test('a file that is there stays as it is, even when many write at once', async (t) => {
  const folder = await tempFolder(t);
  const file = join(folder, 'a.md');
  const texts = Array.from({ length: 20 }, (_, n) => `Text ${n}`);
  const written = await Promise.all(texts.map((text) => writeNewFile(file, text)));
  assert.equal(written.filter(Boolean).length, 1);
  assert.equal(await readFile(file, 'utf8'), texts[written.indexOf(true)]);
  assert.equal(await writeNewFile(file, 'Later'), false);
  assert.deepEqual(await readdir(folder), ['a.md']);
});
