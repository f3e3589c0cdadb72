import assert from 'node:assert/strict';
import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { readPack, writePack } from '../../src/build/cache/pack.ts';
import { prune } from '../../src/build/cache/prune.ts';
import { tempFolder } from '../support/temp-folder.ts';

const files = new Map([
  ['a/one.txt', Buffer.from('one\nand more')],
  ['empty', Buffer.alloc(0)],
  ['ünïcode "name"', Buffer.from([0, 10, 255])],
]);

test('a pack is read as it was written', async (t) => {
  const file = join(await tempFolder(t), 'folder', 'one.pack');
  assert.equal(await readPack(file), undefined);
  await writePack(file, files);
  assert.deepEqual(await readPack(file), files);
  assert.deepEqual(await readdir(join(file, '..')), ['one.pack']);
});

test('a damaged pack counts as none, wherever it is damaged', async (t) => {
  const file = join(await tempFolder(t), 'one.pack');
  await writePack(file, files);
  const bytes = await readFile(file);
  for (const place of bytes.keys()) {
    const damaged = Buffer.from(bytes);
    damaged[place] = (damaged[place] ?? 0) ^ 1;
    await writeFile(file, damaged);
    assert.equal(await readPack(file), undefined, `byte ${place}`);
    await writeFile(file, bytes.subarray(0, place));
    assert.equal(await readPack(file), undefined, `cut at ${place}`);
  }
});

test('packs written at once are each whole', async (t) => {
  const file = join(await tempFolder(t), 'one.pack');
  const others = [1, 2, 3, 4].map((n) => new Map([['n', Buffer.alloc(50_000, n)]]));
  await Promise.all(others.map((other) => writePack(file, other)));
  const read = await readPack(file);
  assert.ok(others.some((other) => other.get('n')?.equals(read?.get('n') ?? Buffer.alloc(0))));
});

test('what has gone unused for longest is taken away first', async (t) => {
  const folder = await tempFolder(t);
  for (const [n, name] of ['old', 'new', 'newest'].entries()) {
    await writeFile(join(folder, name), 'x'.repeat(10));
    await utimes(join(folder, name), n, n);
  }
  await prune(folder, 25);
  assert.deepEqual((await readdir(folder)).sort(), ['new', 'newest']);
  await prune(folder, 25);
  assert.equal((await stat(join(folder, 'new'))).size, 10);
  await prune(join(folder, 'absent'), 25);
});
