import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FOUNDING, GUIDE, ReleasePage } from './pages/release-page.ts';
import { servedSite } from './visitors.ts';

const site = servedSite();

test('the keyboard comes to the press contact of a long release, and to citing it, by its first links', async (t) => {
  const { page, contact, article } = await ReleasePage.open(await site.visit(t), GUIDE);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  assert.equal(await page.locator(':focus').innerText(), 'Skip to the press contact');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.equal(await contact.locator('a:focus').count(), 1);

  await ReleasePage.open(page, GUIDE); // without the fragment, from which another browser would go on
  for (const name of [
    'Skip to main content',
    'Skip to the press contact',
    'Skip to how to cite it',
  ]) {
    await page.keyboard.press('Tab');
    const link = page.locator(':focus');
    assert.equal(await link.innerText(), name);
    const box = await link.boundingBox();
    assert.ok(box && box.y >= 0 && box.x >= 0, `${name} is out of sight`);
  }
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.equal(await article.locator('.cite-this :is(a, button):focus').count(), 1);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`what a search box asks for can be read, ${colorScheme}`, async (t) => {
    const page = await site.visit(t, { colorScheme });
    await page.goto('/search/');
    const ratio = await page.locator('input[type=search]').evaluate((box) => {
      const canvas = document
        .createElement('canvas')
        .getContext('2d', { willReadFrequently: true });
      if (canvas === null) return 0;
      /** Relative luminance by WCAG 2.2. */
      const luminance = (color: string) => {
        canvas.fillStyle = color;
        canvas.fillRect(0, 0, 1, 1);
        const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data]
          .map((value) => value / 255)
          .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const [dark = 0, light = 0] = [
        luminance(getComputedStyle(box, '::placeholder').color),
        luminance(getComputedStyle(box).backgroundColor),
      ].sort((a, b) => a - b);
      return (light + 0.05) / (dark + 0.05);
    });
    assert.ok(ratio >= 4.5, `${ratio}`);
  });
}

test('each style of citation can be chosen on the line of its name', async (t) => {
  const { page, article } = await ReleasePage.open(await site.visit(t), FOUNDING);
  await article.getByRole('button', { name: 'APA, Chicago, MLA…' }).click();
  const labels = page.getByRole('dialog').locator('label', { has: page.locator('[type=radio]') });
  await labels.first().waitFor();
  const heights = await labels.evaluateAll((all) =>
    all.map((label) => {
      const line = label.getBoundingClientRect();
      const radio = label.querySelector('input')?.getBoundingClientRect();
      if (radio === undefined) return Infinity;
      return Math.abs((line.top + line.bottom) / 2 - (radio.top + radio.bottom) / 2);
    }),
  );
  assert.ok(heights.length >= 3);
  for (const apart of heights) assert.ok(apart < 2, `${apart} px apart`);
  const boxes = await labels.evaluateAll((all) =>
    all.map((label) => label.getBoundingClientRect().height),
  );
  for (const height of boxes) assert.ok(height >= 24 && height < 40, `${height} px high`);
});
