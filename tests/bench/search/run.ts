import { join } from 'node:path';
import { launchBrowser } from '../../support/browser.ts';
import { runCommand } from '../../support/run-command.ts';
import { Random } from '../identity/random.ts';
import { readSamples } from '../samples.ts';
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
}

/** Statements that are looked for to count requests and bytes, in three ways each. */
const COUNTED = 10;

/**
 * Builds a site, looks in a real browser for statements drawn from it, and tells what was found, and
 * what it cost.
 */
export async function benchSearch(options: SearchBenchOptions): Promise<string> {
  const { contentDir, cacheDir, items: count, seed } = options;
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
  const rows = await measureRecall(page, items, new Whereabouts(releases));
  const step = Math.max(1, Math.floor(items.length / COUNTED));
  const some = items.filter((_, n) => n % step === 0).slice(0, COUNTED);
  const queries = some.flatMap(({ queries }) => [queries.quoted, queries.run, queries.rare]);
  const traffic = await measureTraffic(browser, folder, queries);
  return `${recallTable(rows)}\n\n${TRAFFIC}\n${trafficTable({ ...traffic })}`;
}

const TRAFFIC = `What searches cost in the browser, the middle one of all and in brackets the largest: until the
first results are there, then in all; the longest task of the main thread in milliseconds.`;
