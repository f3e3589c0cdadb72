import { byKey } from '../by-key.ts';
import type { SearchCatalogue } from '../catalogue.ts';
import { decodeVocabulary, type Vocabulary } from '../vocabulary.ts';
import type { CommonWords } from './common-words.ts';
import { findReleases } from './find-releases.ts';
import { isNarrow, narrow, type Narrowing, type Tally } from './narrow.ts';
import type { Pagefind, PagefindResult } from '../pagefind-format/browser.ts';
import { type FoundRelease, portions } from './portions.ts';
import { type ParsedQuery, parseQuery } from './query-language.ts';
import { FACETS, type QueryState } from './query-state.ts';
import { ReleaseRows, unpack } from './release-rows.ts';

/** The answer to a search. Releases come in portions, since each costs a request. */
export interface Answer {
  count: number;
  /** What was understood of the words that were typed. */
  query: ParsedQuery;
  /** Words that stand in almost every release: they decide the order, but need not be there. */
  passedOver: string[];
  next: () => Promise<FoundRelease[]>;
  /** How many releases other choices would leave. */
  tally: () => Promise<Tally>;
}

interface LoadedIndex {
  pagefind: Pagefind;
  catalogue: SearchCatalogue;
  common: CommonWords;
}

/** Of the releases that have the words of a search: where they are in the table, and which stay. */
interface Narrowed extends Tally {
  places: Int32Array;
  stays: Uint8Array;
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
      .then(({ catalogue }) => ReleaseRows.load(this.#folder, catalogue))
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
   * Makes sure that what is found is all there is: Pagefind takes a part of the index that it cannot
   * fetch for an empty one.
   * @throws {Error} without a network, and where another index has been published since.
   */
  async #checkIndex(known: SearchCatalogue): Promise<void> {
    const published = await this.#fetchCatalogue('no-store');
    if (JSON.stringify(published) === JSON.stringify(known)) return;
    throw new Error('The search index is no longer that of this page');
  }

  /**
   * Searches; an empty state finds every release.
   * @param signal ends the counting when nobody waits for the answer any more.
   */
  async search(state: QueryState, signal?: AbortSignal): Promise<Answer> {
    const { pagefind, catalogue, common } = await this.#loadIndex();
    const query = parseQuery(state.q);
    const narrowing = narrowingOf(state, query);
    const findings = await findReleases(pagefind, query, common);
    if (findings.results.length === 0) await this.#checkIndex(catalogue);
    // Without words nothing is more relevant.
    const isRanked = findings.isRanked && state.sort === 'relevance';

    let narrowed: Promise<Narrowed> | undefined; // worked out once, for the releases and the tally
    const tally = () => (narrowed ??= this.#narrow(findings.results, narrowing, signal));
    let { results } = findings;
    if (!isRanked || isNarrow(narrowing)) {
      const sort = !isRanked && state.sort === 'relevance' ? 'newest' : state.sort;
      results = staying(results, await tally(), sort);
    }
    return {
      count: results.length,
      query,
      passedOver: findings.passedOver,
      next: portions({ ...findings, results, isRanked }, query, common),
      tally,
    };
  }

  async #narrow(
    results: readonly PagefindResult[],
    narrowing: Narrowing,
    signal: AbortSignal | undefined,
  ): Promise<Narrowed> {
    const rows = await this.rows();
    const places = await rows.placesOf(results, signal);
    return { places, ...(await narrow(rows, places, narrowing, signal)) };
  }
}

/** What the state and the words typed narrow the search to, together. */
export function narrowingOf({ facets, from, to }: QueryState, query: ParsedQuery): Narrowing {
  return {
    facets: byKey(FACETS, (facet) => [...facets[facet], ...(query.facets[facet] ?? [])]),
    from: from > query.from ? from : query.from,
    to: to === '' || (query.to !== '' && query.to < to) ? query.to : to,
    typed: { from: query.from, to: query.to },
  };
}

/** The releases that a search is narrowed to, by relevance as they come or by date. */
function staying(
  found: readonly PagefindResult[],
  { places, stays }: Narrowed,
  sort: QueryState['sort'],
): PagefindResult[] {
  const order = Array.from(found.keys()).filter((n) => stays[n] === 1);
  const sign = sort === 'oldest' ? -1 : 1; // the table has the newest first
  if (sort !== 'relevance') order.sort((a, b) => sign * ((places[a] ?? 0) - (places[b] ?? 0)));
  return order.map((n) => found[n]).filter((one) => one !== undefined);
}
