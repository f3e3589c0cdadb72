import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { before, test } from 'node:test';
import type Axe from 'axe-core';
import type { Page } from 'playwright-core';
import { EDITED, editedArchive, GONE } from '../support/edited-archive.ts';
import { KINDS } from './pages/kinds.ts';
import { addressOf } from './pages/release-page.ts';
import { SearchPage } from './pages/search-page.ts';
import { servedSite } from './visitors.ts';

const site = servedSite(async () => ({ content: await editedArchive() }));

const ALL = {
  ...KINDS,
  'a release edited since it was recorded': addressOf(EDITED),
  'a release that is gone': addressOf(GONE),
};

/** Widths in CSS pixels. 320 is what WCAG 2.2, 1.4.10, asks for; 640 a usual screen at 200 %. */
const WIDTHS = [320, 360, 640, 768, 1280, 1920];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
let axe = '';

before(async () => {
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
});

// `visit` sees to it, here as in every test there is, that a page says nothing on the console (where
// breaches of the Content-Security-Policy are reported as well), asks nothing of other sites and leaves
// no cookie.
for (const [kind, address] of Object.entries(ALL)) {
  test(kind, async (t) => {
    const page = await site.visit(t);
    const failed: string[] = [];
    page.on('requestfailed', (request) => failed.push(request.url()));
    page.on('response', (answer) => void (answer.ok() || failed.push(answer.url())));
    await page.goto(address);
    if (address.includes('?q=')) {
      const search = new SearchPage(page);
      await search.isAnswered();
      await search.showAllValues();
    }
    page.removeAllListeners();

    await t.test(`nothing fails on ${kind}, and nothing is left behind`, async () => {
      assert.deepEqual(failed, []);
      assert.deepEqual(await unusedPreloads(page), []);
      const stored = await page.evaluate(async () => ({
        local: localStorage.length,
        session: sessionStorage.length,
        workers: (await navigator.serviceWorker.getRegistrations()).length,
      }));
      assert.deepEqual(stored, { local: 0, session: 0, workers: 0 });
    });

    await t.test(`${kind} fits into every width, without scrolling to the side`, async () => {
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: width < 700 ? 700 : 900 });
        assert.deepEqual(await whatSticksOut(page), [], `at ${width} pixels`);
      }
    });

    await t.test(`axe finds no barrier on ${kind}, in any size and by day and night`, async () => {
      await page.evaluate(axe);
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          assert.deepEqual(await violations(page), [], `${width} pixels, ${colorScheme}`);
        }
      }
    });
  });
}

/** What a page fetches first, fonts it be, and then doesn't use: browsers complain, but after a while. */
function unusedPreloads(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    await document.fonts.ready;
    const rules = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules]);
    const sources = rules
      .filter((rule) => rule instanceof CSSFontFaceRule)
      .map(({ style }) => style.getPropertyValue('src'));
    const used = [...document.fonts].map(({ status }, n) => status === 'loaded' && sources[n]);
    const links = document.querySelectorAll<HTMLLinkElement>('link[rel=preload]');
    const unused = (path: string) => !used.some((source) => source && source.includes(path));
    // What a script asks for in another way than the preload is fetched a second time.
    const isAskedTwice = (href: string) => performance.getEntriesByName(href).length !== 1;
    return [...links]
      .filter(({ as, href }) =>
        as === 'font' ? unused(new URL(href).pathname) : as !== 'fetch' || isAskedTwice(href),
      )
      .map(({ href }) => href);
  });
}

/** What is wider than the window, unless it scrolls by itself as a wide table may. */
function whatSticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > width,
    );
    return ['the page', ...wide.map((element) => element.outerHTML.slice(0, 120))];
  });
}

/** Every rule with one of the tags, those included that axe leaves out unless asked. */
async function violations(page: Page): Promise<string[]> {
  const found = await page.evaluate(async (tags) => {
    const { axe } = window as unknown as { axe: typeof Axe };
    const rules = axe.getRules(tags).map(({ ruleId }) => [ruleId, { enabled: true }]);
    const options: Axe.RunOptions = {
      runOnly: { type: 'tag', values: tags },
      rules: Object.fromEntries(rules) as Axe.RuleObject,
      resultTypes: ['violations'],
    };
    return axe.run(options);
  }, TAGS);
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n${html}\n${failureSummary}`),
  );
}
