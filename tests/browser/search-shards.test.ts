import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type MadeRelease, manyReleases, manyReleasesFolder } from '../support/many-releases.ts';
import { SearchPage } from './pages/search-page.ts';
import { servedSite } from './visitors.ts';

/** 120 releases: what a search finds must not depend on how they are indexed. */
const SITES = {
  'in three shards': servedSite(async () => ({
    content: await manyReleasesFolder(),
    shardSize: 30,
  })),
  'in one': servedSite(async () => ({ content: await manyReleasesFolder() })),
};

const count = (fits: (release: MadeRelease) => boolean) => manyReleases.filter(fits).length;
const withFerry = ({ number }: MadeRelease) => number % 3 === 0;

for (const [how, site] of Object.entries(SITES)) {
  test(`${how}: a search finds the releases of all shards`, async (t) => {
    const page = await site.visit(t);
    const search = await SearchPage.open(page, '?q=lanterns');
    assert.equal(await search.count(), 120);
    await search.submit('ferry');
    assert.equal(await search.count(), count(withFerry));
  });

  test(`${how}: the numbers beside values are those of all shards together`, async (t) => {
    const search = await SearchPage.open(await site.visit(t), '?q=ferry');
    for (const [office, promised] of await search.promises('Office')) {
      assert.equal(
        promised,
        count((one) => withFerry(one) && one.office === office.toLowerCase()),
      );
    }
    for (const [topic, promised] of await search.promises('Topic')) {
      assert.equal(
        promised,
        count((one) => withFerry(one) && one.topic === topic),
      );
    }
    const years = await search.promises('Year');
    assert.equal(years.size, 11);
    for (const [year, promised] of years) {
      assert.equal(
        promised,
        count((one) => withFerry(one) && one.date.startsWith(year)),
      );
    }
  });

  test(`${how}: facets narrow the search in every shard`, async (t) => {
    const search = await SearchPage.open(await site.visit(t), '?q=lanterns');
    await search.choose('Topic', 'Harbors');
    assert.equal(
      await search.count(),
      count(({ topic }) => topic === 'Harbors'),
    );
    await search.choose('Year', '2010');
    await search.choose('Year', '2016');
    const chosen = manyReleases.filter(
      ({ topic, date }) => topic === 'Harbors' && /^201[06]/.test(date),
    );
    assert.deepEqual((await search.titles()).sort(), chosen.map(({ title }) => title).sort());
  });

  for (const { order, sign } of [
    { order: 'Newest first', sign: -1 },
    { order: 'Oldest first', sign: 1 },
  ] as const) {
    test(`${how}: ${order}: all results are in the order of their days, with those shown later`, async (t) => {
      const search = await SearchPage.open(await site.visit(t), '?q=ferry');
      await search.sortBy(order);
      await search.showAll();
      const expected = manyReleases.filter(withFerry).map(({ date }) => date);
      assert.deepEqual(await search.days(), sign === 1 ? expected : expected.reverse());
      assert.equal(new Set(await search.titles()).size, expected.length);
      assert.ok(await search.moreButton.isHidden());
    });
  }

  test(`${how}: without words, releases are shown newest first, through a day of many`, async (t) => {
    const search = await SearchPage.open(await site.visit(t), '?from=2018-01-01');
    const expected = manyReleases.map(({ date }) => date).filter((date) => date >= '2018-01-01');
    assert.equal(await search.count(), expected.length);
    await search.showAll();
    assert.deepEqual(await search.days(), expected.reverse());
  });

  test(`${how}: more results are added below, and the keyboard goes on from the first of them`, async (t) => {
    const search = await SearchPage.open(await site.visit(t), '?q=ferry&sort=oldest');
    const before = await search.titles();
    assert.equal(before.length, 10);
    await search.moreButton.click();
    await search.results.nth(before.length).waitFor();
    assert.deepEqual((await search.titles()).slice(0, before.length), before);
    const focused = search.page.locator('[data-result] a:focus');
    assert.equal(await focused.innerText(), (await search.titles())[before.length]);
  });

  test(`${how}: a statement in an older shard opens with its words marked`, async (t) => {
    const search = await SearchPage.open(await site.visit(t), '?q=%22this+is+lantern+7%22');
    assert.equal(await search.count(), 1);
    await search.click(search.hits.first());
    await search.page.locator(':target mark').first().waitFor();
    assert.equal(await search.heading(), 'Release number 7 of many');
  });
}
