import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { addressOf, FOUNDING, ReleasePage } from './pages/release-page.ts';
import { servedSite } from './visitors.ts';

const site = servedSite();
const WITH_PICTURE = '2019-05-14-ten-years-of-tide-gauge-readings';

for (const { kind, address } of [
  { kind: 'the front page', address: './' },
  { kind: 'a list', address: './releases/' },
  { kind: 'a release', address: addressOf(FOUNDING) },
  { kind: 'a release with a picture', address: addressOf(WITH_PICTURE) },
  { kind: 'the search', address: './search/' },
]) {
  test(`nothing jumps on ${kind}, however late fonts and scripts come`, async (t) => {
    const page = await site.visit(t);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const { promise: painted, resolve: letThemCome } = Promise.withResolvers<undefined>();
      await page.route(/\.(?:woff2|js)$/, async (route) => {
        await painted;
        await route.continue();
      });
      await page.goto(address, { waitUntil: 'commit' });
      await page.waitForFunction(() => performance.getEntriesByType('paint').length > 0);
      letThemCome(undefined);
      await page.waitForLoadState();
      assert.equal(await shifts(page), 0, `at ${width} pixels`);
      await page.unrouteAll();
    }
  });
}

/** How far things have jumped when all of the page is there: the sum by which browsers measure it. */
function shifts(page: Page): Promise<number> {
  return page.evaluate(async () => {
    await document.fonts.ready;
    scrollTo(0, document.body.scrollHeight); // pictures come as one nears them
    await Promise.all([...document.images].map((image) => image.decode()));
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    const observer = new PerformanceObserver(() => undefined);
    observer.observe({ type: 'layout-shift', buffered: true });
    const entries = observer.takeRecords() as (PerformanceEntry & { value: number })[];
    return entries.reduce((sum, { value }) => sum + value, 0);
  });
}

test('the paper has the release, its day and its address, and nothing to click', async (t) => {
  const release = await ReleasePage.open(await site.visit(t), FOUNDING);
  await release.page.emulateMedia({ media: 'print' });
  const seen = await release.page.locator('body').innerText();
  assert.match(seen, /This clear violation of the MOUs/);
  assert.match(seen, /roseryn\.bhudsabourg@asm\.ca\.gov/);
  const address =
    'https://press.example.org/releases/2017/11/22/kalra-denounces-actions-of-federal-immigration-officials/';
  assert.ok(seen.includes(`On the Record, November 22, 2017, ${address}`));
  assert.doesNotMatch(seen, /From the same office|Skip to main content|What this archive promises/);
  assert.doesNotMatch(seen, /^Speakers$/m);
});

test('paper has the id of each statement in the margin, where links lead, and the day of retrieval', async (t) => {
  const page = await site.visit(t);
  const release = await ReleasePage.open(page, FOUNDING);
  await page.emulateMedia({ media: 'print' });
  const ids = await release.statements.evaluateAll((all) =>
    all.map((one) => {
      const { content, position } = getComputedStyle(one, '::before');
      return [one.id, content, position];
    }),
  );
  assert.ok(ids.length > 3);
  for (const [id, content, position] of ids)
    assert.deepEqual([content, position], [`"${id}"`, 'absolute']);
  const [body, first] = await Promise.all([
    page.locator('.release-body').boundingBox(),
    release.statements.first().boundingBox(),
  ]);
  assert.ok(body && first && first.x - body.x > 80, 'the ids have room beside the text');
  const targets = await page
    .locator('.release-body a[href^="http"]')
    .evaluateAll((all) => all.map((one) => getComputedStyle(one, '::after').content));
  for (const target of targets) assert.match(target, /http/);
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  const foot = await page.locator('.print-source').innerText();
  const response = await page.request.get(`${page.url()}release.json`);
  const { digest } = (await response.json()) as { digest: string };
  assert.ok(foot.includes(`Retrieved ${today()}.`), foot);
  assert.ok(foot.endsWith(`Version ${digest}`), foot);
});

const today = () => new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format(new Date());

test('each page has its address and the day of retrieval on paper, a search what was searched for', async (t) => {
  const page = await site.visit(t);
  for (const [path, shown] of [
    ['offices/senator-sample/', 'offices/senator-sample/'],
    ['search/?q=tide+gauges&year=2017', 'search/?q=tide+gauges&year=2017'],
    ['quote/#q=The+lamp+is+lit', 'quote/#q=The+lamp+is+lit'],
  ] as const) {
    await page.goto(`./${path}`);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    const foot = await page.locator('.print-source').innerText();
    assert.equal(
      foot.trim(),
      `On the Record, https://press.example.org/${shown} Retrieved ${today()}.`,
    );
  }
});

test('paper has all of a table and of code, and nothing that scrolls', async (t) => {
  const page = await site.visit(t, { viewport: { width: 320, height: 700 } });
  await page.emulateMedia({ media: 'print' });
  for (const path of ['releases/2021/10/20/how-to-apply-for-tool-library-grants/', 'data/']) {
    await page.goto(`./${path}`);
    assert.ok((await page.locator('table, pre').count()) > 0);
    const clipped = await page.locator('main *').evaluateAll((all) =>
      all
        .filter((one) => one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1)
        .filter((one) => getComputedStyle(one).overflowX !== 'visible')
        .map((one) => one.outerHTML.slice(0, 80)),
    );
    assert.deepEqual(clipped, []);
  }
});

test('in the dark a page is dark, and on paper it is not', async (t) => {
  const page = await site.visit(t, { colorScheme: 'dark' });
  await page.goto('./');
  const lightness = () =>
    page.evaluate(() => {
      const [, red = '0'] = /(\d+)/.exec(getComputedStyle(document.body).backgroundColor) ?? [];
      return Number(red);
    });
  assert.ok((await lightness()) < 60);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const ink = await page.evaluate(() => getComputedStyle(document.body).color);
  assert.match(ink, /^rgb\([0-5]?\d, /);
});

test('no field has letters so small that a telephone zooms in on it', async (t) => {
  const page = await site.visit(t);
  for (const address of ['./', './search/', './quote/', './collection/']) {
    await page.goto(address);
    const fields = page.locator('input:not([type=checkbox]), select, textarea');
    const sizes = await fields.evaluateAll((all) =>
      all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
    );
    assert.ok(sizes.length > 0, `${address} has fields`);
    assert.ok(Math.min(...sizes) >= 16, `${address}: ${sizes.join(', ')} pixels`);
  }
});

test('the bars of many years end where the list below them ends', async (t) => {
  const page = await site.visit(t);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('./topics/public-libraries/');
  const [bars, list] = await Promise.all(
    ['.bars > :last-child', '.release-list'].map((one) => page.locator(one).first().boundingBox()),
  );
  assert.ok(bars && list);
  assert.ok(Math.abs(bars.x + bars.width - (list.x + list.width)) < 1);
});

test('the examples of /data/ have all of a wide page, and move in their frame on a small one', async (t) => {
  const page = await site.visit(t);
  await page.goto('./data/');
  const examples = page.locator('.prose pre');
  await page.setViewportSize({ width: 1280, height: 800 });
  const [example, foot] = await Promise.all(
    [examples.first(), page.locator('.colophon')].map((one) => one.boundingBox()),
  );
  assert.equal(example?.width, foot?.width);
  await page.setViewportSize({ width: 360, height: 800 });
  const hidden = await examples.evaluateAll((all) =>
    all.map((one) => one.scrollWidth - one.clientWidth),
  );
  assert.ok(Math.max(...hidden) > 0);
});
