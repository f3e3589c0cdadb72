import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileListPages } from '../../../src/publish/data/file-list.ts';

const template = '<main><ul data-files></ul><nav aria-label="Pages"></nav></main>';
const base = '/archive/';
const linksIn = (html: string) => [...html.matchAll(/href="([^"]+)"/g)].map(([, link]) => link);

test('each file is a link, a page by its folder, whatever its name has in it', () => {
  const paths = ['index.html', 'data/index.html', 'my-index.html', 'media/a b&c#1.pdf'];
  const [page, ...others] = fileListPages(paths, { template, base });
  assert.deepEqual(others, []);
  assert.equal(page?.path, 'data/files/index.html');
  assert.deepEqual(linksIn(page.html), [
    '/archive/',
    '/archive/data/',
    '/archive/my-index.html',
    '/archive/media/a%20b&amp;c%231.pdf',
  ]);
  assert.ok(!page.html.includes('<nav'));
});

test('of many files there are several pages, each of which leads to all others', () => {
  const paths = Array.from({ length: 2001 }, (_, n) => `pagefind/${n}`);
  const pages = fileListPages(paths, { template, base });
  assert.deepEqual(
    pages.map(({ path }) => path),
    ['data/files/index.html', 'data/files/page/2/index.html', 'data/files/page/3/index.html'],
  );
  const links = pages.map(({ html }) => linksIn(html));
  for (const own of links)
    assert.deepEqual(own.slice(-3), [
      '/archive/data/files/',
      '/archive/data/files/page/2/',
      '/archive/data/files/page/3/',
    ]);
  const named = links.flatMap((own) => own.slice(0, -3));
  assert.deepEqual(
    named,
    paths.map((path) => base + path),
  );
});

test('a page that has no place for the names is an error', () => {
  assert.throws(() => fileListPages([], { template: '<main></main>', base }), /has no place/);
});
