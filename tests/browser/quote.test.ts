import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CitingPage } from './pages/citing-page.ts';
import { QuotePage } from './pages/quote-page.ts';
import { SearchPage } from './pages/search-page.ts';
import { servedSite } from './visitors.ts';

const site = servedSite({ base: '/archive/' });
const EXACT = 'it counted nobody, said Assemblymember Placeholder. Then we asked at the hospital';
const PHONE = { hasTouch: true, isMobile: true, viewport: { width: 320, height: 640 } };
const NIGHT_BUS = '/archive/releases/2019/05/14/night-bus-pilot-on-route-zero/';

test('by keyboard one pastes a quotation, has it checked, and opens its statement', async (t) => {
  const quote = await QuotePage.open(await site.visit(t));
  await quote.field.focus();
  await quote.page.keyboard.insertText(EXACT);
  await quote.page.keyboard.press('Tab');
  await quote.page.keyboard.press('Enter');
  await quote.isAnswered();
  assert.equal(await quote.answer(), 'verbatim');
  assert.equal(await quote.status.innerText(), 'Word for word in this archive');
  assert.match(await quote.main.innerText(), /Read as the same: .*other quotation marks/);
  await quote.hits.first().focus();
  await quote.page.keyboard.press('Enter');
  await quote.page.waitForURL(/#s-js2injqq$/);
  assert.equal(quote.path, NIGHT_BUS);
});

test('in the field, Enter is a new line, and Control and Enter check', async (t) => {
  const quote = await QuotePage.open(await site.visit(t));
  await quote.field.fill('it counted nobody, said');
  await quote.field.press('End');
  await quote.field.press('Enter');
  await quote.page.keyboard.insertText('Assemblymember Placeholder');
  await quote.field.press('Control+Enter');
  await quote.isAnswered();
  assert.equal(await quote.answer(), 'verbatim');
});

test('on a telephone one taps, and what differs is shown word by word', async (t) => {
  const quote = await QuotePage.open(await site.visit(t, PHONE));
  await quote.field.tap();
  await quote.field.fill(EXACT.replace('nobody', 'everybody').replace('Then we', 'We'));
  await quote.button.tap();
  await quote.isAnswered();
  assert.equal(await quote.answer(), 'altered');
  const marked = quote.main.locator('.differences');
  assert.deepEqual(await marked.locator('del').allTextContents(), [
    'missing: nobody',
    'missing: Then',
  ]);
  assert.deepEqual(await marked.locator('ins').allTextContents(), ['added: everybody']);
  const overflow = await quote.page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  assert.equal(overflow, 0);
});

test('the address has the quotation, and the steps of the history have theirs', async (t) => {
  const quote = await QuotePage.open(await site.visit(t), EXACT);
  assert.equal(await quote.field.inputValue(), EXACT);
  await quote.field.fill('Nobody has ever said these words about umbrellas');
  await quote.button.click();
  await quote.status.filter({ hasText: /^Not found/ }).waitFor();
  await quote.page.goBack();
  await quote.status.filter({ hasText: /^Word for word/ }).waitFor();
  assert.equal(await quote.field.inputValue(), EXACT);
});

test('the quotation is in no request', async (t) => {
  const page = await site.visit(t);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
  await QuotePage.open(page, EXACT);
  page.removeAllListeners('request');
  assert.ok(asked.length > 3);
  assert.deepEqual(
    asked.filter((request) => /nobody|hospital|#q/i.test(request.replace(/#q=\S*/, ''))),
    [],
  );
});

test('too few words, and none, are said to be so', async (t) => {
  const quote = await QuotePage.open(await site.visit(t), 'it counted nobody');
  assert.match(await quote.status.innerText(), /^Too short/);
  await quote.field.fill('  ');
  await quote.button.click();
  await quote.status.filter({ hasText: 'Paste a quotation first.' }).waitFor();
});

test('a statement, or what is selected of it, is checked from its bar', async (t) => {
  const page = await site.visit(t);
  await page.goto(`.${NIGHT_BUS.slice('/archive'.length)}`);
  const release = new CitingPage(page);
  await release.page.locator('#s-js2injqq a[data-permalink]').focus();
  await release.page.keyboard.press('Enter');
  await release.bar.getByRole('button', { name: 'Check quotation' }).click();
  const quote = new QuotePage(page);
  await page.waitForURL(/\/archive\/quote\/#q=/);
  await quote.isAnswered();
  assert.equal(await quote.answer(), 'verbatim');
  assert.equal(await quote.hits.count(), 1);
});

test('a search offers to check its phrase, and each of its results the words found there', async (t) => {
  const page = await site.visit(t);
  const search = await SearchPage.open(page, `?q=${encodeURIComponent('"take the bus at night"')}`);
  const check = search.results.first().getByRole('link', { name: 'Check as a quotation' });
  assert.match((await check.getAttribute('href')) ?? '', /\/archive\/quote\/#q=.*study\+counted/);
  await search.main.locator('[data-offer=check] a').click();
  const quote = new QuotePage(page);
  await quote.isAnswered();
  assert.equal(await quote.field.inputValue(), 'take the bus at night');
  assert.equal(await quote.answer(), 'verbatim');
});

test('without JavaScript the page says how to check by hand, and sends nothing', async (t) => {
  const quote = await QuotePage.open(await site.visit(t, { javaScriptEnabled: false }));
  assert.match(await quote.status.innerText(), /needs JavaScript/);
  assert.ok(await quote.main.getByRole('heading', { name: 'How to check by hand' }).isVisible());
  assert.ok(await quote.field.isHidden());
});

test('where files are missing the page says so, and the next try can succeed', async (t) => {
  const page = await site.visit(t, { mayComplain: true });
  await page.route('**/pagefind/catalogue.json', (route) => route.abort());
  const quote = await QuotePage.open(page);
  await quote.field.fill(EXACT);
  await quote.button.click();
  await quote.status.filter({ hasText: /could not be checked/ }).waitFor();
  await page.unrouteAll();
  await quote.button.click();
  await quote.isAnswered();
  assert.equal(await quote.answer(), 'verbatim');
});
