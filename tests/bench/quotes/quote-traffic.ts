import type { Browser, Page } from 'playwright-core';
import { CountingSite } from '../search/traffic.ts';

/** What a check of a quotation costs its reader. */
interface CheckCost {
  bytes: number;
  milliseconds: number;
}

/**
 * Measures checks in a browser: each once with nothing in the browser's cache, page and fonts included, then all of
 * them on one page, one after the other. @param folder of a built site.
 */
export async function measureChecks(
  browser: Browser,
  folder: string,
  quotations: readonly string[],
): Promise<{ cold: CheckCost[]; warm: CheckCost[] }> {
  const site = await CountingSite.open(folder);
  try {
    const cold: CheckCost[] = [];
    for (const quotation of quotations) {
      const page = await (await browser.newContext()).newPage();
      const address = `${site.url}quote/#${new URLSearchParams({ q: quotation })}`;
      cold.push(await costOf(page, site, () => page.goto(address, { waitUntil: 'commit' })));
      await page.context().close();
    }
    const page = await (await browser.newContext()).newPage();
    const first = `${site.url}quote/#${new URLSearchParams({ q: 'a first quotation of five words' })}`;
    await costOf(page, site, () => page.goto(first));
    const warm: CheckCost[] = [];
    for (const quotation of quotations) {
      const ask = async () => {
        await page.fill('textarea', quotation);
        await page.click('quote-check button');
      };
      warm.push(await costOf(page, site, ask));
    }
    await page.context().close();
    return { cold, warm };
  } finally {
    await site.close();
  }
}

async function costOf(page: Page, site: CountingSite, ask: () => Promise<unknown>) {
  site.reset();
  await page.evaluate(() => document.querySelector('quote-check')?.removeAttribute('data-answer'));
  const start = performance.now();
  await ask();
  await page.waitForSelector('quote-check[data-answer]', { state: 'attached' });
  const milliseconds = performance.now() - start;
  await site.quiet();
  return { bytes: site.taken().bytes, milliseconds };
}

/** A table for people: of each number the middle one and the largest. */
export function checksTable(kinds: Record<string, readonly CheckCost[]>): string {
  const lines = Object.entries(kinds).map(([kind, costs]) =>
    [
      kind.padEnd(6),
      String(costs.length).padStart(10),
      spread(costs.map(({ bytes }) => bytes / 1000)).padStart(14),
      spread(costs.map(({ milliseconds }) => milliseconds)).padStart(14),
    ].join(''),
  );
  return [
    `${' '.repeat(6)}${'checks'.padStart(10)}${'kB'.padStart(14)}${'ms'.padStart(14)}`,
    ...lines,
  ].join('\n');
}

function spread(numbers: readonly number[]): string {
  const sorted = numbers.map(Math.round).sort((a, b) => a - b);
  return `${sorted[Math.floor(sorted.length / 2)] ?? 0} (${sorted.at(-1) ?? 0})`;
}
