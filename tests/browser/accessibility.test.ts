import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { before, test } from 'node:test';
import type Axe from 'axe-core';
import type { Page } from 'playwright-core';
import { KINDS } from './pages/kinds.ts';
import { SearchPage } from './pages/search-page.ts';
import { servedSite } from './visitors.ts';

const site = servedSite();
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
let source = '';

before(async () => {
  source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
});

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

for (const [kind, address] of Object.entries(KINDS)) {
  test(`axe finds no barrier on ${kind}, in any size and by day and night`, async (t) => {
    const page = await site.visit(t);
    await page.goto(address);
    if (address.includes('?q=')) {
      const search = new SearchPage(page);
      await search.isAnswered();
      await search.showAllValues();
    }
    await page.evaluate(source);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        assert.deepEqual(await violations(page), [], `${width} pixels, ${colorScheme}`);
      }
    }
  });
}
