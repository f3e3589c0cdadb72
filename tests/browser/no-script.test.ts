import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KINDS } from './pages/kinds.ts';
import { ListPage } from './pages/list-page.ts';
import { FOUNDING, ReleasePage } from './pages/release-page.ts';
import { SearchPage } from './pages/search-page.ts';
import { servedSite } from './visitors.ts';

const site = servedSite();
// That each link of each page leads somewhere is seen to in tests/site, where there is only HTML.
const PLAIN = { javaScriptEnabled: false };

test('every kind of page can be read without JavaScript', async (t) => {
  const page = await site.visit(t, PLAIN);
  for (const [kind, address] of Object.entries(KINDS)) {
    await page.goto(address);
    const shown = await page.evaluate(() => {
      const [main, nav] = ['main:has(h1)', 'header nav a'].map((part) =>
        document.querySelector(part),
      );
      return { words: (main as HTMLElement | null)?.innerText.length, way: nav?.checkVisibility() };
    });
    assert.ok((shown.words ?? 0) > 50 && shown.way, kind);
  }
});

test('without JavaScript one goes from the front page to a release and to its office', async (t) => {
  const list = await ListPage.open(await site.visit(t, PLAIN), './');
  await list.follow(/^2017, /);
  await list.follow('November, 1 release');
  await list.follow(/^Assemblymember Ash Kalra Denounces/);
  await list.follow('Office of Assembly Member Ash Kalra');
  assert.equal(list.path, '/offices/ash-kalra/');
});

test('without JavaScript the search box leads to the ways to browse', async (t) => {
  const list = await ListPage.open(await site.visit(t, PLAIN), './');
  await list.searchFor('ferry');
  const search = new SearchPage(list.page);
  assert.equal(search.path, '/search/');
  assert.match(await search.status.innerText(), /^The search needs JavaScript/);
  assert.ok(await search.main.getByLabel('Sort by').isHidden());
  assert.ok(await search.main.getByText('Filters', { exact: true }).isHidden());
  await search.follow('By office');
  assert.equal(search.path, '/offices/');
});

test('without JavaScript permalinks are plain links to their statements', async (t) => {
  const release = await ReleasePage.open(await site.visit(t, PLAIN), FOUNDING);
  const statement = release.statement('This clear violation of the MOUs');
  await statement.hover();
  await release.permalinkOf(statement).click();
  await release.page.waitForURL(/#s-/);
  assert.match(await release.cited.innerText(), /^Many of these immigrants/);
});

test('without JavaScript a former address leads to the release', async (t) => {
  const page = await site.visit(t, PLAIN);
  await page.goto('./news/2018/old-address/');
  await page.waitForURL('**/releases/2018/02/07/old-mill-footbridge-reopens-after-repairs/');
});
