import assert from 'node:assert/strict';
import { test } from 'node:test';
import { manyTopics, manyTopicsFolder } from '../support/many-topics.ts';
import { SearchPage } from './pages/search-page.ts';
import { servedSite } from './visitors.ts';

/** An archive with more topics than can be read through. */
const site = servedSite(async () => ({ content: await manyTopicsFolder() }));

test('a long list of values is narrowed as one types, without accents or case', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?q=lantern');
  const box = search.filterBox('topics');
  await box.waitFor();
  const before = await search.visibleValues('Topic');
  assert.ok(before.length > 0 && before.length < 20);
  await box.fill('NHAP');
  assert.deepEqual(await search.visibleValues('Topic'), ['Nhập cư']);
  await box.fill('économie');
  assert.deepEqual(await search.visibleValues('Topic'), ['Économie']);
  await box.fill('12 matter');
  assert.deepEqual((await search.visibleValues('Topic')).sort(), [
    'Matter 112',
    'Matter 12',
    'Matter 120',
  ]);
  await search.facet('Topic').getByText(`3 of ${manyTopics.length} topics`).waitFor();
  await box.fill('');
  assert.deepEqual(await search.visibleValues('Topic'), before);
});

test('what is chosen stays in sight, whatever the filter leaves out', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?topic=matter-77');
  const box = search.filterBox('topics');
  await box.fill('economie');
  assert.deepEqual(await search.visibleValues('Topic'), ['Économie', 'Matter 77']);
  await search.choose('Topic', 'Matter 77');
  assert.deepEqual(await search.visibleValues('Topic'), ['Économie']);
});

test('the filter box is no part of the search', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?q=lantern');
  const box = search.filterBox('topics');
  await box.fill('matter 7');
  const steps = await search.page.evaluate(() => history.length);
  const status = await search.status.evaluateHandle(({ firstChild }) => firstChild);
  await box.press('Enter');
  await box.blur();
  assert.equal(await search.page.evaluate(() => history.length), steps);
  assert.equal(search.query.toString(), 'q=lantern');
  const isSame = await search.status.evaluate((now, then) => now.firstChild === then, status);
  assert.ok(isSame, 'the search was made anew');
  await search.choose('Topic', 'Matter 7');
  assert.equal(search.query.toString(), 'q=lantern&topic=matter-7');
  assert.equal(await box.inputValue(), 'matter 7');
});

test('a short list has no filter box', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?q=lantern');
  await search.facet('Office').waitFor();
  assert.equal(await search.facet('Office').getByRole('textbox').count(), 0);
});
