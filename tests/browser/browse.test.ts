import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ListPage } from './pages/list-page.ts';
import { addressOf, FOUNDING, ReleasePage } from './pages/release-page.ts';
import { servedSite } from './visitors.ts';

const site = servedSite();
const KALRA = 'Assemblymember Ash Kalra Denounces Actions of Federal Immigration Officials';
const FORMER = './news/2018/old-address/';
const NOW = 'releases/2018/02/07/old-mill-footbridge-reopens-after-repairs/';

test('the front page leads to a release by its year, its month and its day', async (t) => {
  const list = await ListPage.open(await site.visit(t), './');
  await list.follow(/^2017, \d+ releases$/);
  assert.equal(await list.heading(), '2017');
  await list.follow('November, 1 release');
  assert.equal(await list.heading(), 'November 2017');
  await list.follow('November 22, 2017');
  assert.equal(await list.heading(), 'Wednesday, November 22, 2017');
  await list.follow(new RegExp(`^${KALRA}`));
  assert.match(await list.heading(), new RegExp(`^${KALRA}`));
  assert.equal(list.path, new URL(addressOf(FOUNDING), site.url).pathname);
});

const WAYS = [
  {
    section: 'Offices',
    collection: 'Office of Assembly Member Ash Kalra',
    path: '/offices/ash-kalra/',
  },
  {
    section: 'Caucuses',
    collection: 'California Asian Pacific Islander (API) Caucus',
    path: '/caucuses/api/',
  },
  { section: 'Topics', collection: 'Immigration', path: '/topics/immigration/' },
  { section: 'Speakers', collection: 'Ash Kalra', path: '/speakers/ash-kalra/' },
];
for (const { section, collection, path } of WAYS) {
  test(`${section} in the masthead leads to a release, and back from it`, async (t) => {
    const list = await ListPage.open(await site.visit(t), './about/');
    await list.go(section);
    assert.equal(await list.heading(), section);
    await list.follow(collection);
    assert.deepEqual([await list.heading(), list.path], [collection, path]);
    await list.follow(new RegExp(`^${KALRA}`));
    const release = new ReleasePage(list.page);
    await release.click(release.article.getByRole('link', { name: collection, exact: true }));
    assert.equal(release.path, path);
  });
}

test('a way to browse leads to as many releases as it says', async (t) => {
  const list = await ListPage.open(await site.visit(t), './');
  const links = await list.countedLinks();
  const first = ['/releases/20', '/offices/', '/caucuses/', '/topics/', '/speakers/'].map((path) =>
    links.find(({ address }) => new URL(address).pathname.startsWith(path)),
  );
  assert.ok(links.length > 30, `only ${links.length} ways were found`);
  for (const link of first) {
    await list.page.goto(link?.address ?? '');
    assert.equal(await list.total(), link?.count, link?.name);
    assert.equal((await list.titles()).length, link?.count, link?.name);
  }
});

test('a list is in order, newest first', async (t) => {
  const list = await ListPage.open(await site.visit(t), './releases/');
  const days = await list.days();
  assert.equal(days.length, await list.total());
  assert.deepEqual(days, days.toSorted().reverse());
});

test("every beginning of a release's address is a page that names it", async (t) => {
  const page = await site.visit(t);
  const steps = addressOf(FOUNDING).split('/');
  for (let length = steps.length - 1; length > 1; length--) {
    const response = await page.goto(`${steps.slice(0, length).join('/')}/`);
    assert.equal(response?.status(), 200, page.url());
    await page
      .getByText(new RegExp(`${KALRA} Against Southeast Asian Americans`))
      .first()
      .waitFor();
  }
});

test('years, months and days lead to the ones before and after', async (t) => {
  const list = await ListPage.open(await site.visit(t), './releases/2018/');
  const neighbour = (direction: string) => list.main.locator(`.sequence [rel=${direction}]`);
  await list.click(neighbour('prev'));
  assert.equal(await list.heading(), '2017');
  await list.click(neighbour('next'));
  assert.equal(await list.heading(), '2018');
  await list.page.goto('./releases/2017/11/');
  await list.click(neighbour('prev'));
  assert.equal(await list.heading(), 'October 2017');
  await list.page.goto('./releases/2017/11/22/');
  await list.click(neighbour('next'));
  assert.equal(await list.heading(), 'Wednesday, February 7, 2018');
});

test('an office shows what is known of it, and a closed one that it is closed', async (t) => {
  const list = await ListPage.open(await site.visit(t), './offices/assemblymember-placeholder/');
  await list.main.getByText('This office closed on November 30, 2022.').waitFor();
  await list.follow('Placeholder Valley Caucus');
  assert.equal(list.path, '/caucuses/placeholder-valley/');
});

test('an address without a page says so, and offers search and years', async (t) => {
  const page = await site.visit(t, { mayComplain: true }); // the browser itself notes the 404
  const response = await page.goto('./releases/2017/11/23/');
  assert.equal(response?.status(), 404);
  const list = new ListPage(page);
  assert.equal(await list.heading(), 'There is no page at this address');
  await list.follow(/^2017, /);
  assert.equal(list.path, '/releases/2017/');
});

test('a former address leads to where the release is now', async (t) => {
  const page = await site.visit(t);
  await page.goto(FORMER);
  await page.waitForURL(`**/${NOW}`);
});

test('a former address with a statement leads to that statement', async (t) => {
  const page = await site.visit(t);
  const release = await ReleasePage.open(
    page,
    '2018-02-07-old-mill-footbridge-reopens-after-repairs',
  );
  const id = await release.statement('The flood carried off the middle pier').getAttribute('id');
  await page.goto(`${FORMER}#${id}`);
  await page.waitForURL(`**/${NOW}#${id}`);
  assert.match(await release.cited.innerText(), /^The flood carried off/);
});

test('going back from there does not lead into a circle', async (t) => {
  const page = await site.visit(t);
  await page.goto('./about/');
  await page.goto(FORMER);
  await page.waitForURL(`**/${NOW}`);
  await page.goBack();
  assert.equal(new URL(page.url()).pathname, '/about/');
});
