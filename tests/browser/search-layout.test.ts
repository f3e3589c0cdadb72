import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SearchPage } from './pages/search-page.ts';
import { servedSite } from './visitors.ts';

const site = servedSite();
/** Where the filters are folded away, on a telephone and a tablet, and where they are not. */
const WIDTHS = [360, 768, 1280];

for (const width of WIDTHS) {
  test(`the results stay where they are when the filters come, ${width} pixels wide`, async (t) => {
    const page = await site.visit(t, { viewport: { width, height: 800 } });
    const { promise: seen, resolve: letItCome } = Promise.withResolvers<undefined>();
    await page.route('**/table-*', async (route) => {
      await seen;
      await route.continue();
    });
    const search = await SearchPage.open(page, '?q=library+-%22zoning+code%22');
    await search.results.first().waitFor();
    const before = await search.results.first().boundingBox();
    letItCome(undefined);
    await page.locator('.histogram button').first().waitFor({ state: 'attached' });
    await page.evaluate(() => new Promise(requestAnimationFrame));
    assert.deepEqual(await search.results.first().boundingBox(), before);
    assert.equal(await search.histogram.isVisible(), width === 1280);
  });
}

test('the bars go with the filters where the window gets narrow, and come back', async (t) => {
  const page = await site.visit(t);
  const search = await SearchPage.open(page, '?q=library');
  await search.histogram.waitFor();
  const bar = await search.bars.first().elementHandle();
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const folded = page.locator('details.narrow').getByRole('list', { name: 'Releases by date' });
    await search.histogram.waitFor();
    assert.equal(await folded.count(), width === 360 ? 1 : 0);
    assert.ok(await bar?.isVisible(), 'they are the same bars');
  }
});

test('on a telephone the first result is in sight, and filters and days are behind one button', async (t) => {
  const page = await site.visit(t, { viewport: { width: 360, height: 740 } });
  const search = await SearchPage.open(page, '?q=library&from=2017-01-01&topic=public-libraries');
  const { y = Infinity } = (await search.results.first().boundingBox()) ?? {};
  assert.ok(y < 600, `it begins at ${y} of 740`);
  const days = search.main.getByLabel('From', { exact: true });
  assert.ok(await days.isHidden());
  assert.equal(await search.main.locator('.chips li').count(), 2);
  await search.main.getByText('Filters', { exact: true }).click();
  assert.ok(await days.isVisible());
  await days.fill('2019-01-01');
  await days.blur();
  await search.isAnswered();
  assert.equal(search.query.get('from'), '2019-01-01');
});

for (const width of WIDTHS) {
  test(`what can be pressed has 24 pixels each way, ${width} pixels wide`, async (t) => {
    const page = await site.visit(t, { viewport: { width, height: 800 } });
    for (const query of ['?q=library+-%22zoning+code%22&year=2017&year=2019', '?q=gerbarium', '']) {
      const search = await SearchPage.open(page, query);
      await search.field.focus();
      await page.locator('.facet').first().waitFor({ state: 'attached' });
      const folded = search.main.locator('details');
      await folded.evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
      assert.deepEqual(await search.smallTargets(), [], query);
    }
  });
}

test('in high contrast the bars are seen, and which of them is chosen', async (t) => {
  const page = await site.visit(t, { forcedColors: 'active' });
  const search = await SearchPage.open(page, '?q=library&from=2017-11-01&to=2017-11-30');
  await search.histogram.locator('[aria-pressed=true]').waitFor();
  const colours = await page.evaluate(() => {
    const background = (selector: string) => {
      const found = document.querySelector(selector);
      return found ? getComputedStyle(found).backgroundColor : selector;
    };
    return ['body', '[aria-pressed=false] .bar', '[aria-pressed=true] .bar'].map(background);
  });
  assert.equal(new Set(colours).size, 3, colours.join(', '));
});

test('what was found is said politely, and once for words that are typed in one go', async (t) => {
  const search = await SearchPage.open(await site.visit(t));
  await search.field.focus();
  const said = await search.status.evaluateHandle((status) => {
    const said: string[] = [];
    new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true });
    return said;
  });
  await search.field.evaluate((field: HTMLInputElement) => {
    for (const letter of 'herbarium') {
      field.value += letter;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
  });
  await search.isAnswered();
  await search.bars.first().waitFor();
  assert.deepEqual(await said.jsonValue(), [await search.status.innerText()]);
  assert.notEqual(await search.status.getAttribute('aria-live'), 'assertive');
});
