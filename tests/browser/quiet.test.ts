import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KINDS } from './pages/kinds.ts';
import { SearchPage } from './pages/search-page.ts';
import { servedSite } from './visitors.ts';

// That a page says nothing on the console, asks nothing of other sites and leaves no cookie is looked
// after in `visit`, for every test there is. Here each kind of page is opened, and what is stricter
// than that is asked of it.
const site = servedSite();

for (const [kind, address] of Object.entries(KINDS)) {
  test(`nothing fails on ${kind}, and nothing is left behind`, async (t) => {
    const page = await site.visit(t);
    const failed: string[] = [];
    page.on('requestfailed', (request) => failed.push(request.url()));
    page.on('response', (answer) => void (answer.ok() || failed.push(answer.url())));
    await page.addInitScript(() => {
      const violations: string[] = [];
      Object.assign(window, { violations });
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        violations.push(`${violatedDirective}: ${blockedURI}`);
      });
    });
    await page.goto(address);
    if (address.includes('?q=')) await new SearchPage(page).isAnswered();
    assert.deepEqual(failed, []);
    assert.deepEqual(
      await page.evaluate(() => (window as { violations?: string[] }).violations),
      [],
    );
    const kept = await page.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }));
    assert.deepEqual(kept, { local: 0, session: 0, workers: 0 });
    page.removeAllListeners();
  });
}

test('every page has a policy that allows nothing of other sites', async (t) => {
  const page = await site.visit(t);
  for (const address of Object.values(KINDS)) {
    await page.goto(address);
    const policy = await page
      .locator('meta[http-equiv="content-security-policy" i]')
      .getAttribute('content');
    assert.match(policy ?? '', /default-src 'none'/, address);
    assert.doesNotMatch(policy ?? '', /https?:|unsafe-inline|'unsafe-eval'|\*/, address);
  }
});
