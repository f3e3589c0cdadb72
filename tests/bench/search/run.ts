import { join } from 'node:path';
import { launchBrowser } from '../../support/browser.ts';
import { runCommand } from '../../support/run-command.ts';
import { Random } from '../identity/random.ts';
import { readSamples } from '../samples.ts';
import { readTexts } from './grep.ts';
import { measureRealQueries, realTable } from './real-bench.ts';
import { drawRealQueries } from './real-queries.ts';
import { measureRecall, openSearch, recallTable } from './bench.ts';
import { drawKnownItems, Whereabouts } from './known-items.ts';
import { serveIndex } from './served-index.ts';
import { measureTraffic, trafficTable } from './traffic.ts';

export interface SearchBenchOptions {
  contentDir: string;
  cacheDir: string;
  /** How many releases there may be at most. */
  releases: number;
  /** How many statements are looked for. */
  items: number;
  seed: number;
  parts: readonly SearchBenchPart[];
}

/** What can be measured: finding known statements, answering real queries, bytes and requests. */
export const SEARCH_PARTS = ['known', 'real', 'traffic'] as const;
type SearchBenchPart = (typeof SEARCH_PARTS)[number];

/** Statements that are looked for to count requests and bytes, in three ways each. */
const COUNTED = 10;

/**
 * Builds a site, looks in a real browser for statements drawn from it and for what people type, and
 * reports what was found, and what it cost.
 */
export async function benchSearch(options: SearchBenchOptions): Promise<string> {
  const { contentDir, cacheDir, items: count, seed, parts } = options;
  const folder = join(cacheDir, 'bench', `site-${options.releases}`);
  const environment = {
    CONTENT_DIR: contentDir,
    OUT_DIR: folder,
    CACHE_DIR: join(cacheDir, 'bench', 'cache'),
  };
  const { status, stderr } = await runCommand('build', [], environment);
  if (status !== 0) throw new Error(stderr);

  const releases = await readSamples(contentDir, options.releases);
  const items = drawKnownItems(releases, count, new Random(seed));
  await using opened = new AsyncDisposableStack();
  const browser = opened.adopt(await launchBrowser(), (one) => one.close());
  const served = opened.adopt(await serveIndex(folder), (one) => one.close());
  const page = await openSearch(browser, served);
  const tables: string[] = [];
  if (parts.includes('known')) {
    tables.push(recallTable(await measureRecall(page, items, new Whereabouts(releases))));
  }
  if (parts.includes('real')) {
    const queries = drawRealQueries(await readTexts(contentDir), new Random(seed));
    tables.push(realTable(await measureRealQueries(page, queries)));
  }
  if (parts.includes('traffic')) {
    const step = Math.max(1, Math.floor(items.length / COUNTED));
    const some = items.filter((_, n) => n % step === 0).slice(0, COUNTED);
    const queries = some.flatMap(({ queries }) => [queries.quoted, queries.run, queries.rare]);
    const traffic = await measureTraffic(browser, folder, queries);
    tables.push(`${TRAFFIC}\n${trafficTable({ ...traffic })}`);
  }
  return tables.join('\n\n');
}

const TRAFFIC = `What searches cost in the browser, the middle one of all and in brackets the largest: until the
first results are there, then in all; chain is how many requests follow each other, each made when the one before
was answered; the longest task of the main thread in milliseconds. Cold is a first visit; warm is a page on which
other searches were made before.`;
