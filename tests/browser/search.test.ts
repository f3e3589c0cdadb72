import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventually } from './eventually.ts';
import { ListPage } from './pages/list-page.ts';
import { ReleasePage } from './pages/release-page.ts';
import { SearchPage } from './pages/search-page.ts';
import { servedSite } from './visitors.ts';

const site = servedSite();
const KALRA = 'Assemblymember Ash Kalra Denounces Actions of Federal Immigration Officials';
const WORDS = 'clear violation of the MOUs';

test('typing finds releases, and the address holds the words', async (t) => {
  const search = await SearchPage.open(await site.visit(t));
  assert.equal(await search.status.innerText(), '');
  await search.type('zucchini');
  assert.equal(await search.status.innerText(), '1 release found');
  assert.deepEqual(await search.titles(), [
    'Sample Bill 12 Signed Into Law; Seed Libraries to Open in Spring',
  ]);
  assert.equal(search.query.toString(), 'q=zucchini');
});

for (const { way, query } of [
  { way: 'by its words', query: WORDS },
  { way: 'as a phrase', query: `"${WORDS}"` },
]) {
  test(`a search ${way} names the statement, and opens it with the words marked`, async (t) => {
    const search = await SearchPage.open(await site.visit(t));
    await search.submit(query);
    assert.match((await search.titles())[0] ?? '', new RegExp(`^${KALRA}`));
    const hit = search.hits.first();
    assert.match(await hit.innerText(), /This clear violation of the MOUs is a betrayal/);
    assert.equal(await hit.locator('mark').first().innerText(), WORDS);

    const release = new ReleasePage(search.page);
    await release.click(hit);
    assert.match(await release.cited.innerText(), /^Many of these immigrants have been living/);
    const mark = release.cited.locator('mark').filter({ hasText: WORDS });
    await mark.waitFor();
    await eventually(async () => {
      const { y = -1, height = 0 } = (await mark.boundingBox()) ?? {};
      assert.ok(y >= 0 && y + height <= 800, `the words are at ${y}`);
    });
  });
}

test('the link of a statement that was found says nothing of the search', async (t) => {
  const search = await SearchPage.open(await site.visit(t), `?q=${encodeURIComponent(WORDS)}`);
  const release = new ReleasePage(search.page);
  await release.click(search.hits.first());
  await release.cited.hover();
  await release.permalinkOf(release.cited).click();
  await release.page.getByRole('status').filter({ hasText: 'Link copied' }).waitFor();
  const copied = new URL(await release.page.evaluate(() => navigator.clipboard.readText()));
  assert.equal(copied.search, '');
  assert.match(copied.hash, /^#s-/);
});

test('a phrase finds just its words in their order', async (t) => {
  const search = await SearchPage.open(await site.visit(t));
  await search.submit('"violation clear the of MOUs"');
  assert.equal(await search.status.innerText(), 'No releases found');
});

test('nothing found is said, and the ways to browse are offered', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?q=xylophonists');
  assert.equal(await search.status.innerText(), 'No releases found');
  assert.equal(await search.results.count(), 0);
  await search.follow('By office');
  assert.equal(search.path, '/offices/');
});

for (const { language, query, title } of [
  { language: 'Spanish', query: 'bolígrafo', title: /^Una tarjeta de biblioteca/ },
  { language: 'Spanish without accents', query: 'boligrafo', title: /^Una tarjeta de biblioteca/ },
  { language: 'Vietnamese', query: 'người thuê nhà', title: /^Sổ tay dành cho/ },
  { language: 'Vietnamese without marks', query: 'nguoi thue nha', title: /^Sổ tay dành cho/ },
]) {
  test(`${language} is found: ${query}`, async (t) => {
    const search = await SearchPage.open(await site.visit(t), `?q=${encodeURIComponent(query)}`);
    assert.match((await search.titles())[0] ?? '', title);
    const lang = language.startsWith('Spanish') ? 'es' : 'vi';
    const first = search.results.first().getByRole('heading', { level: 3 });
    assert.equal(await first.getAttribute('lang'), lang);
  });
}

for (const { place, address } of [
  { place: 'at the top of a page', address: './offices/' },
  { place: 'on the front page', address: './' },
  { place: 'on the page for what is not there', address: './404.html' },
]) {
  test(`the search box ${place} leads to the results`, async (t) => {
    const list = await ListPage.open(await site.visit(t), address);
    await list.searchFor('schoolteacher volunteers');
    const search = new SearchPage(list.page);
    await search.isAnswered();
    assert.equal(search.path, '/search/');
    assert.equal(await search.field.inputValue(), 'schoolteacher volunteers');
    assert.match((await search.titles())[0] ?? '', /^Senator Sample Honors the Volunteers/);
  });
}

test('a withdrawn and a corrected release are flagged among the results', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?q=ferry+landing+grant');
  const withdrawn = search.results.filter({ hasText: 'Announces Grant for the Harbor Ferry' });
  await withdrawn.getByText('Withdrawn', { exact: true }).waitFor();
  await search.submit('bookmobile');
  const corrected = search.results.filter({ hasText: 'Bookmobile Returns' });
  await corrected.getByText('Corrected', { exact: true }).waitFor();
});

test('an office leads to a search in its releases', async (t) => {
  const list = await ListPage.open(await site.visit(t), './offices/senator-sample/');
  const total = await list.total();
  await list.follow('Search in these releases');
  const search = new SearchPage(list.page);
  await search.isAnswered();
  assert.equal(await search.count(), total);
  assert.ok(await search.isChosen('Office', 'Office of Senator Sample'));
});

test("a year of an office leads to that office's releases of the year", async (t) => {
  const list = await ListPage.open(await site.visit(t), './offices/senator-sample/');
  const links = await list.countedLinks();
  const years = links.filter(({ address }) => /year=20(?:17|24)/.test(address));
  assert.equal(years.length, 2);
  const search = new SearchPage(list.page);
  for (const { address, count, name } of years) {
    await list.page.goto(address);
    await search.isAnswered();
    assert.equal(await search.count(), count, name);
  }
});
