import { byKey } from '../by-key.ts';
import type { SearchCatalogue } from '../catalogue.ts';
import { decodeVocabulary, type Vocabulary } from '../vocabulary.ts';
import type { CommonWords } from './common-words.ts';
import { findReleases } from './find-releases.ts';
import { hasFilter, filterReleases, type SearchFilter, type Tally } from './filter-releases.ts';
import type { Pagefind, PagefindResult } from '../pagefind-format/browser.ts';
import { type FoundRelease, resultBatches } from './result-batches.ts';
import { type ParsedQuery, parseQuery } from './query-language.ts';
import { FACETS, type QueryState } from './query-state.ts';
import { ReleaseRows, unpack } from './release-rows.ts';

/** The answer to a search. Releases come in batches, since each costs a request. */
export interface Answer {
  count: number;
  /** What was understood of the words that were typed. */
  query: ParsedQuery;
  /** Words that almost every release has: they decide the order, but are not required. */
  ignored: string[];
  next: () => Promise<FoundRelease[]>;
  /** How many releases other choices would leave. */
  tally: () => Promise<Tally>;
}

interface LoadedIndex {
  pagefind: Pagefind;
  catalogue: SearchCatalogue;
  common: CommonWords;
}

/** Of the releases that have the words of a search: where they are in the table, and which are left. */
interface Filtered extends Tally {
  places: Int32Array;
  isLeft: Uint8Array;
}

/** Searches the index of this site. Nothing is fetched before the first search. */
export class SearchClient {
  readonly #folder: string;
  #index: Promise<LoadedIndex> | undefined;
  #rows: Promise<ReleaseRows> | undefined;
  #vocabulary: Promise<Vocabulary> | undefined;

  /** @param folder the address of the folder with the index, with a `/` at its end. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The table of releases, which is fetched when it is first needed. */
  rows(): Promise<ReleaseRows> {
    this.#rows ??= this.#loadIndex()
      .then(({ catalogue, pagefind }) => ReleaseRows.load(this.#folder, catalogue, pagefind))
      .catch((cause: unknown) => {
        this.#rows = undefined; // so that the next try can succeed
        throw cause;
      });
    return this.#rows;
  }

  /** The words of the archive, which are needed only where nothing was found. */
  vocabulary(): Promise<Vocabulary> {
    this.#vocabulary ??= this.#loadIndex()
      .then(({ catalogue }) => unpack(this.#folder + catalogue.vocabulary))
      .then(decodeVocabulary)
      .catch((cause: unknown) => {
        this.#vocabulary = undefined;
        throw cause;
      });
    return this.#vocabulary;
  }

  /** Fetches what every search needs; once, unless it fails. */
  #loadIndex() {
    this.#index ??= this.#load().catch((cause: unknown) => {
      this.#index = undefined;
      throw cause;
    });
    return this.#index;
  }

  async #load() {
    const module = `${this.#folder}pagefind.js`; // a plain value: Vite leaves it alone
    const [pagefind, catalogue] = await Promise.all([
      import(/* @vite-ignore */ module) as Promise<Pagefind>,
      this.#fetchCatalogue('default'),
    ]);
    await pagefind.init();
    return { pagefind, catalogue, common: new Set(catalogue.common) };
  }

  async #fetchCatalogue(cache: RequestCache): Promise<SearchCatalogue> {
    const response = await fetch(`${this.#folder}catalogue.json`, { cache });
    if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
    return (await response.json()) as SearchCatalogue;
  }

  /**
   * Makes sure that nothing was missed: Pagefind treats a chunk of the index that it cannot fetch as an
   * empty one.
   * @throws {Error} without a network, and where another index has been published since.
   */
  async #checkIndex(known: SearchCatalogue): Promise<void> {
    const published = await this.#fetchCatalogue('no-store');
    if (JSON.stringify(published) === JSON.stringify(known)) return;
    throw new Error('Another search index has been published since this page was loaded');
  }

  /**
   * Searches; an empty state finds every release.
   * @param signal aborts the counting.
   */
  async search(state: QueryState, signal?: AbortSignal): Promise<Answer> {
    const { pagefind, catalogue, common } = await this.#loadIndex();
    const query = parseQuery(state.q);
    const filter = filterOf(state, query);
    const findings = await findReleases(pagefind, query, common);
    if (findings.results.length === 0) await this.#checkIndex(catalogue);
    // Without words nothing is more relevant.
    const isRanked = findings.isRanked && state.sort === 'relevance';

    let filtered: Promise<Filtered> | undefined; // computed once, for the releases and the tally
    const tally = () => (filtered ??= this.#filter(findings.results, filter, signal));
    let { results } = findings;
    if (!isRanked || hasFilter(filter)) {
      const sort = !isRanked && state.sort === 'relevance' ? 'newest' : state.sort;
      results = leftOf(results, await tally(), sort);
    }
    return {
      count: results.length,
      query,
      ignored: findings.ignored,
      next: resultBatches({ ...findings, results, isRanked }, query, common),
      tally,
    };
  }

  async #filter(
    results: readonly PagefindResult[],
    filter: SearchFilter,
    signal: AbortSignal | undefined,
  ): Promise<Filtered> {
    const rows = await this.rows();
    const places = await rows.placesOf(results, signal);
    return { places, ...(await filterReleases(rows, places, filter, signal)) };
  }
}

/** What a search is filtered by: the choices of its state and the operators typed, together. */
export function filterOf({ facets, from, to }: QueryState, query: ParsedQuery): SearchFilter {
  return {
    facets: byKey(FACETS, (facet) => [...facets[facet], ...(query.facets[facet] ?? [])]),
    from: from > query.from ? from : query.from,
    to: to === '' || (query.to !== '' && query.to < to) ? query.to : to,
    typed: { from: query.from, to: query.to },
  };
}

/** The releases that the filter leaves, by relevance as they come or by date. */
function leftOf(
  found: readonly PagefindResult[],
  { places, isLeft }: Filtered,
  sort: QueryState['sort'],
): PagefindResult[] {
  const order = Array.from(found.keys()).filter((n) => isLeft[n] === 1);
  const direction = sort === 'oldest' ? -1 : 1; // the table has the newest first
  if (sort !== 'relevance') order.sort((a, b) => direction * ((places[a] ?? 0) - (places[b] ?? 0)));
  return order.map((n) => found[n]).filter((one) => one !== undefined);
}
