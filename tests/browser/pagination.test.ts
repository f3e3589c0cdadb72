import assert from 'node:assert/strict';
import { test } from 'node:test';
import { manyReleases, manyReleasesFolder } from '../support/many-releases.ts';
import { ListPage } from './pages/list-page.ts';
import { servedSite } from './visitors.ts';

const site = servedSite(async () => ({ content: await manyReleasesFolder() }));
const newestFirst = manyReleases.map(({ title }) => title).reverse();

test('Older and Newer lead through all releases, fifty on a page', async (t) => {
  const list = await ListPage.open(await site.visit(t), './releases/');
  assert.equal(await list.total(), 120);
  const found = [await list.titles()];
  for (const number of ['2', '3']) {
    await list.follow('Older');
    assert.equal(list.path, `/releases/page/${number}/`);
    assert.equal(await list.currentPage(), number);
    found.push(await list.titles());
  }
  assert.deepEqual(
    found.map(({ length }) => length),
    [50, 50, 20],
  );
  assert.deepEqual(new Set(found.flat()), new Set(newestFirst));
  await list.follow('Newer');
  assert.deepEqual(await list.titles(), found[1]);
});

test('the first page offers nothing newer, the last nothing older', async (t) => {
  const list = await ListPage.open(await site.visit(t), './releases/');
  assert.deepEqual([await list.offers('Newer'), await list.offers('Older')], [false, true]);
  await list.follow('Page 3');
  assert.deepEqual([await list.offers('Newer'), await list.offers('Older')], [true, false]);
});

test('dates never go up from one page to the next', async (t) => {
  const list = await ListPage.open(await site.visit(t), './releases/');
  const days = await list.days();
  for (const number of [2, 3]) {
    await list.page.goto(`./releases/page/${number}/`);
    days.push(...(await list.days()));
  }
  assert.deepEqual(days, manyReleases.map(({ date }) => date).reverse());
});

for (const path of [
  'releases/2019/',
  'releases/2019/05/',
  'releases/2019/05/19/',
  'offices/north/',
]) {
  test(`${path} has a second page as well, which names itself`, async (t) => {
    const list = await ListPage.open(await site.visit(t), `./${path}`);
    const total = await list.total();
    assert.ok(total > 50);
    const first = await list.titles();
    await list.follow('Older');
    assert.equal(list.path, `/${path}page/2/`);
    assert.match(await list.page.title(), /, page 2 of 2 – /);
    assert.equal(new Set([...first, ...(await list.titles())]).size, total);
  });
}

test('a page past the last one is not there', async (t) => {
  const page = await site.visit(t, { mayComplain: true }); // the browser itself notes the 404
  assert.equal((await page.goto('./releases/page/4/'))?.status(), 404);
});
