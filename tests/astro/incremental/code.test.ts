import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertMade, Copy, pagesIn, TEXTS } from './built-archive.ts';

// As in content.test.ts, but for the code and the settings from which a site is made.

const isReleasePage = (file: string) => /^releases\/\d+\/\d+\/\d+\/[^/]+\/index\.html$/.test(file);

test('a component and a module change: the pages that use them, and no others', async (t) => {
  const copy = await Copy.of(t);
  await copy.edit('src/components/Neighbours.astro', (text) =>
    text.replace('class="neighbours"', 'class="neighbours others"'),
  );
  await copy.edit('src/publish/feeds/rss.ts', (text) =>
    text.replace("'dc:creator'", "'dc:publisher'"),
  );
  const built = await copy.bothBuilds();
  const files = Object.keys(built.files);
  assert.equal(built.texts.length, TEXTS); // rendered again, and the same: their pages are reused
  assertMade(built, built.texts, [
    ...files.filter(isReleasePage).map((file) => file.replace('/index.html', '')),
    ...files.filter((file) => file.endsWith('/rss.xml')),
  ]);
});

test('a stylesheet and a script of the browser change: all pages, which name them', async (t) => {
  const copy = await Copy.of(t);
  await copy.edit('src/styles/base.css', (text) => `${text}\nmain { outline: 0 }\n`);
  await copy.edit('src/search/ui/slash-key.ts', (text) => `${text}\nconsole.debug('changed');\n`);
  const built = await copy.bothBuilds();
  assert.deepEqual(built.texts, []);
  assert.equal(built.pages.length, pagesIn(built));
});

test('the site gets another title and another place', async (t) => {
  const copy = await Copy.of(t);
  await copy.edit('content/site.yaml', (text) =>
    text.replace(/^title: .*$/m, 'title: Another title'),
  );
  const environment = { SITE_URL: 'https://press.example.org', BASE_PATH: '/a/' };
  const built = await copy.bothBuilds({ environment });
  assert.equal(built.texts.length, TEXTS);
  assert.equal(built.pages.length, pagesIn(built));
});
