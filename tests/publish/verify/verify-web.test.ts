import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { webCopy } from '../../../src/publish/verify/copies.ts';
import { verifyCopy } from '../../../src/publish/verify/verify-copy.ts';
import { madeRelease } from '../../support/made-release.ts';
import { sharedArchive } from '../../support/shared-archive.ts';
import { builtSite } from '../../support/site.ts';

const A = '/releases/2017/11/22/a/';
const site = async () =>
  builtSite({
    content: await sharedArchive({
      'releases/2017-11-22-a.md': madeRelease({ aliases: '[/news/a/, /news/nhập/]' }),
      'releases/2017-11-23-b.md': madeRelease({ date: '2017-11-23', aliases: '/news/b/' }),
    }),
  });

/** Serves a site as Cloudflare does, with redirects of ours. @returns what is found of it. */
async function verifyWith(t: TestContext, redirects: Record<string, string>) {
  const folder = await site();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
    const lead = (location: string) => response.writeHead(301, { location }).end();
    const target = redirects[path] ?? redirects[path.replace(/index\.html$/, '')];
    if (target !== undefined) return void lead(target);
    if (path.endsWith('.html')) return void lead(encodeURI(path.replace(/(?:index)?\.html$/, '')));
    const file = path.endsWith('/') ? `${path}index.html` : path === '/404' ? '/404.html' : path;
    readFile(join(folder, file)).then(
      (bytes) => response.writeHead(path === '/404' ? 404 : 200).end(bytes),
      () => response.writeHead(404).end(),
    );
  }).listen(0, '127.0.0.1');
  t.after(() => server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const { missing, changed, problems } = await verifyCopy(webCopy(`http://127.0.0.1:${port}/`));
  assert.deepEqual([missing, problems], [[], []]);
  return changed;
}

test('a host that leads former addresses on and leaves endings out has a correct copy', async (t) => {
  const changed = await verifyWith(t, { '/news/a/': A, '/news/nhập/': A });
  assert.deepEqual(changed, []);
});

test('a host that leads to another release, or away from a page, has a changed copy', async (t) => {
  const changed = await verifyWith(t, {
    '/news/b/': A,
    '/about/': A,
    '/releases/2017/11/23/b/': A,
    '/offices/': 'https://elsewhere.example/releases/2017/11/22/a/',
  });
  assert.deepEqual(changed, [
    'about/index.html',
    'news/b/index.html',
    'offices/index.html',
    'releases/2017/11/23/b/index.html',
  ]);
});
