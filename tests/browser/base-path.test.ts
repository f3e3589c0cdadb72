import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ListPage } from './pages/list-page.ts';
import { FOUNDING, ReleasePage } from './pages/release-page.ts';
import { SearchPage } from './pages/search-page.ts';
import { servedSite } from './visitors.ts';

/** A site that is not alone on its server: everything lies below /archive/. */
const site = servedSite({ base: '/archive/' });

test('below a base path the front page leads to a release and back', async (t) => {
  const list = await ListPage.open(await site.visit(t), './');
  await list.follow(/^2017, /);
  assert.equal(list.path, '/archive/releases/2017/');
  await list.follow(/^Assemblymember Ash Kalra Denounces/);
  const release = new ReleasePage(list.page);
  await release.click(release.article.getByRole('link', { name: 'Immigration', exact: true }));
  assert.equal(release.path, '/archive/topics/immigration/');
});

test('below a base path the search finds, and opens the statement', async (t) => {
  const list = await ListPage.open(await site.visit(t), './about/');
  await list.searchFor('"clear violation of the MOUs"');
  const search = new SearchPage(list.page);
  await search.isAnswered();
  assert.equal(search.path, '/archive/search/');
  const release = new ReleasePage(search.page);
  await release.click(search.hits.first());
  assert.match(release.path, /^\/archive\/releases\/2017\/11\/22\/kalra-/);
  await release.cited.locator('mark').first().waitFor();
});

test('below a base path a search narrows, and its address opens again', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?q=library');
  await search.choose('Office', 'Office of Senator Sample');
  const titles = await search.titles();
  const address = search.page.url();
  await search.page.goto('./about/');
  await search.page.goto(address);
  await search.isAnswered();
  assert.deepEqual(await search.titles(), titles);
});

test('below a base path a permalink copies the whole address', async (t) => {
  const release = await ReleasePage.open(await site.visit(t), FOUNDING);
  const statement = release.statement('The unjust detentions');
  await statement.hover();
  await release.permalinkOf(statement).click();
  await release.page.getByRole('status').filter({ hasText: 'Link copied' }).waitFor();
  const copied = await release.page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied, release.page.url());
  assert.match(copied, /\/archive\/releases\/2017\/11\/22\/kalra-.*\/#s-/);
});

test('below a base path a former address leads to the statement of its fragment', async (t) => {
  const page = await site.visit(t);
  const id = '2018-02-07-old-mill-footbridge-reopens-after-repairs';
  const release = await ReleasePage.open(page, id);
  const cited = await release.statement('The flood carried off').getAttribute('id');
  await page.goto(`./news/2018/old-address/#${cited}`);
  await page.waitForURL(`**/archive/releases/2018/02/07/${id.slice(11)}/#${cited}`);
  assert.match(await release.cited.innerText(), /^The flood carried off/);
});

test('below a base path attachments and pictures are there', async (t) => {
  const release = await ReleasePage.open(
    await site.visit(t),
    '2019-05-14-ten-years-of-tide-gauge-readings',
  );
  const picture = release.article.getByRole('img');
  await picture.scrollIntoViewIfNeeded();
  await picture.evaluate((img: HTMLImageElement) => img.decode());
  for (const link of await release.article.locator('.attachments a').all()) {
    const answer = await release.page.request.get((await link.getAttribute('href')) ?? '');
    assert.equal(answer.status(), 200);
  }
});
