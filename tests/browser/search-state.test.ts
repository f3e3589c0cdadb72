import assert from 'node:assert/strict';
import { test } from 'node:test';
import { manyReleasesFolder } from '../support/many-releases.ts';
import { eventually } from './eventually.ts';
import { ReleasePage } from './pages/release-page.ts';
import { SearchPage } from './pages/search-page.ts';
import { servedSite } from './visitors.ts';

const site = servedSite();
const many = servedSite(async () => ({ content: await manyReleasesFolder() }));

/** All that a visitor sees of a search. */
async function shown(search: SearchPage) {
  return {
    query: search.query.toString(),
    words: await search.field.inputValue(),
    from: await search.main.getByLabel('From', { exact: true }).inputValue(),
    to: await search.main.getByLabel('To', { exact: true }).inputValue(),
    sort: await search.main.getByLabel('Sort by').inputValue(),
    chosen: await search.main
      .locator('.facets input:checked')
      .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value)),
    status: await search.status.innerText(),
    titles: await search.titles(),
  };
}

test('back and forward restore the words, the facets and the results', async (t) => {
  const search = await SearchPage.open(await site.visit(t));
  const states = [];
  await search.submit('library');
  states.push(await shown(search));
  await search.choose('Topic', 'Schools');
  states.push(await shown(search));
  await search.choose('Year', '2019');
  states.push(await shown(search));
  await search.sortBy('Oldest first');
  states.push(await shown(search));
  assert.equal(new Set(states.map(({ query }) => query)).size, 4);

  for (const state of states.slice(0, -1).reverse()) {
    await search.back();
    assert.deepEqual(await shown(search), state);
  }
  for (const state of states.slice(1)) {
    await search.forward();
    assert.deepEqual(await shown(search), state);
  }
});

test('back leads to the search before this one, however its words were typed', async (t) => {
  const search = await SearchPage.open(await site.visit(t));
  await search.type('fer');
  await search.type('ferry');
  await search.field.press('Enter');
  const first = await shown(search);
  await search.type('light');
  await search.type('schoolteacher');
  assert.notDeepEqual(await search.titles(), first.titles);
  await search.back();
  assert.deepEqual(await shown(search), first);
});

test('back from a release leads to the results that it was among', async (t) => {
  const search = await SearchPage.open(await site.visit(t));
  await search.submit('library');
  await search.choose('Topic', 'Schools');
  const before = await shown(search);
  await new ReleasePage(search.page).click(search.results.getByRole('link').first());
  await search.page.goBack();
  await search.isAnswered();
  assert.deepEqual(await shown(search), before);
});

test('the address of a search, opened by another, shows the same', async (t) => {
  const search = await SearchPage.open(await site.visit(t));
  await search.submit('water');
  await search.choose('Office', 'Office of Senator Sample');
  await search.between('From', '2018-01-01');
  await search.between('To', '2021-12-31');
  await search.sortBy('Newest first');
  const before = await shown(search);
  assert.equal(
    before.query,
    'q=water&office=senator-sample&from=2018-01-01&to=2021-12-31&sort=newest',
  );
  assert.ok(before.titles.length > 1);

  const other = await site.visit(t, { locale: 'de-DE', timezoneId: 'Asia/Tokyo' });
  const again = await SearchPage.open(other, `?${before.query}`);
  assert.deepEqual(await shown(again), before);
});

test('an address with what makes no sense searches for the rest', async (t) => {
  const page = await site.visit(t);
  const search = await SearchPage.open(page, '?q=ferry&sort=size&from=soon&office=&color=red');
  const plain = await shown(search);
  await search.page.goto('./search/?q=ferry');
  await search.isAnswered();
  assert.deepEqual({ ...(await shown(search)), query: '' }, { ...plain, query: '' });
});

test('an address with a value that no release has finds none, and says so', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?office=nobody');
  assert.equal(await search.status.innerText(), 'No releases found');
});

test('emptying the field ends the search and brings the ways to browse back', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?q=ferry');
  const browse = search.main.getByRole('heading', { name: 'Browse instead' });
  assert.ok(await browse.isHidden());
  await search.type('');
  assert.equal(search.query.toString(), '');
  assert.equal(await search.results.count(), 0);
  assert.ok(await browse.isVisible());
});

test('back from a release shows the results as they were left: all of them, the place, the focus', async (t) => {
  const page = await many.visit(t);
  const search = await SearchPage.open(page, '?q=lanterns');
  await search.moreButton.click();
  await search.results.nth(19).waitFor();
  const link = search.results.nth(14).getByRole('link').first();
  await link.focus();
  await link.evaluate((one) => one.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const top = await page.evaluate(() => window.scrollY);
  assert.ok(top > 500);
  const title = await link.innerText();
  await page.keyboard.press('Enter');
  await page.getByRole('article').waitFor();

  await page.goBack();
  await search.results.nth(19).waitFor();
  await eventually(async () => {
    const distance = (await page.evaluate(() => window.scrollY)) - top;
    assert.ok(Math.abs(distance) < 3, `it is ${distance} pixels off`);
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), title);
  });
});

test('back to the search before shows it at the place where it was left', async (t) => {
  const page = await many.visit(t);
  const search = await SearchPage.open(page, '?q=lanterns');
  const scrollTo = (top: number) =>
    page.evaluate((place) => window.scrollTo({ top: place, behavior: 'instant' }), top);
  await search.facet('Office').getByRole('checkbox').first().waitFor();
  await scrollTo(400);
  await page.evaluate(() => document.querySelector<HTMLInputElement>('.facets input')?.click());
  await eventually(async () => assert.equal(search.query.has('office'), true));
  await search.isAnswered();
  await scrollTo(150);
  await search.back();
  await eventually(async () => assert.equal(await page.evaluate(() => window.scrollY), 400));
});
