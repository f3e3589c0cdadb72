import assert from 'node:assert/strict';
import { test } from 'node:test';
import { manyReleases, manyReleasesFolder } from '../support/many-releases.ts';
import { SearchPage } from './pages/search-page.ts';
import { servedSite } from './visitors.ts';

/** 120 releases from 2009 to 2019, in three indexes; every third tells of a ferry. */
const site = servedSite(async () => ({ content: await manyReleasesFolder(), shardSize: 30 }));

const YEARS = Array.from({ length: 11 }, (_, n) => String(2009 + n));
const ferries = manyReleases.filter(({ number }) => number % 3 === 0);
const inTime = (releases: readonly { date: string }[], time: string) =>
  releases.filter(({ date }) => date.startsWith(time)).length;

test('each year has a bar that tells how many releases were found', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?q=ferry');
  await search.histogram.waitFor();
  const expected = YEARS.map((year): [string, number] => [year, inTime(ferries, year)]);
  assert.deepEqual([...(await search.times())], expected);
  const heights = await search.bars
    .locator('.bar')
    .evaluateAll((all) => all.map((bar) => bar.getBoundingClientRect().height));
  assert.equal(Math.max(...heights), heights.at(-1), 'most were issued in 2019');
  assert.ok(heights.every((height) => height > 0));
});

test('a bar narrows the search to its year, then to a month, and gives them back', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?q=ferry');
  await search.press(search.bar('2010'));
  assert.equal(search.query.toString(), 'q=ferry&from=2010-01-01&to=2010-12-31');
  assert.equal(await search.count(), inTime(ferries, '2010'));
  await search.bar('May 2010').waitFor();
  const months = await search.times();
  assert.equal(months.size, 12);
  assert.equal(months.get('May 2010'), inTime(ferries, '2010-05'));

  await search.press(search.bar('May 2010'));
  assert.equal(search.query.toString(), 'q=ferry&from=2010-05-01&to=2010-05-31');
  assert.equal(await search.count(), inTime(ferries, '2010-05'));
  assert.equal(await search.main.getByLabel('From', { exact: true }).inputValue(), '2010-05-01');
  await search.histogram.locator('[aria-pressed=true]').waitFor();
  assert.deepEqual(await search.times(), months);
  assert.equal(await search.bar('May 2010').getAttribute('aria-pressed'), 'true');

  await search.press(search.bar('May 2010'));
  assert.equal(search.query.toString(), 'q=ferry');
  await search.bar('2019').waitFor();
  await search.back();
  assert.equal(search.query.toString(), 'q=ferry&from=2010-05-01&to=2010-05-31');
});

test('from the months of a year one gets back to all years', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?from=2010-02-03&to=2010-11-12');
  await search.press(search.histogram.getByRole('button', { name: 'All years' }));
  assert.equal(search.query.toString(), '');
  await search.bar('2019').waitFor();
  assert.ok(await search.histogram.getByText('All years').isHidden());
});

test('of a year in which nothing was found there are empty months, and a way back', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?q=%22lantern+7%22');
  await search.press(search.bar('2012'));
  assert.equal(await search.status.innerText(), 'No releases found');
  await search.bar('May 2012').waitFor();
  await search.press(search.histogram.getByRole('button', { name: 'All years' }));
  assert.equal(await search.count(), 1);
});

test('the bars count what the facets leave, whatever days are chosen', async (t) => {
  const harbors = manyReleases.filter(({ topic }) => topic === 'Harbors');
  const page = await site.visit(t);
  for (const days of ['', '&from=2010-01-01&to=2012-06-30']) {
    const search = await SearchPage.open(page, `?q=lanterns&topic=harbors${days}`);
    await search.histogram.waitFor();
    for (const [year, count] of await search.times()) {
      assert.equal(count, inTime(harbors, year), year + days);
    }
  }
});

test('the bars keep to the days that the words typed allow', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?q=ferry+before:2010-06');
  await search.histogram.waitFor();
  const early = ferries.filter(({ date }) => date < '2010-06');
  for (const [year, promised] of await search.times()) {
    assert.equal(promised, inTime(early, year), year);
  }
  const promised = (await search.times()).get('2010');
  await search.press(search.bar('2010'));
  assert.equal(await search.count(), promised);
});

test('a year that is chosen as a value is shown by its months', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?q=lanterns&year=2019');
  await search.press(search.bar('May 2019'));
  assert.equal(search.query.toString(), 'q=lanterns&year=2019&from=2019-05-01&to=2019-05-31');
  assert.equal(await search.count(), 60);
});

test('the bars stay the same elements while one types, and go when there is nothing', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?q=ferry');
  await search.histogram.waitFor();
  const bar = await search.bar('2019').elementHandle();
  await search.type('lanterns');
  await search.page.waitForFunction((one) => one?.ariaLabel === '2019, 60 releases', bar);
  assert.ok(await bar?.evaluate(({ isConnected }) => isConnected));
  await search.type('xylophonists');
  await search.histogram.waitFor({ state: 'hidden' });
});

test('the keyboard stays among the bars when years become months', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?q=ferry');
  await search.bar('2012').focus();
  await search.page.keyboard.press('Enter');
  await search.bar('May 2012').waitFor();
  assert.equal(await search.histogram.locator(':focus').count(), 1);
});

test('on the narrowest telephone all bars can be seen and touched', async (t) => {
  const page = await site.visit(t, { viewport: { width: 320, height: 640 } });
  for (const query of ['?q=ferry', '?q=ferry&from=2010-01-01&to=2010-12-31']) {
    const search = await SearchPage.open(page, query);
    await search.showAllValues(); // there it is folded away with the filters
    await search.histogram.waitFor();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 320, `the page is ${width} wide`);
    const sizes = await search.histogram.getByRole('button').evaluateAll((all) =>
      all.map((button) => {
        const { left, right, width, height } = button.getBoundingClientRect();
        return { isWithin: left >= 0 && right <= 320, least: Math.min(width, height) };
      }),
    );
    for (const { isWithin, least } of sizes) assert.ok(isWithin && least >= 24, `${least}`);
  }
});
