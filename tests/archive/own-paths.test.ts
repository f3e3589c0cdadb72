import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOwnPath, pagePaths } from '../../src/archive/addresses.ts';
import { filesBelow } from '../../src/files/files-below.ts';
import { formerAddresses } from '../../src/archive/former-addresses.ts';
import { decodePath } from '../../src/archive/path-encoding.ts';
import { loadArchive } from '../../src/load/load-archive.ts';
import { HOST_FILES } from '../../src/archive/hosts.ts';
import { madeSite } from '../support/made-site.ts';
import { sharedArchive } from '../support/shared-archive.ts';
import { builtSite } from '../support/site.ts';

test('whatever a build writes lies at a path that no former address can have', async () => {
  const content = await sharedArchive(await madeSite());
  const site = await builtSite({ content });
  const archive = await loadArchive({ contentDir: content, base: '/', now: Date.now() });
  const former = formerAddresses(archive, archive.ledger).map(({ path }) => decodePath(path) ?? '');
  const known = new Set([...pagePaths(archive), ...former]);
  const files = filesBelow(site).map((file) => `/${file}`);
  const free = files.filter((file) => {
    const page = file.replace(/index\.html$/, '');
    return !known.has(page) && !isOwnPath(file) && !isOwnPath(page);
  });
  assert.ok(files.length > 200, `only ${files.length} files were found`);
  assert.deepEqual(free, []);
  for (const name of HOST_FILES) assert.ok(isOwnPath(`/${name}/`), name);
});

test('a page in src/pages, and a file in public, has its path by being there', () => {
  for (const path of ['/about/', '/About/', '/about/x/', '/404/', '/404.html', '/favicon.svg/'])
    assert.ok(isOwnPath(path), path);
  for (const path of [
    '/feed-2.json',
    '/feed-es.json',
    '/feed-zh-Hant-2.json',
    '/rss-es.xml',
    '/releases/page/2/',
    '/topics/a/page/3/',
    '/topics/a/rss.xml',
  ])
    assert.ok(isOwnPath(path), path);
  const beside = ['release.json', 'release.csl.json', 'release.bib', 'card.png', 'card.png/a'];
  for (const name of beside) assert.ok(isOwnPath(`/releases/2017/11/22/a/${name}/`), name);
  for (const path of [
    '/news/',
    '/releases/2017/11/22/old/',
    '/topics/old/',
    '/a/page/2/',
    '/news.json',
  ])
    assert.ok(!isOwnPath(path), path);
});
