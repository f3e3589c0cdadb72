import { hasUnspacedScript } from '../characters.ts';
import { wordKey } from '../symbols.ts';
import type { Postings } from '../word-chunks.ts';
import { anyPages, commonPages, findPage, NOWHERE, union, without } from './combine-postings.ts';
import { findPhrase, MAX_READ, type PhraseOptions } from './find-phrase.ts';
import type { Found } from './find-words.ts';
import type { ParsedQuery } from './query-language.ts';
import type { Part } from './query-part.ts';
import { positiveParts, type QueryNode } from './query-tree.ts';
import { type Match, rankReleases } from './rank-releases.ts';
import { inRow } from './word-places.ts';

/** What the archive knows of something that was typed. */
export interface Term {
  part: Part;
  /** How many releases have it. */
  releases: number;
  /** Whether a release has it as it was typed. */
  isKnown: boolean;
  /** Whether words that begin with it were searched for. */
  isBeginning: boolean;
}

/** What was found for a query. */
export interface FoundReleases {
  /** The best first; for a query without words, every release, the latest first. */
  results: readonly Match[];
  isRanked: boolean;
  /** How many of the first have the typed words in a row, apart from their endings. */
  inRow: number;
  /** Words that almost every release has: they decide the order, but are not required. */
  ignored: string[];
  /** All words and phrases that were searched for. */
  terms: Term[];
  /** The plain words typed, in order. */
  plain: readonly Part[];
  /** What was found for each part of the query that was looked up. */
  found: ReadonlyMap<Part, Found>;
}

export interface FindOptions extends PhraseOptions {
  /** How many releases the index has. */
  releases: number;
  /** Whether the last word is still being typed: then it may be the beginning of one. */
  isTyping?: boolean;
  signal?: AbortSignal | undefined;
}

/** Fewer letters of a word being typed begin too many words. */
const MIN_BEGINNING = 3;

/** Finds the releases that fit a query's words and phrases, with the places of all that was found. */
export async function findReleases(
  query: ParsedQuery,
  options: FindOptions,
): Promise<FoundReleases> {
  const search = new Search(query, options);
  const pages = await search.pagesOf(query.tree);
  const { terms, found, ignored, plain } = search;
  const positive = positiveParts(query.tree).filter((part) => found.has(part));
  if (positive.length === 0) {
    const results = [...pages].reverse().map((page) => ({ page, score: 0, places: [] }));
    return { results, isRanked: false, inRow: 0, ignored, terms, plain, found };
  }
  const postings = positive.map((part) => found.get(part)?.postings ?? NOWHERE);
  const { exact, length, reach } = await search.row();
  const { releases, signal } = options;
  const ranking = { releases, exact, words: length, reach, signal };
  const results = await rankReleases(pages, postings, ranking);
  const inRow = results.filter(({ page }) => findPage(exact.pages, page) >= 0).length;
  return { results, isRanked: true, inRow, ignored, terms, plain, found };
}

/** One search: looks up each part once, and combines what was found. */
class Search {
  readonly terms: Term[] = [];
  readonly found = new Map<Part, Found>();
  readonly #query: ParsedQuery;
  readonly #options: FindOptions;
  readonly #ignored: Set<Part>;
  readonly #isTitle: boolean;

  constructor(query: ParsedQuery, options: FindOptions) {
    this.#query = query;
    this.#options = options;
    this.#isTitle =
      query.words.every((word) => word === word.toUpperCase()) && query.words.length > 2;
    const { plain } = this;
    const common = plain.filter(({ value }) => options.common.has(wordKey(value)));
    this.#ignored = new Set(common.length < plain.length ? common : []);
  }

