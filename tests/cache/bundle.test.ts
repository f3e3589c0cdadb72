import assert from 'node:assert/strict';
import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { Bundle, writeBundle } from '../../src/cache/bundle.ts';
import { prune } from '../../src/cache/prune.ts';
import { tempFolder } from '../support/temp-folder.ts';

const files = new Map([
  ['a/one.txt', Buffer.from('one\nand more')],
  ['empty', Buffer.alloc(0)],
  ['ünïcode "name"', Buffer.from([0, 10, 255])],
]);

/** All that can be read of a bundle. */
function read(file: string): Map<string, Buffer | undefined> | undefined {
  const bundle = Bundle.open(file);
  const all = bundle && new Map([...bundle.keys()].map((name) => [name, bundle.get(name)]));
  bundle?.close();
  return all;
}

test('a bundle is read as it was written', async (t) => {
  const file = join(await tempFolder(t), 'folder', 'one.bundle');
  assert.equal(read(file), undefined);
  await writeBundle(file, files);
  assert.deepEqual(read(file), files);
  const bundle = Bundle.open(file);
  assert.ok(bundle);
  const digest = '4ff0e1dbce13988e361f6c9cdf712598e0fca5f1c7d27461828833c8fae15da6';
  assert.equal(bundle.digestOf('a/one.txt'), digest);
  bundle.close();
  assert.equal(bundle.get('a/one.txt'), undefined, 'it is closed');
  assert.deepEqual(await readdir(join(file, '..')), ['one.bundle']);
});

test('what is damaged or cut short counts as not there, wherever it is damaged', async (t) => {
  const file = join(await tempFolder(t), 'one.bundle');
  await writeBundle(file, files);
  const bytes = await readFile(file);
  /** The names of what is lost, or of all; what is read must be what was written. */
  const lost = () => {
    const found = read(file) ?? new Map<string, undefined>();
    for (const [name, read] of found) if (read) assert.deepEqual(read, files.get(name));
    return [...files.keys()].filter((name) => found.get(name) === undefined);
  };
  for (const place of bytes.keys()) {
    const damaged = Buffer.from(bytes);
    damaged[place] = (damaged[place] ?? 0) ^ 1;
    await writeFile(file, damaged);
    assert.ok([1, files.size].includes(lost().length), `byte ${place}`);
    await writeFile(file, bytes.subarray(0, place));
    assert.ok(lost().length > 0, `cut at ${place}`);
  }
});

test('packs written at once are each whole', async (t) => {
  const file = join(await tempFolder(t), 'one.bundle');
  const others = [1, 2, 3, 4].map((n) => new Map([['n', Buffer.alloc(50_000, n)]]));
  await Promise.all(others.map((other) => writeBundle(file, other)));
  const n = read(file)?.get('n') ?? Buffer.alloc(0);
  assert.ok(others.some((other) => other.get('n')?.equals(n)));
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
