import { join } from 'node:path';
import { statementId } from '../../../src/archive/statement-id.ts';
import { QuotationIndex } from '../../../src/quotation/quotation-index.ts';
import { checkQuotation } from '../../../src/quotation/ui/check-quotation.ts';
import { SiteReader } from '../../../src/quotation/ui/site-reader.ts';
import { launchBrowser } from '../../support/browser.ts';
import { runCommand } from '../../support/run-command.ts';
import { serve } from '../../support/static-server.ts';
import { Random } from '../identity/random.ts';
import { readSamples, type Sample } from '../samples.ts';
import { type DrawnQuotation, QuotationDrawer } from './draw-quotations.ts';
import { measureAnswers, quotesTable } from './measure-answers.ts';
import { checksTable, measureChecks } from './quote-traffic.ts';

/** What can be measured: answers of the command and of the page, and what the page costs. */
export const QUOTES_PARTS = ['memory', 'page', 'traffic'] as const;
type QuotesBenchPart = (typeof QUOTES_PARTS)[number];

export interface QuotesBenchOptions {
  contentDir: string;
  cacheDir: string;
  /** How many releases there may be at most. */
  releases: number;
  /** How many quotations are checked. */
  items: number;
  seed: number;
  parts: readonly QuotesBenchPart[];
}

/** Quotations that are checked in a browser to count bytes. */
const COUNTED = 30;

/** Draws quotations of many kinds, has them checked, and reports how they were answered, and what that cost. */
export async function benchQuotes(options: QuotesBenchOptions): Promise<string> {
  const { contentDir, items, seed, parts } = options;
  const samples = await readSamples(contentDir, options.releases);
  const drawn = new QuotationDrawer(samples, new Random(seed)).draw(items);
  const tables: string[] = [];
  if (parts.includes('memory')) tables.push(await inMemory(samples, drawn));
  if (!parts.some((part) => part !== 'memory')) return tables.join('\n\n');
  const folder = await builtSite(options);
  if (parts.includes('page')) {
    const server = await serve(folder);
    try {
      const reader = await SiteReader.open(`${server.url}pagefind/`, `${server.url}quote/`);
      const rows = await measureAnswers(drawn, (quotation) => checkQuotation(quotation, reader));
      tables.push(`As the page finds them:\n${quotesTable(rows)}`);
    } finally {
      await server.close();
    }
  }
  if (parts.includes('traffic')) {
    const browser = await launchBrowser();
    try {
      // The kinds take turns, so that all of them are among the first.
      const quotations = drawn.slice(0, COUNTED).map(({ quotation }) => quotation);
      tables.push(checksTable({ ...(await measureChecks(browser, folder, quotations)) }));
    } finally {
      await browser.close();
    }
  }
  return tables.join('\n\n');
}

async function inMemory(samples: readonly Sample[], drawn: readonly DrawnQuotation[]) {
  const sources = samples.map(({ id, statements }) => ({
    release: id,
    url: `/${id}/`,
    statements,
  }));
  const start = performance.now();
  const index = new QuotationIndex(sources, statementId);
  const indexed = performance.now();
  const rows = await measureAnswers(drawn, (quotation) => index.answer(quotation));
  const each = (performance.now() - indexed) / Math.max(1, drawn.length);
  const seconds = ((indexed - start) / 1000).toFixed(1);
  return `${quotesTable(rows)}\n\nIndexed in ${seconds} s, answered in ${each.toFixed(0)} ms a quotation`;
}

async function builtSite({ contentDir, cacheDir, releases }: QuotesBenchOptions): Promise<string> {
  const folder = join(cacheDir, 'bench', `site-${releases}`);
  const { status, stderr } = await runCommand('build', [], {
    CONTENT_DIR: contentDir,
    OUT_DIR: folder,
    CACHE_DIR: join(cacheDir, 'bench', 'cache'),
  });
  if (status !== 0) throw new Error(stderr);
  return folder;
}