  get ignored(): string[] {
    return [...this.#ignored].map(({ value }) => value);
  }

  /** The plain words that all releases must have. */
  get plain(): Part[] {
    const { tree } = this.#query;
    const nodes = tree.kind === 'all' ? tree.nodes : [tree];
    return nodes.flatMap((node) =>
      node.kind === 'part' && node.part.kind === 'words' && !hasUnspacedScript(node.part.value)
        ? [node.part]
        : [],
    );
  }

  /** The releases that fit a part of the query, in ascending order. */
  async pagesOf(node: QueryNode<Part>): Promise<Uint32Array> {
    if (node.kind === 'part') return (await this.#find(node.part)).postings.pages;
    if (node.kind === 'not') return without(this.#all(), await this.pagesOf(node.node));
    const nodes = node.nodes.filter((own) => own.kind !== 'part' || !this.#ignored.has(own.part));
    const sets = await Promise.all(nodes.map((own) => this.pagesOf(own)));
    return node.kind === 'any' ? anyPages(sets) : (commonPages(sets) ?? this.#all());
  }

  #all() {
    return Uint32Array.from({ length: this.#options.releases }, (_, page) => page);
  }

  async #find(part: Part): Promise<Found> {
    const found = await this.#lookUp(part);
    this.found.set(part, found);
    return found;
  }

  async #lookUp(part: Part): Promise<Found> {
    const { finder, isTyping = false } = this.#options;
    const isLast = part.end === Math.max(...this.#query.parts.map(({ end }) => end));
    let found: Found;
    let isBeginning = part.isPrefix;
    if (part.isPhrase) found = await findPhrase(part.value, this.#options);
    else if (part.isPrefix) found = await finder.beginningWith(part.value);
    else {
      found = await this.#withNeighbors(part, finder.word(part.value, this.#isTitle));
      const mayGoOn = isTyping && isLast && !found.isKnown && part.value.length >= MIN_BEGINNING;
      if (mayGoOn && /^[\p{L}\p{M}]+$/u.test(part.value)) {
        found = await finder.beginningWith(part.value);
        isBeginning = true;
      }
    }
    const { isKnown } = found;
    this.terms.push({ part, releases: found.postings.pages.length, isKnown, isBeginning });
    return found;
  }

  /** A word also where the archive writes it and one beside it as one: `fire fighter` as "firefighter". */
  async #withNeighbors(part: Part, found: Promise<Found>): Promise<Found> {
    const { finder } = this.#options;
    const { plain } = this;
    const place = plain.indexOf(part);
    const [before, after] = [plain[place - 1], plain[place + 1]];
    if (place < 0 || this.#ignored.has(part)) return found;
    const asOne = (one: Part | undefined, other: Part | undefined) =>
      one && other && areBeside(one, other)
        ? finder.compounds.asOne(one.value, other.value)
        : NOWHERE;
    const [{ postings, isKnown }, ...joined] = await Promise.all([
      found,
      asOne(before, part),
      asOne(part, after),
    ]);
    const all = union([postings, ...joined]);
    return { postings: all, isKnown: isKnown || all.pages.length > postings.pages.length };
  }

  /**
   * The releases that have all plain words in a row, in any of their forms. Of common words in between
   * the distance is enough; those at the ends are looked up where too many releases have the others.
   */
  async row(): Promise<{ exact: Postings; length: number; reach: number }> {
    const { finder } = this.#options;
    const { plain } = this;
    // A date or a bill can be several words in a row: each of these may be any place of it.
    const found = plain.flatMap((part) => {
      const own = this.#ignored.has(part) ? undefined : this.found.get(part)?.postings;
      return part.value.split(' ').map(() => own);
    });
    const length = this.#query.words.length + this.#query.phrases.length;
    const reach = 1 + longestGap(found);
    if (found.length < 2) return { exact: NOWHERE, length, reach };
    const between = found.slice(
      found.findIndex((own) => own !== undefined),
      1 + found.findLastIndex((own) => own !== undefined),
    );
    const likely = inRow(between);
    // What is between words at their distance is most likely what was typed, and fetching it costs most of all.
    const isSure = between.length === found.length;
    if (isSure || this.#ignored.size === 0 || likely.pages.length <= MAX_READ) {
      return { exact: likely, length, reach };
    }
    const all = plain.map(async (part) => {
      const own = this.found.get(part) ?? (await finder.word(part.value));
      return part.value.split(' ').map(() => own.postings);
    });
    return { exact: inRow((await Promise.all(all)).flat()), length, reach };
  }
}

/** Whether two whole words were typed with a space between them. */
const areBeside = (one: Part, other: Part) =>
  one.end + 1 === other.start && !one.isPrefix && !other.isPrefix;

/** How many words at most are in a row that were not searched for. */
function longestGap(found: readonly (Postings | undefined)[]): number {
  let [gap, longest] = [0, 0];
  for (const own of found) {
    gap = own === undefined ? gap + 1 : 0;
    longest = Math.max(longest, gap);
  }
  return longest;
}
