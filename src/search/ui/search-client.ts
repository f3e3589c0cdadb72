import { byKey } from '../by-key.ts';
import { decodeVocabulary, type Vocabulary } from '../vocabulary.ts';
import { findReleases, type Term } from './find-releases.ts';
import { WordFinder } from './find-words.ts';
import { filterReleases, hasFilter, type SearchFilter, type Tally } from './filter-releases.ts';
import { IndexFiles } from './index-files.ts';
import type { IndexReader } from './nearest-statement.ts';
import { type NamedOffice, namedOffices, putNamedFirst } from './named-offices.ts';
import { type FoundRelease, resultBatches } from './result-batches.ts';
import { type ParsedQuery, parseQuery } from './query-language.ts';
import { FACETS, type QueryState } from './query-state.ts';
import type { Match } from './rank-releases.ts';
import { ReleaseRows } from './release-rows.ts';
import { loadForms } from './word-forms.ts';
import { WordIndex } from './word-index.ts';

/** The answer to a search. Releases come in batches, since each costs a request. */
export interface Answer {
  count: number;
  /** What was understood of the words that were typed. */
  query: ParsedQuery;
  /** Words that almost every release has: they decide the order, but are not required. */
  ignored: string[];
  /** What the archive knows of the words and phrases typed. */
  terms: readonly Term[];
  /** The words that no release has, as they were typed. */
  unknown: string[];
  /** The offices that the words name, whose releases come first. */
  named: readonly NamedOffice[];
  /** How many releases there are at all. */
  releases: number;
  /** Looks up more, for what is offered where nothing was found. */
  reader: IndexReader;
  next: () => Promise<FoundRelease[]>;
  /** All releases found. */
  pages: readonly Pick<Match, 'page'>[];
  /** How many releases other choices would leave. */
  tally: () => Promise<Tally>;
}

/** In small letters these join no more than "ferry and harbor" does, in archives of any size. */
const ENGLISH_JOINING = ['and', 'or'];

interface LoadedIndex {
  files: IndexFiles;
  finder: WordFinder;
  common: ReadonlySet<string>;
}

interface SearchOptions {
  /** Whether the last word is still being typed: then it may be the beginning of one. */
  isTyping?: boolean;
  /** Ends the work once nobody waits for the answer any more. */
  signal?: AbortSignal;
}

/** Of the releases that have the words of a search: which are left. */
interface Filtered extends Tally {
  isLeft: Uint8Array;
}

/** Searches the index of this site. Nothing is fetched before the first search. */
export class SearchClient {
  readonly #folder: string;
  readonly #language: string;
  #index: Promise<LoadedIndex> | undefined;
  #rows: Promise<ReleaseRows> | undefined;
  #vocabulary: Promise<Vocabulary> | undefined;
  /** Another index may have been published: the next search asks for it. */
  readonly #forget = (cause: unknown): never => {
    this.#index = this.#rows = this.#vocabulary = undefined;
    throw cause;
  };

  /**
   * @param folder the address of the folder with the index, with a `/` at its end.
   * @param language of the site.
   */
  constructor(folder: string, language = 'en') {
    this.#folder = folder;
    this.#language = language;
  }

  /** The table of releases, which is fetched when it is first needed. */
  rows(): Promise<ReleaseRows> {
    this.#rows ??= this.#loadIndex()
      .then(({ files }) => ReleaseRows.load(files))
      .catch(this.#forget);
    return this.#rows;
  }

  /** The frequent words of the archive, for spelling. */
  vocabulary(): Promise<Vocabulary> {
    this.#vocabulary ??= this.#loadIndex()
      .then(({ files }) => files.text(files.catalogue.vocabulary, 'low'))
      .then(decodeVocabulary)
      .catch(this.#forget);
    return this.#vocabulary;
  }

  /** Fetches what every search needs, before the first one. */
  async prepare(): Promise<void> {
    await this.#loadIndex();
  }

  /** Fetches what every search needs; once, unless it fails. */
  #loadIndex() {
    this.#index ??= this.#load().catch(this.#forget);
    return this.#index;
  }

  async #load(): Promise<LoadedIndex> {
    const [files, findForms] = await Promise.all([
      IndexFiles.open(this.#folder),
      loadForms(this.#language),
    ]);
    const index = new WordIndex(files.chunks, (id) => files.chunk(id));
    const finder = new WordFinder(index, findForms);
    const joining = this.#language.startsWith('en') ? ENGLISH_JOINING : [];
    return { files, finder, common: new Set([...files.catalogue.common, ...joining]) };
  }

  /** Searches; an empty state finds every release. */
  async search(state: QueryState, options: SearchOptions = {}): Promise<Answer> {
    return this.#search(state, options).catch(this.#forget);
  }

  async #search(state: QueryState, { isTyping = false, signal }: SearchOptions): Promise<Answer> {
    const { files, finder, common } = await this.#loadIndex();
    const query = parseQuery(state.q);
    const filter = filterOf(state, query);
    const { releases } = files.catalogue;
    const read = async (page: number) => (await files.release(page)).content;
    // Asked for with the words, since a name among them decides what is shown first, and the filters show the rest.
    const names = files.names().catch(() => undefined);
    this.rows().catch(() => undefined); // whoever needs it asks again
    const findings = await findReleases(query, {
      finder,
      releases,
      common,
      read,
      isTyping,
      signal,
    });
    // Without words nothing is more relevant.
    const isRanked = findings.isRanked && state.sort === 'relevance';

    let filtered: Promise<Filtered> | undefined; // computed once, for the releases and the tally
    const tally = () => (filtered ??= this.#filter(findings.results, filter, signal));
    const offices =
      isRanked && !state.asWords && filter.facets.office.length === 0
        ? namedOffices(findings.plain, (await names)?.office ?? [])
        : [];
    let { results } = findings;
    let named: readonly NamedOffice[] = [];
    if (offices.length > 0)
      ({ results, named } = putNamedFirst(findings, offices, await this.rows()));
    if (hasFilter(filter)) results = leftOf(results, await tally());
    if (!isRanked) {
      const direction = state.sort === 'oldest' ? -1 : 1; // the newest has the last number
      results = results.toSorted((a, b) => direction * (b.page - a.page));
    }
    const { ignored, terms } = findings;
    const fetch = (page: number, priority?: RequestPriority) => files.release(page, priority);
    return {
      count: results.length,
      pages: results,
      query,
      ignored,
      terms,
      named,
      unknown: terms.filter(isUnknown).map(({ part }) => part.value),
      releases,
      reader: {
        find: async (word) => (await finder.word(word)).postings,
        release: fetch,
        common,
      },
      next: resultBatches({ ...findings, results, isRanked }, query, { common, fetch }),
      tally,
    };
  }

  async #filter(
    results: readonly Match[],
    filter: SearchFilter,
    signal: AbortSignal | undefined,
  ): Promise<Filtered> {
    const rows = await this.rows();
    const places = rows.placesOf(results);
    return filterReleases(rows, places, filter, signal);
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

/** The releases that the filter leaves, in their order. */
const leftOf = (found: readonly Match[], { isLeft }: Filtered): Match[] =>
  found.filter((_, n) => isLeft[n] === 1);

/** Whether no release has a word, in any form; phrases are none. */
const isUnknown = ({ part, isKnown }: Term) => !isKnown && part.kind === 'words';
