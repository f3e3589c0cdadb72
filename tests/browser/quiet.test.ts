import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { KINDS } from './pages/kinds.ts';
import { SearchPage } from './pages/search-page.ts';
import { servedSite } from './visitors.ts';

// `visit` sees to it, for every test there is, that a page says nothing on the console (where breaches
// of the Content-Security-Policy are told of as well), asks nothing of other sites and leaves no
// cookie. Here each kind of page is opened, and something more is asked of it.
const site = servedSite();

for (const [kind, address] of Object.entries(KINDS)) {
  test(`nothing fails on ${kind}, and nothing is left behind`, async (t) => {
    const page = await site.visit(t);
    const failed: string[] = [];
    page.on('requestfailed', (request) => failed.push(request.url()));
    page.on('response', (answer) => void (answer.ok() || failed.push(answer.url())));
    await page.goto(address);
    if (address.includes('?q=')) await new SearchPage(page).isAnswered();
    page.removeAllListeners();
    assert.deepEqual(failed, []);
    assert.deepEqual(await unusedFonts(page), []);
    const kept = await page.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }));
    assert.deepEqual(kept, { local: 0, session: 0, workers: 0 });
  });
}

/** Fonts that a page fetches first and then doesn't use: browsers complain, but only after a while. */
function unusedFonts(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    await document.fonts.ready;
    const rules = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules]);
    const sources = rules
      .filter((rule) => rule instanceof CSSFontFaceRule)
      .map(({ style }) => style.getPropertyValue('src'));
    const used = [...document.fonts].map(({ status }, n) => status === 'loaded' && sources[n]);
    const links = document.querySelectorAll<HTMLLinkElement>('link[rel=preload][as=font]');
    return [...links]
      .map(({ href }) => new URL(href).pathname)
      .filter((path) => !used.some((source) => source && source.includes(path)));
  });
}
