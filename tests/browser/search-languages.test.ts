import assert from 'node:assert/strict';
import { test } from 'node:test';
import { madeRelease } from '../support/made-release.ts';
import { sharedArchive } from '../support/shared-archive.ts';
import { SearchPage } from './pages/search-page.ts';
import { servedSite } from './visitors.ts';

const CHINESE = '市议会今天通过了租客手册的新版本。\n\n手册用简单的语言说明租客的权利，共40页。';
const ENGLISH = 'The council adopted the renters’ handbook today, by its ﬁnal ｖｏｔｅ.';

const site = servedSite(async () => ({
  content: await sharedArchive({
    'releases/2020-09-22-a.md': madeRelease(
      { date: '2020-09-22', title: '租客手册', language: 'zh-Hans' },
      CHINESE,
    ),
    'releases/2020-09-23-b.md': madeRelease({ date: '2020-09-23' }, ENGLISH),
  }),
}));

for (const { query, marked } of [
  { query: '手册', marked: '手册' },
  { query: '租客的权利', marked: '租客的权利' },
  { query: '“简单的语言”', marked: '简单的语言' },
  { query: '新版本 租客', marked: '租客' },
  { query: '40页', marked: '40页' },
]) {
  test(`a Chinese release is found by its own words: ${query}`, async (t) => {
    const search = await SearchPage.open(await site.visit(t), `?q=${encodeURIComponent(query)}`);
    assert.deepEqual(await search.titles(), ['租客手册']);
    const hit = search.results.locator('[data-hit] a').first();
    assert.doesNotMatch(await hit.innerText(), / /, 'the words are shown as they were issued');
    const shown = await hit.locator('mark').allInnerTexts();
    assert.ok(
      shown.some((words) => words.startsWith(marked)),
      shown.join(', '),
    );
    await hit.click();
    await search.page.locator(':target mark').first().waitFor();
    const marks = await search.page.locator(':target mark').allInnerTexts();
    assert.ok(marks.includes(marked), marks.join(', '));
  });
}

test('ligatures and wide letters are found by plain ones, and highlighted as they were issued', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?q=final+vote');
  await search.results.locator('[data-hit] a').first().click();
  await search.page.locator(':target mark').first().waitFor();
  assert.deepEqual(await search.page.locator(':target mark').allInnerTexts(), ['ﬁnal ｖｏｔｅ']);
});

test('words that are not together in Chinese are no phrase', async (t) => {
  const search = await SearchPage.open(await site.visit(t), `?q=${encodeURIComponent('客租')}`);
  assert.equal(await search.count(), 0);
});

test('releases of all languages appear together, and can be narrowed to one', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?from=2020-01-01');
  assert.equal(await search.count(), 2);
  await search.choose('Language', 'Simplified Chinese');
  assert.deepEqual(await search.titles(), ['租客手册']);
});
