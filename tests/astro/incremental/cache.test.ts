import assert from 'node:assert/strict';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { ALWAYS, Copy, firstBuilds, pagesIn, TEXTS } from './built-archive.ts';

test('the first build makes all; where nothing has changed nothing is built, and the same is said', async () => {
  const { first, again } = await firstBuilds();
  assert.equal(first.texts.length, TEXTS);
  assert.equal(first.pages.length, pagesIn(first));
  assert.match(again.stdout, /^Nothing has changed since the last build: 10 releases, /);
  assert.equal(again.stderr, first.stderr.replace(/^ON-THE-RECORD.*\n/gm, ''));
  assert.deepEqual(again.files, first.files);
});

test('what is damaged, cut short or taken away is made again, and what someone wrote into the site', async (t) => {
  const copy = await Copy.of(t);
  for (const folder of ['bodies', 'pages', 'index', 'data']) {
    const place = join(copy.place.cache, folder);
    for (const [n, name] of (await readdir(place)).sort().entries()) {
      const file = join(place, name);
      const bytes = await readFile(file);
      bytes[bytes.length - 5] = (bytes[bytes.length - 5] ?? 0) ^ 1;
      if (n % 3 === 0) await writeFile(file, bytes);
      if (n % 3 === 1) await writeFile(file, bytes.subarray(0, bytes.length / 2));
      if (n % 9 === 2) await rm(file);
    }
  }
  await writeFile(join(copy.place.site, 'about', 'index.html'), 'Not ours.');
  const again = await copy.build();
  assert.deepEqual(again.files, (await firstBuilds()).first.files);
  assert.ok(again.texts.length > 1 && again.pages.length > ALWAYS.length);
});
