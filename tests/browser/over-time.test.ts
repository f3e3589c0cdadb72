import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import type Axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { manyReleases, manyReleasesFolder } from '../support/many-releases.ts';
import { eventually } from './eventually.ts';
import { SearchPage } from './pages/search-page.ts';
import { servedSite } from './visitors.ts';

const site = servedSite(async () => ({ content: await manyReleasesFolder(), shardSize: 30 }));

const PHONE = { hasTouch: true, isMobile: true, viewport: { width: 320, height: 640 } };
const YEARS = Array.from({ length: 11 }, (_, n) => String(2009 + n));

const details = (page: Page): Locator => page.locator('details.over-time');
const table = (page: Page): Locator =>
  details(page).getByRole('region', { name: 'Releases over time, by office' });

/** The rows of the table, each by the words in its first cell. */
async function rowsOf(page: Page): Promise<Record<string, string[]>> {
  const rows = await table(page)
    .locator('tr')
    .evaluateAll((all) =>
      all.map((row) => [...row.children].map((cell) => (cell.textContent ?? '').trim())),
    );
  return Object.fromEntries(rows.map(([name = '', ...cells]) => [name, cells]));
}

/** What the table has to say of some releases. */
function expectedRows(some: typeof manyReleases): Record<string, string[]> {
  const count = (of: typeof manyReleases) =>
    YEARS.map((year) => String(of.filter(({ date }) => date.startsWith(year)).length));
  const byOffice = Map.groupBy(some, ({ office }) => office);
  const names = { north: 'North', south: 'South', east: 'East' };
  return Object.fromEntries([
    ['Office', YEARS],
    ...Object.entries(names)
      .filter(([slug]) => byOffice.has(slug))
      .map(([slug, name]) => [name, count(byOffice.get(slug) ?? [])]),
    ...(byOffice.size > 1 ? [['All offices', count(some)]] : []),
  ]) as Record<string, string[]>;
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(
    await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
  );
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof Axe };
    return (await axe.run()).violations.map(({ id, help }) => `${id}: ${help}`);
  });
}

test('what a search finds is counted by office and year, by keyboard, and again with each search', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?q=lantern');
  const { page } = search;
  await details(page).locator('summary').press('Enter');
  await table(page).waitFor();
  assert.deepEqual(await rowsOf(page), expectedRows(manyReleases));
  await search.submit('ferry');
  const ferries = manyReleases.filter(({ number }) => number % 3 === 0);
  // The table comes a little after the results.
  await eventually(async () => assert.deepEqual(await rowsOf(page), expectedRows(ferries)));
  await page.goto(`./search/?q=lantern&office=south`);
  await search.isAnswered();
  await details(page).locator('summary').press('Enter');
  await table(page).waitFor();
  const south = manyReleases.filter(({ office }) => office === 'south');
  assert.deepEqual(await rowsOf(page), expectedRows(south));
});

test('within a year there is a column a month', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?q=lantern&year=2010');
  await details(search.page).locator('summary').press('Enter');
  await table(search.page).waitFor();
  const { Office: months, ...rows } = await rowsOf(search.page);
  assert.equal(months?.length, 12);
  assert.deepEqual(rows['All offices'], [
    '1',
    '0',
    '1',
    '0',
    '1',
    '0',
    '1',
    '0',
    '1',
    '0',
    '1',
    '0',
  ]);
});

test('nothing of it is loaded before someone asks, and a failure is said', async (t) => {
  const page = await site.visit(t, { mayComplain: true });
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await page.route('**/assets/over-time*', (route) => route.abort());
  await SearchPage.open(page, '?q=lantern');
  assert.deepEqual(
    loaded.filter((url) => url.includes('over-time')),
    [],
  );
  await details(page).locator('summary').click();
  const alert = details(page).getByRole('alert');
  await alert.waitFor();
  assert.equal(
    await alert.innerText(),
    'The table could not be loaded. Close it and open it again.',
  );
});

test('a topic is counted by office and year, by touch, and no page grows wider', async (t) => {
  const page = await site.visit(t, PHONE);
  await page.goto('./topics/harbors/');
  await details(page).locator('summary').tap();
  await table(page).waitFor();
  const harbors = manyReleases.filter(({ topic }) => topic === 'Harbors');
  assert.deepEqual(await rowsOf(page), expectedRows(harbors));
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  await page.goto('./offices/north/');
  assert.equal(await details(page).count(), 0);
});

test('axe finds no barrier in the table, by day and night', async (t) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const search = await SearchPage.open(await site.visit(t, { colorScheme }), '?q=lantern');
    const { page } = search;
    for (const address of ['./search/', './topics/harbors/']) {
      if (address !== './search/') await page.goto(address);
      await details(page).locator('summary').press('Enter');
      await table(page).waitFor();
      assert.deepEqual(await violations(page), [], `${address} ${colorScheme}`);
    }
  }
});

test('paper has a table that was opened, and no closed ones', async (t) => {
  const page = await site.visit(t);
  await page.goto('./topics/harbors/');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await details(page).isVisible(), false);
  await details(page).evaluate((one: HTMLDetailsElement) => (one.open = true));
  assert.equal(await table(page).isVisible(), true);
});
