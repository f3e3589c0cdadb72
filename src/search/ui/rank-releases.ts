import type { PagefindResult } from '../pagefind-format/browser.ts';

/** How much more a release counts in which all words of the search stand in a row. */
const IN_A_ROW = 8;

/**
 * Puts the releases that were found in order. Pagefind knows how often words stand in a release and
 * how rare they are; half-remembered sentences are known by this, that the words stand there together.
 * So first come the releases in which they stand just so, then those in which most stand in a row.
 * @param term what was searched for: words, without quotation marks.
 * @param exact the releases that have it as a phrase.
 * @param reach how far apart the places of two words may be that count as standing in a row: more than
 * one where words in between were not searched for.
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

/** From 1, where no two of the words stand together, to much more, where all of them do. */
function nearness(places: readonly number[], words: number, reach: number): number {
  const share = (Math.min(longestRow(places, reach), words) - 1) / (words - 1);
  return 1 + IN_A_ROW * share ** 2;
}

/** How many words a row of places spans at most, each within reach of the one before. */
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
