import type { Browser, Page } from 'playwright-core';
import { serve, type Server } from '../../support/static-server.ts';
import { RequestLog } from './request-chain.ts';

/** What a search costs its reader. */
export interface Cost {
  query: string;
  /** Until the first results are on the page. */
  first: { requests: number; bytes: number; chain: number; milliseconds: number };
  /** Until nothing more is fetched: all results of the first page, and the filters. */
  all: { requests: number; bytes: number; chain: number };
  /** The requests of the longest chain, each made when the one before was answered. */
  chain: string[];
  /** The longest that the page could not answer to its reader, in milliseconds; 0 if below 50. */
  longestTask: number;
}

/** How long nothing must be fetched until all is there, in milliseconds. */
const QUIET = 700;
/** How long each answer takes at least, in milliseconds: so it shows which request waits for which. */
const DELAY = 60;

/** A built site as a host serves it, which counts what it sends. */
export class CountingSite {
  readonly #server: Server;
  #sent: number[] = [];
  #last = 0;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async open(folder: string): Promise<CountingSite> {
    const onSent = (_: string, bytes: number) => {
      site.#sent.push(bytes);
      site.#last = performance.now();
    };
    const site: CountingSite = new CountingSite(
      await serve(folder, '/', { isPacking: true, onSent, delay: DELAY }),
    );
    return site;
  }

  get url() {
    return this.#server.url;
  }

  reset() {
    this.#sent = [];
  }

  taken() {
    return { requests: this.#sent.length, bytes: this.#sent.reduce((sum, one) => sum + one, 0) };
  }

  async quiet() {
    while (performance.now() - this.#last < QUIET) {
      await new Promise((resolve) => setTimeout(resolve, QUIET / 5));
    }
  }

  close() {
    return this.#server.close();
  }
}

/**
 * Measures searches in a browser: each once with nothing in the browser's cache, then all of them one
 * after the other on one page, which so has the search's own files, and the parts of the index that
 * searches before have fetched.
 * @param folder of a built site.
 */
export async function measureTraffic(
  browser: Browser,
  folder: string,
  queries: readonly string[],
): Promise<{ cold: Cost[]; warm: Cost[] }> {
  const site = await CountingSite.open(folder);
  try {
    const cold: Cost[] = [];
    for (const query of queries) {
      const opened = await newPage(browser);
      const { page } = opened;
      const address = `${site.url}search/?${new URLSearchParams({ q: query })}`;
      const ask = () => page.goto(address, { waitUntil: 'commit' });
      cold.push(await costOf(opened, site, query, ask));
      await page.context().close();
    }
    const opened = await newPage(browser);
    const { page } = opened;
    await costOf(opened, site, '', async () => {
      await page.goto(`${site.url}search/?q=press`);
    });
    const warm: Cost[] = [];
    for (const query of queries) {
      const ask = async () => {
        await page.fill('input[name=q]', query);
        await page.press('input[name=q]', 'Enter');
      };
      warm.push(await costOf(opened, site, query, ask));
    }
    await page.context().close();
    return { cold, warm };
  } finally {
    await site.close();
  }
}

interface LoggedPage {
  page: Page;
  log: RequestLog;
}

async function newPage(browser: Browser): Promise<LoggedPage> {
  const page = await (await browser.newContext()).newPage();
  await page.addInitScript(() => {
    const shared = globalThis as { tasks?: number[] };
    shared.tasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) shared.tasks?.push(duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  return { page, log: new RequestLog(page) };
}

async function costOf(
  { page, log }: LoggedPage,
  site: CountingSite,
  query: string,
  ask: () => Promise<unknown>,
): Promise<Cost> {
  site.reset();
  await page.evaluate(() => {
    const status = document.querySelector('[role=status]');
    if (status) status.textContent = '';
    (globalThis as { tasks?: number[] }).tasks = [];
  });
  log.reset();
  const start = performance.now();
  await ask();
  await page.waitForFunction(
    () => /found/.test(document.querySelector('[role=status]')?.textContent ?? ''),
    undefined,
    { polling: 10 },
  );
  const milliseconds = performance.now() - start;
  const first = { ...site.taken(), chain: log.chain().length, milliseconds };
  await site.quiet();
  const longestTask = await page.evaluate(() =>
    Math.max(0, ...((globalThis as { tasks?: number[] }).tasks ?? [])),
  );
  const chain = log.chain();
  return { query, first, all: { ...site.taken(), chain: chain.length }, chain, longestTask };
}

/** A table of what searches cost, for people: of each number the middle one and the largest. */
export function trafficTable(kinds: Record<string, readonly Cost[]>): string {
  const head = ['', 'searches', 'requests', 'kB', 'chain', 'ms', 'in all', 'kB', 'chain', 'task'];
  const lines = Object.entries(kinds).map(([kind, costs]) => [
    kind,
    String(costs.length),
    spread(costs.map(({ first }) => first.requests)),
    spread(costs.map(({ first }) => first.bytes / 1000)),
    spread(costs.map(({ first }) => first.chain)),
    spread(costs.map(({ first }) => first.milliseconds)),
    spread(costs.map(({ all }) => all.requests)),
    spread(costs.map(({ all }) => all.bytes / 1000)),
    spread(costs.map(({ all }) => all.chain)),
    spread(costs.map(({ longestTask }) => longestTask)),
  ]);
  const table = [head, ...lines]
    .map((line) => line.map((cell) => cell.padStart(10)).join('  '))
    .join('\n');
  const [longest] = Object.values(kinds)
    .flat()
    .sort((a, b) => b.chain.length - a.chain.length);
  return `${table}\n\nThe longest chain (${longest?.query}):\n  ${longest?.chain.join('\n  ')}`;
}

/** The middle number and the largest. */
function spread(numbers: readonly number[]): string {
  const sorted = numbers.map(Math.round).sort((a, b) => a - b);
  return `${sorted[Math.floor(sorted.length / 2)] ?? 0} (${sorted.at(-1) ?? 0})`;
}
