import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { KINDS } from './pages/kinds.ts';
import { FOUNDING, ReleasePage } from './pages/release-page.ts';
import { SearchPage } from './pages/search-page.ts';
import { servedSite } from './visitors.ts';

const site = servedSite();
const FOCUSABLE = ':is(a[href], button, input, select, summary, [tabindex="0"]):visible';

/** What has the focus, and how it shows. Nothing has it at the ends of the page. */
function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return undefined;
    const { outlineStyle, outlineWidth, opacity } = getComputedStyle(element);
    const { top, bottom, left, right } = element.getBoundingClientRect();
    // Within a field for a day the browser's own button has an outline that it keeps to itself.
    const isInside = element.matches('[type=date]:focus-within:not(:focus-visible)');
    return {
      html: element.outerHTML.slice(0, 120),
      name: element.getAttribute('aria-label') ?? element.textContent.trim(),
      hasOutline: isInside || (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2),
      isSeen:
        Number(opacity) === 1 &&
        [bottom > 0, top < innerHeight, right > 0, left < innerWidth].every(Boolean),
    };
  });
}

/** Presses Tab until what has the focus is named so. */
async function tabTo(page: Page, name: RegExp) {
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press('Tab');
    const found = await focused(page);
    if (found && name.test(found.name)) return;
  }
  assert.fail(`Tab leads nowhere that is called ${name}`);
}

for (const kind of [
  'the front page',
  'a month',
  'a release with lists, a table and notes',
  'an office',
  'what a search finds',
  'what is not there',
]) {
  test(`Tab goes through all of ${kind}, always in sight, and out again`, async (t) => {
    const page = await site.visit(t);
    await page.goto(KINDS[kind] ?? '');
    if (kind === 'what a search finds') {
      const search = new SearchPage(page);
      await search.isAnswered();
      await search.histogram.waitFor(); // it comes last, after the results
    }
    const waiting = await page
      .locator(FOCUSABLE)
      .evaluateAll((all) => all.map((one) => one.outerHTML.slice(0, 120)));
    const passed: string[] = [];
    for (;;) {
      await page.keyboard.press('Tab');
      const found = await focused(page);
      // Out of the page, or from its end to its beginning, as the browser likes.
      if (!found || (passed.length > 1 && found.html === passed[0])) break;
      assert.ok(found.hasOutline, `no outline: ${found.html}`);
      assert.ok(found.isSeen, `out of sight: ${found.html}`);
      passed.push(found.html);
      assert.ok(passed.length <= waiting.length * 4, `no way out: ${passed.slice(-5).join('\n')}`);
    }
    assert.deepEqual(new Set(passed), new Set(waiting));
  });
}

test('the focus shows on every kind of page, wherever it is', async (t) => {
  const page = await site.visit(t);
  for (const [kind, address] of Object.entries(KINDS)) {
    await page.goto(address);
    if (address.includes('?q=')) await new SearchPage(page).isAnswered();
    await page.keyboard.press('Tab'); // from now on the page is used with the keyboard
    const hidden = await page.locator(FOCUSABLE).evaluateAll((all) =>
      all
        .filter((one) => {
          (one as HTMLElement).focus();
          const { outlineStyle, outlineWidth, opacity } = getComputedStyle(one);
          return outlineStyle === 'none' || parseFloat(outlineWidth) < 2 || opacity !== '1';
        })
        .map((one) => one.outerHTML.slice(0, 120)),
    );
    assert.deepEqual(hidden, [], kind);
  }
});

test('the first Tab shows a link that skips to the content', async (t) => {
  const page = await site.visit(t);
  await page.goto('./releases/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to main content' });
  assert.ok(await skip.evaluate((link) => link === document.activeElement));
  await page.keyboard.press('Enter');
  await page.waitForURL(/#/);
  await page.keyboard.press('Tab');
  assert.ok(
    await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement)),
  );
});

test('with the keyboard alone one searches, opens a statement and copies its link', async (t) => {
  const page = await site.visit(t);
  await page.goto('./');
  await tabTo(page, /^Search$/); // the section of the masthead
  await page.keyboard.press('Enter');
  await page.waitForURL('**/search/');
  const search = new SearchPage(page);
  for (let presses = 0; presses < 20; presses++) {
    await page.keyboard.press('Tab');
    if (await search.field.evaluate((field) => field === document.activeElement)) break;
  }
  await page.keyboard.type('"clear violation of the MOUs"');
  await page.keyboard.press('Enter');
  await search.isAnswered();
  await tabTo(page, /This clear violation of the MOUs is a betrayal/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/kalra-.*#s-/);
  await tabTo(page, /^Link to: Many of these immigrants have been/);
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: 'Link copied' }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const release = new ReleasePage(page);
  assert.equal(copied, `${new URL(page.url()).origin}${release.path}${new URL(page.url()).hash}`);
});

test('Space and Enter work the filters of a search', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?q=library');
  const { page } = search;
  await tabTo(page, /^Filters$/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.waitForURL(/office=/);
  const box = search.facet('Office').getByRole('checkbox').first();
  assert.ok(await box.isChecked());
  assert.ok(await box.evaluate((element) => element === document.activeElement), 'the focus stays');
});

test('a statement of a release is reached by its permalink, in the order of the words', async (t) => {
  const release = await ReleasePage.open(await site.visit(t), FOUNDING);
  const labels = [];
  await tabTo(release.page, /^Link to: /);
  for (let found = await focused(release.page); found?.name.startsWith('Link to: ');) {
    labels.push(found.name);
    await release.page.keyboard.press('Tab');
    found = await focused(release.page);
  }
  assert.deepEqual(
    labels.map((label) => label.slice(9, 20)),
    (await release.statements.allInnerTexts()).map((words) => words.slice(0, 11)),
  );
});
