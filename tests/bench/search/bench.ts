import type { Browser, Page } from 'playwright-core';
import type { SearchClient } from '../../../src/search/ui/search-client.ts';
import type { KnownItem, QueryKind, Whereabouts } from './known-items.ts';
import type { ServedIndex } from './served-index.ts';

/** What a search answered first: the release and its best statement. */
interface First {
  url: string;
  hit: string | undefined;
}

export interface Recall {
  kind: QueryKind;
  asked: number;
  /** Among the first 1, 3 and 10 the drawn release, or one in which the same words appear in a row. */
  at: Record<1 | 3 | 10, number>;
  /** The same for the drawn release alone. */
  drawnAt: Record<1 | 3 | 10, number>;
  /** Of those found among the ten: the statement shown first is the right one. */
  statements: number;
}

const DEPTHS = [1, 3, 10] as const;
const KINDS: QueryKind[] = ['quoted', 'run', 'rare'];

/** Opens a page in which searches can be made. */
export async function openSearch(browser: Browser, { url }: ServedIndex): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(url);
  return page;
}

/** Searches for each item in each of the ways in which one half remembers it. */
export async function measureRecall(
  page: Page,
  items: readonly KnownItem[],
  whereabouts: Whereabouts,
): Promise<Recall[]> {
  const rows: Recall[] = [];
  for (const kind of KINDS) {
    const row: Recall = {
      kind,
      asked: 0,
      at: { 1: 0, 3: 0, 10: 0 },
      drawnAt: { 1: 0, 3: 0, 10: 0 },
      statements: 0,
    };
    for (const item of items) {
      const { firsts } = await search(page, item.queries[kind]);
      const drawn = `${item.release} ${item.statement}`;
      // What appears word for word in several statements is right in each.
      const right = whereabouts.of(kind === 'rare' ? item.text : item.queries.run);
      const releases = new Set([...right, drawn].map((place) => place.split(' ')[0]));
      const ids = firsts.map(({ url }) => idOf(url));
      row.asked++;
      for (const depth of DEPTHS) {
        if (ids.slice(0, depth).some((id) => releases.has(id))) row.at[depth]++;
        if (ids.slice(0, depth).includes(item.release)) row.drawnAt[depth]++;
      }
      const found = firsts.find(({ url }) => releases.has(idOf(url)));
      if (found && right.has(`${idOf(found.url)} ${found.hit}`)) row.statements++;
    }
    rows.push(row);
  }
  return rows;
}

/** The id of a release, by its address. */
export const idOf = (url: string) => {
  const [, , year, month, day, slug] = url.split('/');
  return `${year}-${month}-${day}-${slug}`;
};

/** What a search answered. */
interface Answered {
  count: number;
  /** The first ten releases. */
  firsts: First[];
  /** The words of which the answer says that no release has them. */
  said: readonly string[];
}

/** Searches in a page that `openSearch` has opened. */
export async function search(page: Page, query: string): Promise<Answered> {
  return page.evaluate(async (q) => {
    const shared = globalThis as { client?: SearchClient };
    if (shared.client === undefined) {
      const path = '/src/search/ui/search-client.ts';
      const module = (await import(path)) as { SearchClient: typeof SearchClient };
      shared.client = new module.SearchClient('/pagefind/');
    }
    const facets = {
      office: [],
      caucus: [],
      topic: [],
      speaker: [],
      bill: [],
      year: [],
      language: [],
    };
    const state = { q, facets, from: '', to: '', sort: 'relevance', asWords: false } as const;
    const answer = await shared.client.search(state);
    const releases = await answer.next();
    if (releases.length < 10) releases.push(...(await answer.next()));
    const { unknown = [] } = answer as { unknown?: string[] };
    const firsts = releases.map(({ url, hits }) => ({ url, hit: hits[0]?.id }));
    return { count: answer.count, firsts, said: unknown };
  }, query);
}

const percent = (part: number, whole: number) =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;

/** A table of what was found, for people. */
export function recallTable(rows: readonly Recall[]): string {
  const head = [
    'query',
    'asked',
    'at 1',
    'at 3',
    'at 10',
    'drawn at 1',
    'at 3',
    'at 10',
    'statement',
  ];
  const lines = rows.map(({ kind, asked, at, drawnAt, statements }) => [
    kind,
    String(asked),
    ...DEPTHS.map((depth) => percent(at[depth], asked)),
    ...DEPTHS.map((depth) => percent(drawnAt[depth], asked)),
    percent(statements, at[10]),
  ]);
  return [head, ...lines]
    .map((line) => line.map((cell) => cell.padStart(10)).join('  '))
    .join('\n');
}
