import { statementId } from '../../../src/archive/statement-id.ts';
import { QuotationIndex } from '../../../src/quotation/quotation-index.ts';
import { Random } from '../identity/random.ts';
import { readSamples } from '../samples.ts';
import { QuotationDrawer } from './draw-quotations.ts';
import { measureAnswers, quotesTable } from './measure-answers.ts';

export interface QuotesBenchOptions {
  contentDir: string;
  /** How many releases there may be at most. */
  releases: number;
  /** How many quotations are checked. */
  items: number;
  seed: number;
}

/** Draws quotations of many kinds, has them checked in memory, and reports how they were answered. */
export async function benchQuotes(options: QuotesBenchOptions): Promise<string> {
  const { contentDir, items, seed } = options;
  const samples = await readSamples(contentDir, options.releases);
  const drawn = new QuotationDrawer(samples, new Random(seed)).draw(items);
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
