import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { before, test } from 'node:test';
import type Axe from 'axe-core';
import type { Page } from 'playwright-core';
import { KINDS } from './pages/kinds.ts';
import { addressOf, FOUNDING, GUIDE, ReleasePage } from './pages/release-page.ts';
import { SearchPage } from './pages/search-page.ts';
import { servedSite } from './visitors.ts';

// How pages look to readers who adapt them: with colors of their own, larger, or with more room between letters.

const site = servedSite();
let axe = '';

before(async () => {
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
});

/** 1,280 by 1,024 pixels at 400 %, as WCAG 2.2, 1.4.10, has it. */
const ZOOMED = { width: 320, height: 256 };
/** The least that WCAG 2.2, 1.4.12, asks pages to bear. */
const SPACED = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;

async function open(page: Page, address: string) {
  await page.goto(address);
  if (address.includes('?q=')) await new SearchPage(page).isAnswered();
}

const barriers = (page: Page) =>
  page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof Axe };
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });

/** What reaches beyond the page, and what is cut off where it does not fit. */
const lost = (page: Page) =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const isCut = (element: Element) => {
      const { overflowX, overflowY, clipPath } = getComputedStyle(element);
      if (clipPath !== 'none') return false; // for screen readers alone
      const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
      return (
        (cuts(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (cuts(overflowY) && element.scrollHeight > element.clientHeight + 1)
      );
    };
    const isOverfull = (button: Element) => button.scrollWidth > button.clientWidth + 1;
    const shown = [...document.querySelectorAll('body *:not(svg, svg *)')].filter(
      (element) => element.checkVisibility() && element.clientWidth > 0,
    );
    const found = shown.filter(
      (element) => isCut(element) || (element.matches('button') && isOverfull(element)),
    );
    const wide =
      scrollWidth > clientWidth
        ? shown.filter((element) => element.getBoundingClientRect().right > clientWidth)
        : [];
    return [
      ...(scrollWidth > clientWidth ? ['the page is wider than the window'] : []),
      ...wide.map((element) => element.outerHTML.slice(0, 120)),
      ...found.map((element) => element.outerHTML.slice(0, 120)),
    ];
  });

test('nothing is lost at 400 %, nor with the text spacing of WCAG, on any kind of page', async (t) => {
  const page = await site.visit(t);
  for (const [kind, address] of Object.entries(KINDS)) {
    await page.setViewportSize(ZOOMED);
    await open(page, address);
    assert.deepEqual(await lost(page), [], `${kind}, zoomed`);
    await page.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets.push(sheet);
    }, SPACED);
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      assert.deepEqual(await lost(page), [], `${kind}, spaced, ${width} pixels`);
    }
  }
});

test('the dialog of citations can be used at 400 %', async (t) => {
  const page = await site.visit(t);
  await page.setViewportSize(ZOOMED);
  const { article } = await ReleasePage.open(page, FOUNDING);
  await article.getByRole('button', { name: 'APA, Chicago, MLA…' }).click();
  const dialog = page.getByRole('dialog');
  for (const control of await dialog.locator('button, input').all()) {
    await control.focus();
    const box = await control.boundingBox();
    assert.ok(box && box.x >= 0 && box.x + box.width <= ZOOMED.width, JSON.stringify(box));
    assert.ok(box.y >= 0 && box.y + box.height <= ZOOMED.height, JSON.stringify(box));
  }
});

test('at 400 % no button that floats hides what has the focus', async (t) => {
  const page = await site.visit(t);
  await page.setViewportSize(ZOOMED);
  await open(page, KINDS['a release opened from the search'] ?? '');
  const clear = page.locator('.clear-marks');
  await clear.waitFor();
  const floating = await clear.boundingBox();
  assert.ok(floating);
  for (let presses = 0; presses < 30; presses++) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element.matches('.clear-marks, body')) return undefined;
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { left, right, top, bottom, html: element.outerHTML.slice(0, 120) };
    });
    if (focus === undefined) continue;
    const isHidden =
      focus.left >= floating.x &&
      focus.right <= floating.x + floating.width &&
      focus.top >= floating.y &&
      focus.bottom <= floating.y + floating.height;
    assert.ok(!isHidden, focus.html);
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds no barrier in forced colors, ${colorScheme}`, async (t) => {
    const page = await site.visit(t, { colorScheme });
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    for (const [kind, address] of Object.entries(KINDS)) {
      await open(page, address);
      await page.evaluate(axe);
      assert.deepEqual(await barriers(page), [], kind);
    }
  });

  test(`in forced colors nothing is said by a background alone, ${colorScheme}`, async (t) => {
    const page = await site.visit(t, { colorScheme });
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    const style = (selector: string, name: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), name);
    await open(page, KINDS['a release opened from the search'] ?? '');
    const paper = await style('body', 'background-color');
    await page.locator('mark').first().waitFor();
    assert.notEqual(await style('mark', 'background-color'), paper, 'words that were searched');
    assert.equal(await style('[data-statement]:target', 'outline-style'), 'solid');
    assert.equal(await style('.masthead [aria-current]', 'outline-style'), 'solid');
    await open(page, './releases/2017/');
    assert.notEqual(await style('.bars svg', 'fill'), paper, 'bars');
    assert.equal(await style('.bars svg', 'fill'), await style('body', 'color'), 'bars');
    await open(page, addressOf(GUIDE));
    assert.equal(await style('.release-body .table', 'background-image'), 'none');
  });
}

test('the bullets of what a person says are not left of its headline', async (t) => {
  const page = await site.visit(t);
  await page.goto('./speakers/sam-sample/');
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const [item, line] = await page.evaluate(() => {
      const left = (selector: string) => {
        const range = document.createRange();
        const element = document.querySelector(selector);
        if (element) range.selectNodeContents(element);
        return range.getBoundingClientRect().left;
      };
      return [left('.release-item h3'), left('.release-item li')];
    });
    assert.ok((line ?? 0) - (item ?? 0) >= 16, `${item} ${line} at ${width} pixels`);
  }
});

test('the months of a year are whole rows, with names that are not broken', async (t) => {
  const page = await site.visit(t);
  await page.goto('./releases/2017/');
  for (const [width, rows] of [
    [320, 4],
    [400, 3],
    [768, 2],
    [1280, 1],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.evaluate(() => document.fonts.ready);
    const months = await page.locator('.bars li').evaluateAll((all) =>
      all.map((item) => {
        const name = item.querySelector('a, span')?.firstChild;
        const range = document.createRange();
        if (name) range.selectNodeContents(name);
        return { top: item.getBoundingClientRect().bottom, lines: range.getClientRects().length };
      }),
    );
    assert.equal(new Set(months.map(({ top }) => Math.round(top))).size, rows, `${width} pixels`);
    for (const { lines } of months) assert.equal(lines, 1, `${width} pixels`);
  }
});

test('the third link of a release leads to how to cite it', async (t) => {
  const { page } = await ReleasePage.open(await site.visit(t), GUIDE);
  for (let presses = 0; presses < 3; presses++) await page.keyboard.press('Tab');
  assert.equal(await page.locator(':focus').innerText(), 'Skip to how to cite it');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.ok(await page.locator('.cite-this :focus').count());
});
