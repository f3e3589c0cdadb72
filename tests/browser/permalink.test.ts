import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator } from 'playwright-core';
import { eventually } from './eventually.ts';
import { FOUNDING, GUIDE, ReleasePage } from './pages/release-page.ts';
import { servedSite } from './visitors.ts';

const site = servedSite();
const LEAST = 24; // CSS pixels each way, by WCAG 2.2, 2.5.8
const CITED = 'The unjust detentions and deportations of roughly 100 Cambodian';
const PHONE = { hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } };

const opacity = (link: Locator) => link.evaluate((a) => Number(getComputedStyle(a).opacity));
const opacities = (links: Element[]) => links.map((a) => Number(getComputedStyle(a).opacity));
const clipboard = (release: ReleasePage) =>
  release.page.evaluate(() => navigator.clipboard.readText());

test('a permalink shows when one points at its statement, and only that one', async (t) => {
  const release = await ReleasePage.open(await site.visit(t), GUIDE);
  const links = release.article.locator('[data-permalink]');
  await release.page.mouse.move(0, 0);
  assert.deepEqual(await links.evaluateAll(opacities), Array(await links.count()).fill(0));
  for (const words of [
    'Any group of at least twenty', // a paragraph
    'We argued for a month', // a quotation's
    'Clearing', // a row of a table
    'Find your twenty households', // an item of a list
    'holds the key', // an item of a list in a list in a list
    'The grants were set up', // a note
  ]) {
    const statement = release.statement(words).last();
    await statement.hover({ position: { x: 8, y: 8 } });
    const shown = (await links.evaluateAll(opacities)).filter((value) => value > 0);
    assert.deepEqual(shown, [1], words);
    assert.equal(await opacity(release.permalinkOf(statement)), 1, words);
  }
});

test('a permalink shows when it has the focus', async (t) => {
  const release = await ReleasePage.open(await site.visit(t), FOUNDING);
  const link = release.permalinkOf(release.statement(CITED));
  assert.equal(await opacity(link), 0);
  await release.permalinkOf(release.statement('SACRAMENTO')).focus();
  await release.page.keyboard.press('Tab');
  assert.ok(await link.evaluate((a) => a === document.activeElement));
  assert.equal(await opacity(link), 1);
});

test('permalinks always show where nothing can hover', async (t) => {
  const release = await ReleasePage.open(await site.visit(t, PHONE), GUIDE);
  const links = release.article.locator('[data-permalink]');
  assert.deepEqual(await links.evaluateAll(opacities), Array(await links.count()).fill(1));
});

for (const { device, wishes } of [
  { device: 'a wide screen', wishes: {} },
  { device: 'a telephone', wishes: PHONE },
]) {
  test(`on ${device} a permalink is large enough for a finger, and lies on the page`, async (t) => {
    const release = await ReleasePage.open(await site.visit(t, wishes), GUIDE);
    const page = await release.page.evaluate(() => document.documentElement.clientWidth);
    const links = release.article.locator('[data-permalink]');
    const boxes = await links.evaluateAll((all) =>
      all.map((a) => a.getBoundingClientRect().toJSON() as DOMRect),
    );
    assert.ok(boxes.length > 20);
    for (const { width, height, left, right } of boxes) {
      assert.ok(width >= LEAST && height >= LEAST, `${width} × ${height}`);
      assert.ok(left >= 0 && right <= page, `from ${left} to ${right} of ${page}`);
    }
  });
}

test('words copied from a release are the words as issued, without signs of the archive', async (t) => {
  const release = await ReleasePage.open(await site.visit(t), FOUNDING);
  const body = release.article.locator('.release-body');
  await body.evaluate((element) => getSelection()?.selectAllChildren(element));
  await release.page.keyboard.press('ControlOrMeta+C');
  const expected = (await release.statements.allInnerTexts()).join('\n\n');
  await eventually(async () => assert.equal((await clipboard(release)).trim(), expected));
});

test('the paper shows no permalinks', async (t) => {
  const release = await ReleasePage.open(await site.visit(t), FOUNDING);
  await release.page.emulateMedia({ media: 'print' });
  assert.equal(await release.article.locator('[data-permalink]:visible').count(), 0);
});
