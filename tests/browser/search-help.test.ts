import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { eventually } from './eventually.ts';
import { FOUNDING, ReleasePage } from './pages/release-page.ts';
import { SearchPage } from './pages/search-page.ts';
import { servedSite } from './visitors.ts';

const site = servedSite();
const isFocused = (element: Locator) => element.evaluate((one) => one === document.activeElement);
const offer = (search: SearchPage, kind: string) =>
  search.main.locator(`.offers [data-offer="${kind}"]`);

test('where nothing was found, the word that the archive has is offered, and finds it', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?q=gerbarium');
  assert.equal(await search.status.innerText(), 'No releases found');
  const spelling = offer(search, 'spelling');
  assert.equal(await spelling.innerText(), 'Did you mean herbarium?');
  await search.follow('herbarium');
  await search.isAnswered();
  assert.equal(search.query.toString(), 'q=herbarium');
  assert.ok((await search.count()) >= 2);
  assert.equal(await search.main.locator('.offers li').count(), 0);
});

test('where no release has all of the words, the search without the rarest is offered', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?q=herbarium+bookmobile');
  assert.equal(await search.status.innerText(), 'No releases found');
  await search.click(offer(search, 'fewer words').getByRole('link', { name: 'bookmobile' }));
  await search.isAnswered();
  assert.ok((await search.count()) > 0);
});

test('where a word names a member, the releases of that office come first, until the visitor says no', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?q=kalra');
  const remark = search.main.locator('[data-named]');
  assert.equal(
    await remark.innerText(),
    'Releases from Office of Assembly Member Ash Kalra come first. Rank all alike',
  );
  await search.click(remark.getByRole('link', { name: 'Rank all alike' }));
  await search.isAnswered();
  assert.equal(search.query.toString(), 'q=kalra&names=words');
  assert.equal(await remark.count(), 0);
  await search.page.goBack();
  await search.isAnswered();
  await search.click(offer(search, 'office').getByRole('link', { name: 'Ash Kalra' }));
  await search.isAnswered();
  assert.equal(search.query.toString(), 'office=ash-kalra');
});

test('where no release has a phrase, the statement that comes nearest is shown, not as a result', async (t) => {
  const search = await SearchPage.open(
    await site.visit(t),
    `?q=${encodeURIComponent('"herbarium in the library basement"')}`,
  );
  assert.equal(await search.status.innerText(), 'No releases found');
  const nearest = offer(search, 'nearest');
  await nearest.waitFor();
  assert.match(await nearest.innerText(), /^The statement that comes nearest to “herbarium in/);
  assert.ok((await nearest.locator('mark').count()) > 0);
  assert.match((await nearest.locator('a').getAttribute('href')) ?? '', /mark=.*#s-/);
});

test('where filters and days leave nothing, the same words without them are offered', async (t) => {
  const query = '?q=herbarium+before%3A2018&topic=water&to=2017-01-01&sort=oldest';
  const search = await SearchPage.open(await site.visit(t), query);
  assert.equal(await search.status.innerText(), 'No releases found');
  await search.click(offer(search, 'not narrowed').getByRole('link', { name: 'herbarium' }));
  await search.isAnswered();
  assert.equal(search.query.toString(), 'q=herbarium&sort=oldest');
  assert.ok((await search.count()) >= 2);
});

test('the frequent words of the archive are fetched only where one may be misspelled', async (t) => {
  const page = await site.visit(t);
  const asked: string[] = [];
  const note = (request: { url: () => string }) => void asked.push(request.url());
  page.on('request', note);
  const search = await SearchPage.open(page, '?q=library');
  await search.type('library sample');
  assert.ok(!asked.some((address) => /\/words-/.test(address)));
  await search.type('xylophonists');
  await eventually(async () => {
    assert.equal(asked.filter((address) => /\/words-/.test(address)).length, 1);
    return Promise.resolve();
  });
  await search.type('xylophonistss');
  await search.type('library');
  assert.equal(asked.filter((address) => /\/words-/.test(address)).length, 1);
  page.off('request', note);
});

test('the frequent words of the archive are asked for beside the releases that are found, not after them', async (t) => {
  const page = await site.visit(t);
  const words = page.waitForRequest('**/words-*');
  await page.route('**/fragment/*', async (route) => {
    await words;
    await route.continue();
  });
  const search = await SearchPage.open(page, '?q=herbarium');
  assert.ok((await search.count()) >= 2);
});

test('that nothing was found is said even if no words can be fetched', async (t) => {
  const page = await site.visit(t, { mayComplain: true });
  await page.route('**/words-*', (route) => route.abort());
  const search = await SearchPage.open(page, '?q=herbarium&topic=water');
  await offer(search, 'not narrowed').waitFor();
  assert.equal(await search.status.innerText(), 'No releases found');
});

for (const address of ['./', './releases/', './search/', './404.html']) {
  test(`/ leads to the search field of ${address}`, async (t) => {
    const page = await site.visit(t);
    await page.goto(address);
    await page.getByRole('link').nth(2).focus();
    await page.keyboard.press('/');
    const field = page.locator('input[name=q]').first();
    assert.ok(await isFocused(field));
    await page.keyboard.type('and/or');
    assert.equal(await field.inputValue(), 'and/or');
  });
}

test('/ is left alone together with Ctrl and Alt, and where one types', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?q=library');
  const { page } = search;
  await search.results.getByRole('link').first().focus();
  await page.keyboard.press('Control+/');
  await page.keyboard.press('Alt+/');
  assert.ok(!(await isFocused(search.field)));
  const from = search.main.getByLabel('From', { exact: true });
  await from.focus();
  await page.keyboard.press('/');
  assert.ok(await isFocused(from));
});

