import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { bundleCache } from '../../../src/cache/bundle-cache.ts';
import { prune } from '../../../src/cache/prune.ts';
import { SiteFolder } from '../../../src/site-output/write/site-folder.ts';
import { viewOf } from '../../../src/astro/site-view.ts';
import { loadArchive } from '../../../src/load/load-archive.ts';
import { readSettings } from '../../../src/settings.ts';
import { writeSharePictures } from '../../../src/site-output/write/write-share-pictures.ts';
import { digests } from '../../support/folder-bytes.ts';
import { madeRelease } from '../../support/made-release.ts';
import { type Files, tempFolder, writeFiles } from '../../support/temp-folder.ts';

const CONTENT: Files = {
  'site.yaml': 'title: Made for a test\n',
  'releases/2017-11-22-a.md': madeRelease(),
  'releases/2017-11-23-b.md': madeRelease({ date: '2017-11-23', title: 'Another' }),
  'releases/2018-01-01-c.md': madeRelease({ date: '2018-01-01', embargo: '2999-01-01T00:00:00Z' }),
};

/** Writes the pictures of an archive as a build does; counts writes to the cache. */
async function write(home: string, cached = bundleCache(join(home, 'cache'))) {
  const settings = readSettings({
    CONTENT_DIR: join(home, 'content'),
    SITE_URL: 'https://a.example',
  });
  const archive = await loadArchive({ ...settings, now: Date.now() });
  assert.deepEqual(archive.errors, []);
  const site = join(home, 'site');
  await mkdir(site, { recursive: true });
  let written = 0;
  const cache: typeof cached = {
    open: cached.open,
    write: (key, files) => {
      written++;
      return cached.write(key, files);
    },
  };
  await writeSharePictures(new SiteFolder(site), viewOf(archive, settings), cache);
  return { pictures: await digests(site), written };
}

async function home(t: TestContext) {
  const folder = await tempFolder(t);
  await writeFiles(join(folder, 'content'), CONTENT);
  return folder;
}

test('each release has a picture next to its page, one under embargo has none', async (t) => {
  const { pictures } = await write(await home(t));
  const paths = ['releases/2017/11/22/a/card.png', 'releases/2017/11/23/b/card.png'];
  assert.deepEqual(Object.keys(pictures).sort(), paths);
});

test('a second build draws nothing, and a third only what has changed', async (t) => {
  const folder = await home(t);
  const first = await write(folder);
  assert.equal(first.written, 1, 'one month');
  // The cache is not validated, so these bytes show that nothing was drawn.
  const marked = Buffer.from('drawn before');
  const cache = bundleCache(join(folder, 'cache'));
  const [name = ''] = await readdir(join(folder, 'cache'));
  const key = name.replace('.bundle', '');
  const bundle = await cache.open(key);
  bundle?.close();
  await cache.write(key, new Map([...(bundle?.keys() ?? [])].map((picture) => [picture, marked])));
  const second = await write(folder);
  assert.equal(second.written, 0);
  const bytesOf = (path: string) =>
    readFile(join(folder, 'site/releases/2017/11', path, 'card.png'));
  for (const path of ['22/a', '23/b']) assert.deepEqual(await bytesOf(path), marked);

  await writeFiles(join(folder, 'content'), {
    'releases/2017-11-23-b.md': madeRelease({ date: '2017-11-23', title: 'Yet another' }),
  });
  assert.equal((await write(folder)).written, 1);
  assert.deepEqual(await bytesOf('22/a'), marked);
  assert.notDeepEqual(await bytesOf('23/b'), marked);
});

test('pictures are drawn again if the cache is damaged', async (t) => {
  const folder = await home(t);
  const first = await write(folder);
  const [name = ''] = await readdir(join(folder, 'cache'));
  const file = join(folder, 'cache', name);
  const bytes = await readFile(file);
  bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1;
  await writeFile(file, bytes);
  const second = await write(folder);
  assert.deepEqual(second, first);
  await prune(join(folder, 'cache'), 0);
  assert.deepEqual(await write(folder), first);
});

test('with share_pictures: false there are none', async (t) => {
  const folder = await home(t);
  await writeFiles(join(folder, 'content'), { 'site.yaml': 'share_pictures: false\n' });
  const { pictures } = await write(folder);
  assert.deepEqual(pictures, {});
  assert.ok(!existsSync(join(folder, 'cache')));
});
