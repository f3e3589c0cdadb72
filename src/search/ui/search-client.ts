import type { SearchCatalogue } from '../catalogue.ts';
import type { FilterCounts, FilterQuery, Pagefind, PagefindFragment } from './pagefind-types.ts';
import { FACETS, type Facet, type QueryState } from './query-state.ts';
import { rankReleases } from './rank-releases.ts';
import { hasPhrase, type Hit, rankStatements } from './rank-statements.ts';

/** A release that was found. */
export interface FoundRelease {
  url: string;
  title: string;
  date: string;
  office: string;
  notice: string | undefined;
  language: string | undefined;
  /** The first words, for a search without words. */
  opening: string;
  hits: Hit[];
}

/** The answer to a search. Releases come in portions, since each costs a request. */
export interface Answer {
  count: number;
  /** How many releases each value of each facet would leave, the other facets as they are. */
  counts: Record<Facet, Record<string, number>>;
  next: (most: number) => Promise<FoundRelease[]>;
}

/** What a search needs once it is loaded. */
interface Ready {
  pagefind: Pagefind;
  catalogue: SearchCatalogue;
  /** How many releases of the whole archive have each value of each filter. */
  totals: FilterCounts;
}

const OPENING = 40; // words

/** Searches the index of this site. Nothing is fetched before the first search. */
export class SearchClient {
  #folder: string;
  #ready:
    Promise<{ pagefind: Pagefind; catalogue: SearchCatalogue; totals: FilterCounts }> | undefined;

  /** @param folder the address of the folder with the index, with a `/` at its end. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Fetches what a search needs; once, unless it fails. */
  async prepare(): Promise<Ready> {
    this.#ready ??= this.#load().catch((cause: unknown) => {
      this.#ready = undefined; // so that the next try can succeed
      throw cause;
    });
    return this.#ready;
  }

  async #load(): Promise<Ready> {
    const module = `${this.#folder}pagefind.js`; // a plain value: Vite leaves it alone
    const [pagefind, catalogue] = await Promise.all([
      import(/* @vite-ignore */ module) as Promise<Pagefind>,
      fetch(`${this.#folder}catalogue.json`).then(async (response) => {
        if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
        return (await response.json()) as SearchCatalogue;
      }),
    ]);
    await pagefind.init();
    await Promise.all(
      catalogue.shards.map((shard) => pagefind.mergeIndex(`${this.#folder}${shard}/`)),
    );
    return { pagefind, catalogue, totals: await pagefind.filters() };
  }

  /** Searches; an empty state finds every release. */
  async search(state: QueryState): Promise<Answer> {
    const { pagefind, totals } = await this.prepare();
    const term = state.q === '' ? null : state.q;
    const filters = filtersOf(state, totals['day'] ?? {});
    const found = await pagefind.search(term, { filters });
    const phrase = phraseOf(term);
    const exact = phrase === undefined ? found : await pagefind.search(phrase, { filters });
    const counts = await this.#facetCounts(pagefind, term, filters, found.filters);
    const byDay = state.sort !== 'relevance' || term === null; // without words nothing is more relevant
    const next = byDay
      ? portionsByDay(pagefind, term, filters, found.filters['day'] ?? {}, state.sort)
      : portions(rankReleases(found.results, term, exact.results), term);
    return { count: found.results.length, counts, next };
  }

  /** A facet's own choice must not hide its other values: they are counted without it. */
  async #facetCounts(
    pagefind: Pagefind,
    term: string | null,
    filters: FilterQuery,
    found: FilterCounts,
  ): Promise<Answer['counts']> {
    const counts = FACETS.map(async (facet) => {
      if (filters[facet] === undefined) return [facet, found[facet] ?? {}];
      const others = Object.fromEntries(Object.entries(filters).filter(([name]) => name !== facet));
      const { filters: wider } = await pagefind.search(term, { filters: others });
      return [facet, wider[facet] ?? {}];
    });
    return Object.fromEntries(await Promise.all(counts)) as Answer['counts'];
  }
}

/** Pagefind has no ranges: a range of days is all days that there are in it. */
function filtersOf({ facets, from, to }: QueryState, days: Record<string, number>): FilterQuery {
  const filters: FilterQuery = {};
  for (const facet of FACETS) if (facets[facet].length > 0) filters[facet] = { any: facets[facet] };
  if (from !== '' || to !== '') {
    const inRange = Object.keys(days).filter((day) => day >= from && (to === '' || day <= to));
    filters['day'] = { any: inRange.length > 0 ? inRange : ['none'] };
  }
  return filters;
}

type Results = Awaited<ReturnType<Pagefind['search']>>['results'];

function portions(results: Results, term: string | null): Answer['next'] {
  let start = 0;
  return async (most) => {
    const portion = results.slice(start, (start += most));
    const fragments = await Promise.all(portion.map(({ data }) => data()));
    const isJustSo = new Map(fragments.map((one) => [one, hasPhrase(one, term ?? '')]));
    return fragments
      .sort((a, b) => Number(isJustSo.get(b)) - Number(isJustSo.get(a)))
      .map((fragment) => toRelease(fragment, term));
  };
}

/**
 * Releases by date. Pagefind can sort one index, but not several that are merged: so the days that
 * fill a portion are searched alone, and put in order here.
 */
function portionsByDay(
  pagefind: Pagefind,
  term: string | null,
  filters: FilterQuery,
  counts: Record<string, number>,
  sort: QueryState['sort'],
): Answer['next'] {
  const days = Object.keys(counts)
    .filter((day) => (counts[day] ?? 0) > 0)
    .sort();
  if (sort !== 'oldest') days.reverse();
  const waiting: FoundRelease[] = [];
  return async (most) => {
    const chosen: string[] = [];
    let expected = waiting.length;
    while (expected < most && days.length > 0) {
      const day = days.shift() ?? '';
      chosen.push(day);
      expected += counts[day] ?? 0;
    }
    if (chosen.length > 0) {
      const { results } = await pagefind.search(term, {
        filters: { ...filters, day: { any: chosen } },
      });
      const releases = await Promise.all(
        results.map(async ({ data }) => toRelease(await data(), term)),
      );
      const sign = sort === 'oldest' ? 1 : -1;
      releases.sort((a, b) => sign * compare(a.date, b.date) || compare(a.url, b.url));
      waiting.push(...releases);
    }
    return waiting.splice(0, most);
  };
}

/** The phrase that plain words would make; undefined for one word, and where quotation marks say it. */
function phraseOf(term: string | null): string | undefined {
  return term !== null && /\S\s+\S/.test(term) && !term.includes('"') ? `"${term}"` : undefined;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function toRelease(fragment: PagefindFragment, term: string | null): FoundRelease {
  const { title = '', date = '', office = '', notice, language } = fragment.meta;
  const words = fragment.raw_content.split(/\s+/);
  const body = words.slice(fragment.anchors[0]?.location ?? 0);
  return {
    url: fragment.url,
    title,
    date,
    office,
    notice,
    language,
    opening: body.slice(0, OPENING).join(' ') + (body.length > OPENING ? ' …' : ''),
    hits: rankStatements(fragment, term ?? ''),
  };
}