test('/ can be turned off in the help, for every page, and on again', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?q=library');
  const { page } = search;
  const choice = search.main.getByRole('checkbox', { name: /^Press \/ on any page/ });
  const open = () => search.main.getByText('How to search').click();
  const steps = await page.evaluate(() => history.length);
  await open();
  assert.ok(await choice.isChecked());
  await choice.uncheck();
  assert.equal(await page.evaluate(() => history.length), steps, 'it is no part of the search');
  await page.goto('./releases/');
  await page.keyboard.press('/');
  const field = page.locator('input[name=q]').first();
  assert.ok(!(await isFocused(field)));
  await field.focus();
  assert.equal(await field.getAttribute('aria-keyshortcuts'), null);

  await page.goto('./search/');
  await open();
  await eventually(async () => assert.ok(!(await choice.isChecked())));
  await choice.check();
  await page.goto('./releases/');
  await page.keyboard.press('/');
  assert.ok(await isFocused(field));
  assert.equal(await field.getAttribute('aria-keyshortcuts'), '/');
  assert.equal(await page.evaluate(() => localStorage.length), 0);
});

test('arrows lead from the field into the results, through them and back', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?q=herbarium');
  const { page } = search;
  const first = search.results.first();
  await search.field.focus();
  await page.keyboard.press('ArrowDown');
  assert.ok(await isFocused(search.hits.first()));
  const links = await first.locator('h3 a, [data-hit] a').all();
  const seen = [];
  for (const link of links) if (await link.isVisible()) seen.push(link);
  for (const link of seen.slice(2)) {
    await page.keyboard.press('ArrowDown');
    assert.ok(await isFocused(link));
  }
  await page.keyboard.press('ArrowDown');
  assert.ok(await isFocused(search.results.nth(1).getByRole('link').first()));
  for (const link of seen.reverse()) {
    await page.keyboard.press('ArrowUp');
    assert.ok(await isFocused(link));
  }
  await page.keyboard.press('ArrowUp');
  assert.ok(await isFocused(search.field));
});

