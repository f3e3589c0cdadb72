import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ListPage } from './pages/list-page.ts';
import { ReleasePage } from './pages/release-page.ts';
import { SearchPage } from './pages/search-page.ts';
import { servedSite } from './visitors.ts';

const site = servedSite();
const WATER_WORKS = '2018-08-29-senator-sample-tours-spring-water-works';
const BY_RULE = 'attributed by rule';

test('a release says who says which statement, by which words are found, with links to them', async (t) => {
  const release = await ReleasePage.open(await site.visit(t), WATER_WORKS);
  const said = release.article.locator('details.attributions');
  await said.locator('summary').press('Enter');
  assert.match(await said.innerText(), new RegExp(`Penny Pipes ${BY_RULE}\\s+"It leaked nine`));
  await said.getByRole('link', { name: '"It leaked nine gallons' }).press('Enter');
  assert.match(await release.cited.innerText(), /said chief engineer Penny Pipes/);
  // Whom its file names is not marked among the subjects, and whom a rule has found is.
  const subjects = await release.article.locator('dl.subjects').innerText();
  assert.match(subjects, new RegExp(`Sam Sample\\s+Penny Pipes\\s*${BY_RULE}`));
});

test('the page of a speaker lists what the person says, by date', async (t) => {
  const list = await ListPage.open(await site.visit(t), './speakers/');
  const entry = list.main.getByRole('listitem').filter({ hasText: 'Penny Pipes' });
  assert.match(await entry.innerText(), new RegExp(BY_RULE));
  await list.follow(/^Penny Pipes$/);
  assert.equal(list.path, '/speakers/penny-pipes/');
  const item = list.main.locator('li.release-item').first();
  assert.match(await item.innerText(), new RegExp(`${BY_RULE}[^]*"It leaked nine gallons`));
  await list.follow(/^"It leaked nine gallons/);
  assert.match(await new ReleasePage(list.page).cited.innerText(), /Penny Pipes/);
});

test('the search filters by speakers whom rules have found, and says so', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?q=speaker:penny-pipes');
  assert.equal(await search.count(), 1);
  assert.equal((await search.promises('Speaker')).get(`Penny Pipes (${BY_RULE})`), 1);
});
