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
  await box.fill('77 matter');
  assert.deepEqual((await search.visibleValues('Topic')).sort(), ['Matter 177', 'Matter 77']);
  await search.facet('Topic').getByText(`2 of ${manyTopics.length} topics`).waitFor();
  await box.fill('');
  assert.deepEqual(await search.visibleValues('Topic'), before);
});

test('what is chosen stays in sight, whatever the filter leaves out', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?topic=matter-77');
  const box = search.filterBox('topics');
  await box.fill('economie');
  assert.deepEqual(await search.visibleValues('Topic'), ['Matter 77', 'Économie']);
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

test('the values that are folded away are made when they are wanted, and not too many', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?q=lantern');
  const topics = search.facet('Topic');
  await topics.waitFor();
  assert.equal(await topics.locator('label').count(), 8);
  await topics.getByText(`${manyTopics.length - 8} more`).click();
  await topics.getByText(`These are the first 200 of ${manyTopics.length} topics.`).waitFor();
  const shown = await search.visibleValues('Topic');
  assert.equal(new Set(shown).size, 200);
  assert.deepEqual(shown, shown.toSorted(new Intl.Collator('en').compare));
  assert.ok((await topics.locator('.count').allInnerTexts()).every((count) => count === '1'));
  assert.ok(!shown.includes('Matter 99'));
  await search.filterBox('topics').fill('matter 99');
  assert.deepEqual(await search.visibleValues('Topic'), ['Matter 199', 'Matter 99']);
  await search.choose('Topic', 'Matter 99');
  assert.equal(await search.count(), 1);
});

test('a value far down the list that the address has chosen is shown, and can be taken back', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?q=lantern&topic=matter-99');
  await search.facet('Topic').waitFor();
  assert.ok(await search.isChosen('Topic', 'Matter 99'));
  await search.choose('Topic', 'Matter 99');
  assert.equal(search.query.toString(), 'q=lantern');
});
