import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SearchPage } from './pages/search-page.ts';
import { servedSite } from './visitors.ts';

const site = servedSite();
const FACETS = ['Office', 'Caucus', 'Topic', 'Speaker', 'Year'];

test('the number beside a value is that of the results after choosing it', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?q=bridge');
  const all = await search.count();
  assert.ok(all > 3 && all < 12);
  for (const facet of FACETS) {
    const promises = [...(await search.promises(facet))].filter(([, count]) => count > 0);
    assert.ok(promises.length > 0, facet);
    for (const [value, promised] of promises.slice(0, 2)) {
      await search.choose(facet, value);
      assert.equal(await search.count(), promised, `${facet}: ${value}`);
      assert.ok(promised <= all);
      await search.choose(facet, value);
    }
  }
  assert.equal(await search.count(), all);
});

test('the numbers stay right for what is chosen in other facets', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?topic=public-libraries');
  for (const [office, promised] of await search.promises('Office')) {
    if (promised === 0) continue;
    await search.choose('Office', office);
    assert.equal(await search.count(), promised, office);
    for (const [year, left] of await search.promises('Year')) {
      if (left === 0) continue;
      await search.choose('Year', year);
      assert.equal(await search.count(), left, `${office}, ${year}`);
      await search.choose('Year', year);
    }
    await search.choose('Office', office);
  }
});

test('without words a facet shows all that the archive has of it', async (t) => {
  const search = await SearchPage.open(await site.visit(t));
  await search.field.focus();
  await search.facet('Office').waitFor();
  const promises = await search.promises('Office');
  assert.equal(promises.get('Office of Assembly Member Ash Kalra'), 1);
  await search.choose('Office', 'Office of Assembly Member Ash Kalra');
  assert.equal(await search.status.innerText(), '1 release found');
});

test('the numbers stay those of the search when its field is gone to', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?q=bridge');
  await search.histogram.waitFor(); // it comes last
  const before = [await search.promises('Office'), await search.times()];
  await search.field.focus();
  assert.deepEqual([await search.promises('Office'), await search.times()], before);
});

test('two values of one facet widen the search, two facets narrow it', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?q=library');
  await search.choose('Year', '2017');
  const first = await search.titles();
  await search.choose('Year', '2019');
  const both = await search.titles();
  assert.ok(both.length > first.length);
  assert.ok(first.every((title) => both.includes(title)));
  assert.deepEqual(
    new Set((await search.days()).map((day) => day.slice(0, 4))),
    new Set(['2017', '2019']),
  );
  await search.choose('Topic', 'Schools');
  const narrowed = await search.titles();
  assert.ok(narrowed.length < both.length && narrowed.length > 0);
  assert.ok(narrowed.every((title) => both.includes(title)));
});

test('From and To leave out what was issued before and after, but not on the day', async (t) => {
  const search = await SearchPage.open(await site.visit(t));
  await search.between('From', '2017-10-03');
  await search.between('To', '2018-05-16');
  await search.showAll();
  const days = await search.days();
  assert.equal(days.length, await search.count());
  assert.equal(days.length, 6);
  assert.deepEqual(days.toSorted(), [
    '2017-10-03',
    '2017-10-03',
    '2017-11-22',
    '2018-02-07',
    '2018-05-16',
    '2018-05-16',
  ]);
  await search.between('To', '2017-10-02');
  assert.equal(await search.status.innerText(), 'No releases found');
});

test('values that leave nothing can still be seen, and what is chosen can be taken back', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?q=naturalization');
  const before = await search.promises('Topic');
  assert.equal(before.get('Water'), 0);
  await search.choose('Topic', 'Water');
  assert.equal(await search.status.innerText(), 'No releases found');
  await search.choose('Topic', 'Water');
  assert.equal(await search.status.innerText(), '1 release found');
});

test('on a telephone the filters are folded away until they are wanted', async (t) => {
  const page = await site.visit(t, { viewport: { width: 360, height: 740 } });
  const search = await SearchPage.open(page, '?q=library');
  assert.ok(await search.facet('Topic').isHidden());
  await search.main.getByText('Filters', { exact: true }).click();
  await search.choose('Topic', 'Schools');
  assert.ok(await search.facet('Topic').isVisible());
  assert.equal(search.query.toString(), 'q=library&topic=schools');
});
