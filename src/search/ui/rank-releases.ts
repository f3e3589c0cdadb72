import type { PagefindResult } from '../pagefind-format/browser.ts';

/** How much more a release counts that has all words of the search in a row. */
const IN_A_ROW = 8;

/**
 * Sorts the releases that were found. Pagefind ranks by how often a release has the words and how rare they
 * are, but in a half-remembered sentence the words are next to each other. So the releases with the exact
 * phrase come first, then those with the most words in a row.
 * @param term the words that were searched for, without quotation marks.
 * @param exact the releases with the words as a phrase.
 * @param reach the maximum distance between two words in a row: more than one if the words between them
 * were not searched for.
 */
export function rankReleases(
  results: readonly PagefindResult[],
  term: string,
  exact: readonly PagefindResult[],
  reach = 1,
): PagefindResult[] {
  const words = term.split(/\s+/).filter(Boolean).length;
  if (words < 2) return [...results];
  const phrase = new Set(exact.map(({ id }) => id));
  return results
    .map((result) => {
      const isExact = phrase.has(result.id);
      return { result, isExact, score: result.score * nearness(result.words, words, reach) };
    })
    .sort((a, b) => Number(b.isExact) - Number(a.isExact) || b.score - a.score)
    .map(({ result }) => result);
}

/** From 1, if no two of the words are next to each other, to `1 + IN_A_ROW`, if all of them are. */
function nearness(places: readonly number[], words: number, reach: number): number {
  const share = (Math.min(longestRow(places, reach), words) - 1) / (words - 1);
  return 1 + IN_A_ROW * share ** 2;
}

/** How many words the longest row of places spans, each within reach of the previous one. */
export function longestRow(places: readonly number[], reach = 1): number {
  let [longest, row, before] = [0, 0, Number.NaN];
  for (const place of places.toSorted((a, b) => a - b)) {
    if (place === before) continue;
    row = place - before <= reach ? row + place - before : 1;
    longest = Math.max(longest, row);
    before = place;
  }
  return longest;
}
