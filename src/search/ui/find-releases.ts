import { hasUnspacedScript, spaceCharacters } from '../characters.ts';
import {
  type CommonWords,
  findLikely,
  findPhrase,
  longestGap,
  distinctiveWords,
} from './common-words.ts';
import { type Pagefind, type PagefindResult, withPlaces } from '../pagefind-format/browser.ts';
import type { ParsedQuery } from './query-language.ts';
import { rankReleases } from './rank-releases.ts';

/** What was found for a query. */
export interface FoundReleases {
  /** The best first; for a query without words, every release in no order. */
  results: PagefindResult[];
  isRanked: boolean;
  /** How many of the first have the typed words in a row, apart from their endings. */
  inRow: number;
  /** Words that almost every release has: they decide the order, but are not required. */
  ignored: string[];
}

/**
 * Finds the releases that have all words and phrases of a query, and none that it excludes. Pagefind
 * searches for words or for one phrase at a time; its answers are combined here, by the releases' ids.
 * @param common words that are not searched for if other words are distinctive enough.
 * @returns them with the places of all that was found in them.
 */
export async function findReleases(
  pagefind: Pagefind,
  { words, phrases, without }: ParsedQuery,
  common: CommonWords,
): Promise<FoundReleases> {
  const asked = new Map<string, Promise<PagefindResult[]>>(); // a phrase may ask for the same words
  const search = (term: string) => {
    const known =
      asked.get(term) ?? pagefind.search(term).then(({ results }) => latestFirst(results));
    asked.set(term, known);
    return known;
  };
  const inRow = (phrase: string) => findPhrase(spaceCharacters(phrase), common, search);
  const plain = words.filter((word) => !hasUnspacedScript(word));
  const distinctive = distinctiveWords(plain, common);
  const runs = [...words.filter(hasUnspacedScript), ...phrases];
  const wanted = [...(plain.length > 0 ? [search(distinctive.join(' '))] : []), ...runs.map(inRow)];
  const [first = (await pagefind.search(null)).results, ...others] = await Promise.all(wanted);
  const excluded = await Promise.all(
    without.map(({ text, isPhrase }) =>
      isPhrase || hasUnspacedScript(text) ? inRow(text) : search(text),
    ),
  );
  const unwanted = new Set(excluded.flatMap(idsOf));
  const sets = others.map((results) => new Map(results.map((result) => [result.id, result])));
  const results = first
    .filter(({ id }) => !unwanted.has(id) && sets.every((set) => set.has(id)))
    .map((result) => joined(result, sets));
  if (wanted.length === 0) return { results, isRanked: false, inRow: 0, ignored: [] };
  const asPhrase = plain.length > 1 ? await findLikely(plain.join(' '), common, search) : results;
  const typed = typedWords({ words, phrases });
  const reach = 1 + longestGap(plain, common);
  const found = new Set(idsOf(results));
  return {
    results: rankReleases(results, typed, asPhrase, reach),
    isRanked: true,
    inRow: asPhrase.filter(({ id }) => found.has(id)).length,
    ignored: plain.filter((word) => !distinctive.includes(word)),
  };
}

/** All words of a query, in the form of the index. */
export function typedWords({ words, phrases }: Pick<ParsedQuery, 'words' | 'phrases'>): string {
  return spaceCharacters([...words, ...phrases].join(' '));
}

/** Of releases that match equally well Pagefind puts the oldest first; here the newest come first. */
const latestFirst = (results: readonly PagefindResult[]) =>
  results.toReversed().sort((a, b) => b.score - a.score);

const idsOf = (results: readonly PagefindResult[]) => results.map(({ id }) => id);

/** A release with all the places where something of the query appears in it. */
function joined(result: PagefindResult, sets: Map<string, PagefindResult>[]): PagefindResult {
  if (sets.length === 0) return result;
  const others = sets.map((set) => set.get(result.id)).filter((other) => other !== undefined);
  const all = [result, ...others];
  const words = [...new Set(all.flatMap(({ words }) => words))].sort((a, b) => a - b);
  const score = all.reduce((sum, { score }) => sum + score, 0);
  return withPlaces(result, words, score);
}
