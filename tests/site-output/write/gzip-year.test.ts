import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { bundleCache } from '../../../src/cache/bundle-cache.ts';
import { gzipYear } from '../../../src/site-output/write/gzip-year.ts';
import { tempFolder } from '../../support/temp-folder.ts';

test('a gzipped year comes from the cache, unless it is damaged there', async (t) => {
  const folder = await tempFolder(t);
  const [file, cache] = [join(folder, 'release.json'), join(folder, 'cache')];
  await writeFile(file, '{"id":"a"}\n');
  const sha256 = [hash('sha256', '{"id":"a"}\n')];
  const compress = () => gzipYear({ files: [file], sha256 }, bundleCache(cache));
  const compressed = await compress();
  assert.equal(gunzipSync(compressed).toString(), '{"id":"a"}\n');
  await writeFile(file, '{"id":"b"}\n'); // of another build: nothing is read
  assert.deepEqual(await compress(), compressed);
  const [name = ''] = await readdir(cache);
  const bytes = await readFile(join(cache, name));
  await writeFile(join(cache, name), bytes.fill(0, bytes.length - 4));
  await assert.rejects(compress(), /release\.json has changed during the build/);
  await writeFile(file, '{"id":"a"}\n');
  assert.deepEqual(await compress(), compressed);
});

test('records come in order, and nothing of the system is in the bytes', async (t) => {
  const lines = Array.from(
    { length: 3000 },
    (_, n) => `{"id":"${n}","text":"${'x'.repeat(200)}"}\n`,
  );
  const files = Object.fromEntries(lines.map((line, n) => [`${n}.json`, line]));
  const folder = await tempFolder(t, files);
  const year = {
    files: lines.map((_, n) => join(folder, `${n}.json`)),
    sha256: lines.map((line) => hash('sha256', line)),
  };
  const gzipped = await gzipYear(year, bundleCache(join(folder, 'cache')));
  assert.equal(gunzipSync(gzipped).toString(), lines.join(''));
  assert.deepEqual([...gzipped.subarray(3, 10)], [0, 0, 0, 0, 0, 0, 255]); // RFC 1952: no name, time, system
});
