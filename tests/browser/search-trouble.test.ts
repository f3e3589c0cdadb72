import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page, Request, Route } from 'playwright-core';
import { SearchPage } from './pages/search-page.ts';
import { servedSite } from './visitors.ts';

const site = servedSite();
const SORRY = 'The search could not be loaded. Browse by date, office or topic instead.';

test('without its index the search says so and leaves the ways to browse', async (t) => {
  const page = await site.visit(t, { mayComplain: true });
  await page.route('**/pagefind/**', (route) => route.abort());
  const search = await SearchPage.open(page);
  await search.type('ferry');
  await search.status.filter({ hasText: SORRY }).waitFor();
  await search.follow('By office');
  assert.equal(search.path, '/offices/');
});

test('a search that could not be loaded works when it is tried again', async (t) => {
  const page = await site.visit(t, { mayComplain: true });
  await page.route('**/pagefind/catalogue.json', (route) => route.fulfill({ status: 503 }));
  const search = await SearchPage.open(page);
  await search.type('ferry');
  await search.status.filter({ hasText: SORRY }).waitFor();
  await page.unrouteAll();
  await search.submit('schoolteacher');
  await search.isAnswered();
  assert.match((await search.titles())[0] ?? '', /^Senator Sample Honors the Volunteers/);
});

test('results that cannot be loaded are not passed over in silence', async (t) => {
  const page = await site.visit(t, { mayComplain: true });
  const search = await SearchPage.open(page, '?q=library&sort=newest');
  assert.ok(await search.moreButton.isVisible());
  await page.route('**/*.pf_fragment', (route) => route.abort());
  await search.type('naturalization');
  await search.status.filter({ hasText: SORRY }).waitFor();
  assert.equal(await search.results.count(), 0);
  assert.ok(await search.moreButton.isHidden());
});

test('results stay where the filters beside them cannot be loaded', async (t) => {
  const page = await site.visit(t, { mayComplain: true });
  await page.route('**/pagefind/table-*', (route) => route.abort());
  const failed = page.waitForEvent('requestfailed');
  const search = await SearchPage.open(page, '?q=library');
  await failed;
  await search.results.first().waitFor();
  assert.equal(await search.status.innerText(), '13 releases found');
  assert.ok(await search.main.locator('details.narrow').isHidden());
});

test('a part of the index that cannot be fetched is not one without words', async (t) => {
  const page = await site.visit(t, { mayComplain: true });
  const search = await SearchPage.open(page);
  await page.route('**/pagefind/index/**', (route) => route.abort());
  await search.type('zucchini');
  await search.status.filter({ hasText: SORRY }).waitFor();
  await page.unrouteAll();
  await search.submit('naturalization');
  assert.ok((await search.count()) > 0);
});

test('an answer that comes late does not overwrite a newer one', async (t) => {
  const page = await site.visit(t);
  const search = await SearchPage.open(page);
  await search.type('naturalization'); // so that all is loaded but the texts of what is found next
  const held = await holdTexts(page);
  await search.field.fill('schoolteacher');
  const request = await held.first;
  held.pass();
  await search.type('zucchini');
  const shown = await listenTo(search);
  const late = page.waitForEvent('requestfinished', (finished) => finished === request);
  await Promise.all([late, held.release()]);
  await search.type('bookmobile'); // its answer comes after whatever the late one could do
  const lists = await shown.evaluate((all) => all);
  assert.equal(lists.length, 1, lists.join('\n'));
  assert.match(lists[0] ?? '', /Bookmobile Returns/);
  assert.equal(search.query.toString(), 'q=bookmobile');
});

/** Keeps the texts of releases back until `pass`; `release` lets go of those that were asked for. */
async function holdTexts(page: Page) {
  const held: Route[] = [];
  let isHolding = true;
  const { promise: first, resolve } = Promise.withResolvers<Request>();
  await page.route('**/*.pf_fragment', async (route) => {
    if (!isHolding) return route.continue();
    held.push(route);
    resolve(route.request());
  });
  const pass = () => void (isHolding = false);
  const release = () => Promise.all(held.map((route) => route.continue()));
  return { first, pass, release };
}

/** Notes all that the list of results shows from now on. */
function listenTo(search: SearchPage) {
  return search.main.locator('.results').evaluateHandle((list) => {
    const shown: string[] = [];
    const note = () => shown.push(list.textContent);
    new MutationObserver(note).observe(list, { childList: true });
    return shown;
  });
}

test('words typed before the index is there keep what the address has chosen', async (t) => {
  const page = await site.visit(t);
  const { promise: loaded, resolve: load } = Promise.withResolvers<undefined>();
  await page.route('**/pagefind/catalogue.json', async (route) => {
    await loaded;
    await route.continue();
  });
  await page.goto('./search/?q=library&office=senator-sample');
  const search = new SearchPage(page);
  await search.field.fill('renters');
  await search.field.press('Enter');
  load(undefined);
  await search.isAnswered();
  assert.equal(search.query.toString(), 'q=renters&office=senator-sample');
  assert.ok(await search.isChosen('Office', 'Office of Senator Sample'));
});
