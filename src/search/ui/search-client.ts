import type { SearchCatalogue } from '../catalogue.ts';
import type { ReleaseRow } from '../release-table.ts';
import { unspaceSigns } from '../signs.ts';
import { decodeVocabulary, type Vocabulary } from '../vocabulary.ts';
import { findReleases, typedWords } from './find-releases.ts';
import { isNarrow, narrow, type Narrowing, type Tally } from './narrow.ts';
import type { Pagefind, PagefindFragment, PagefindResult } from './pagefind-types.ts';
import { type ParsedQuery, parseQuery } from './query-language.ts';
import { FACETS, type Facet, type QueryState } from './query-state.ts';
import { hasPhrase, type Hit, rankStatements, splitWords } from './rank-statements.ts';
import { ReleaseRows, unpack } from './release-rows.ts';

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
  /** What was understood of the words that were typed. */
  query: ParsedQuery;
  next: (most: number) => Promise<FoundRelease[]>;
  /** How many releases other choices would leave. */
  tally: () => Promise<Tally>;
}

const OPENING = 40; // words

/** A release that was found, and its place in the table where that is needed. */
interface Found {
  result: PagefindResult;
  row: ReleaseRow | undefined;
}

/** All releases that have the words of a search, and which of them it is narrowed to. */
interface Narrowed extends Tally {
  rows: ReleaseRows;
  all: Found[];
  stays: boolean[];
}

/** Searches the index of this site. Nothing is fetched before the first search. */
export class SearchClient {
  readonly #folder: string;
  #index: Promise<{ pagefind: Pagefind; catalogue: SearchCatalogue }> | undefined;
  #rows: Promise<ReleaseRows> | undefined;
  #vocabulary: Promise<Vocabulary> | undefined;

  /** @param folder the address of the folder with the index, with a `/` at its end. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Fetches what every search needs; once, unless it fails. */
  async prepare(): Promise<void> {
    await this.#loadIndex();
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
      fetch(`${this.#folder}catalogue.json`).then(async (response) => {
        if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
        return (await response.json()) as SearchCatalogue;
      }),
    ]);
    await pagefind.init();
    const others = catalogue.shards.slice(1);
    await Promise.all(others.map(({ folder }) => pagefind.mergeIndex(this.#folder + folder)));
    return { pagefind, catalogue };
  }

  /** Searches; an empty state finds every release. */
  async search(state: QueryState): Promise<Answer> {
    const { pagefind } = await this.#loadIndex();
    const query = parseQuery(state.q);
    const narrowing = narrowingOf(state, query);
    const { results, isRanked } = await findReleases(pagefind, query);
    const byDate = !isRanked || state.sort !== 'relevance'; // without words nothing is more relevant

    let narrowed: Promise<Narrowed> | undefined; // worked out once, for the releases and the tally
    const tally = () => (narrowed ??= this.#narrow(results, narrowing));
    let found: Found[] = results.map((result) => ({ result, row: undefined }));
    if (byDate || isNarrow(narrowing)) {
      const { rows, all, stays } = await tally();
      found = all.filter((_, n) => stays[n]);
      if (byDate) found = inOrder(found, rows, state.sort);
    }
    return {
      count: found.length,
      query,
      next: portions(found, query, byDate),
      tally,
    };
  }

  async #narrow(results: readonly PagefindResult[], narrowing: Narrowing): Promise<Narrowed> {
    const rows = await this.rows();
    const all = await Promise.all(
      results.map(async (result) => ({ result, row: await rows.of(result) })),
    );
    return { rows, all, ...narrow(rowsOf(all), narrowing, rows.names) };
  }
}

/** What the state and the words typed narrow the search to, together. */
export function narrowingOf({ facets, from, to }: QueryState, query: ParsedQuery): Narrowing {
  const both = FACETS.map((facet) => [facet, [...facets[facet], ...(query.facets[facet] ?? [])]]);
  return {
    facets: Object.fromEntries(both) as Record<Facet, string[]>,
    from: from > query.from ? from : query.from,
    to: to === '' || (query.to !== '' && query.to < to) ? query.to : to,
    typed: { from: query.from, to: query.to },
  };
}

const NO_ROW: ReleaseRow = {
  id: '',
  day: '',
  values: { office: [], caucus: [], topic: [], speaker: [], language: [] },
};
const rowsOf = (found: readonly Found[]) => found.map(({ row }) => row ?? NO_ROW);

function inOrder(found: readonly Found[], rows: ReleaseRows, sort: QueryState['sort']): Found[] {
  const sign = sort === 'oldest' ? -1 : 1;
  return found.toSorted((a, b) => sign * rows.compare(a.row ?? NO_ROW, b.row ?? NO_ROW));
}

/** Releases in portions; among those of one the words stand first just as they were typed. */
function portions(found: readonly Found[], query: ParsedQuery, byDate: boolean): Answer['next'] {
  let start = 0;
  const typed = typedWords(query);
  return async (most) => {
    const portion = found.slice(start, (start += most));
    const fragments = await Promise.all(
      portion.map(async ({ result }) => ({ ...(await result.data()), locations: result.words })),
    );
    const isJustSo = new Map(fragments.map((one) => [one, !byDate && hasPhrase(one, typed)]));
    return fragments
      .sort((a, b) => Number(isJustSo.get(b)) - Number(isJustSo.get(a)))
      .map((fragment) => toRelease(fragment, typed));
  };
}

function toRelease(fragment: PagefindFragment, typed: string): FoundRelease {
  const { title = '', date = '', office = '', notice, language } = fragment.meta;
  const body = splitWords(fragment.raw_content).slice(fragment.anchors[0]?.location ?? 0);
  return {
    url: fragment.url,
    title,
    date,
    office,
    notice,
    language,
    opening: unspaceSigns(body.slice(0, OPENING).join(' ')) + (body.length > OPENING ? ' …' : ''),
    hits: rankStatements(fragment, typed),
  };
}