test('Escape leads from a hit to the field, and there clears it and the search', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?q=library');
  await search.hits.nth(1).focus();
  await search.page.keyboard.press('Escape');
  assert.ok(await isFocused(search.field));
  assert.equal(await search.field.inputValue(), 'library');
  await search.page.keyboard.press('Escape');
  await eventually(async () => assert.equal(await search.results.count(), 0));
  assert.deepEqual([await search.field.inputValue(), search.query.toString()], ['', '']);
  await search.back();
  assert.equal(await search.field.inputValue(), 'library');
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'the field' : 'the field, without JavaScript too';
  test(`how to search is said under ${how}, quotation marks first`, async (t) => {
    const search = await SearchPage.open(await site.visit(t, { javaScriptEnabled }));
    const ways = search.main.getByRole('term');
    assert.equal(await ways.filter({ visible: true }).count(), 0);
    await search.main.getByText('How to search').click();
    const examples = await ways.allInnerTexts();
    assert.match(examples[0] ?? '', /^"[A-Z]\w+ [A-Z]\w+"$/); // a member of the archive
    const help = examples.join(' ');
    for (const operator of [
      'office',
      'caucus',
      'topic',
      'speaker',
      'bill',
      'language',
      'year',
      'before',
    ])
      assert.match(help, new RegExp(`\\b${operator}:\\S`));
    assert.match(help, / -\w+.* after:/);
  });
}

test('each example of how to search is understood as it is meant', async (t) => {
  const search = await SearchPage.open(await site.visit(t));
  const examples = await search.main.locator('.search-help dt kbd').allTextContents();
  assert.ok(examples.length > 8);
  await search.type(examples.join(' '));
  await search.main
    .locator('.chips li')
    .nth(examples.length - 5)
    .waitFor();
  const remarks = await search.main.locator('.remarks p').allInnerTexts();
  assert.equal(remarks.length, 1);
  assert.match(remarks[0] ?? '', /^Words that begin with “\w+” are searched for\.$/);
});

test('each example of how to search finds something in this archive', async (t) => {
  const search = await SearchPage.open(await site.visit(t));
  const examples = await search.main.locator('.search-help dt kbd').allTextContents();
  for (const example of examples) {
    await search.type(example);
    await search.isAnswered();
    assert.ok((await search.count()) > 0, example);
  }
});

/** Opens the founding release from a search for its best known words. */
async function openMarked(page: Page) {
  const search = await SearchPage.open(page, '?q=%22clear+violation+of+the+MOUs%22');
  const release = new ReleasePage(page);
  await release.click(search.hits.first());
  await release.cited.locator('mark').first().waitFor();
  return { release, button: page.getByRole('button', { name: 'Clear highlights' }) };
}

/** That nothing is marked, and the statement is cited all the same. */
async function assertPlain({ release, button }: Awaited<ReturnType<typeof openMarked>>) {
  await eventually(async () => assert.equal(await release.page.locator('mark').count(), 0));
  const { search, hash } = new URL(release.page.url());
  assert.equal(search, '');
  assert.match(hash, /^#s-/);
  assert.match(await release.cited.innerText(), /^Many of these immigrants have been living/);
  assert.equal(await button.count(), 0);
}

test('marks are cleared by a button, which the keyboard reaches', async (t) => {
  const opened = await openMarked(await site.visit(t));
  const { release, button } = opened;
  const words = await release.cited.innerText();
  await button.focus();
  await release.page.keyboard.press('Shift+Tab');
  await release.page.keyboard.press('Tab');
  assert.ok(await isFocused(button));
  await release.page.keyboard.press('Enter');
  await assertPlain(opened);
  assert.equal(await release.cited.innerText(), words);
  assert.ok(await isFocused(release.permalinkOf(release.cited)), 'the focus is not lost');
  await release.page.reload();
  await assertPlain(opened);
});

test('Escape closes first what is open, then clears the marks', async (t) => {
  const opened = await openMarked(await site.visit(t));
  const { release } = opened;
  await release.cited.hover();
  await release.permalinkOf(release.cited).click();
  const bar = release.page.getByRole('toolbar', { name: 'Cite this statement' });
  await bar.waitFor();
  await release.page.keyboard.press('Escape');
  await bar.waitFor({ state: 'hidden' });
  assert.ok((await release.page.locator('mark').count()) > 0);
  await release.page.keyboard.press('Escape');
  await assertPlain(opened);
});

test('a release that was not opened from a search has no button to clear marks', async (t) => {
  const page = await site.visit(t);
  await ReleasePage.open(page, FOUNDING, '?mark=xylophone');
  await ReleasePage.open(page, FOUNDING, '?mark=xylophone#100%-of');
  assert.equal(await page.getByRole('button', { name: 'Clear highlights' }).count(), 0);
});
