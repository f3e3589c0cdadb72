import type { PagefindResult } from './pagefind-types.ts';

/** How much more a release counts in which all words of the search stand in a row. */
const IN_A_ROW = 8;

/**
 * Puts the releases that were found in order. Pagefind knows how often words stand in a release and
 * how rare they are; half-remembered sentences are known by this, that the words stand there together.
 * So first come the releases in which they stand just so, then those in which most stand in a row.
 * @param term what was searched for: words, without quotation marks.
 * @param exact the releases that have it as a phrase.
 */
export function rankReleases(
  results: readonly PagefindResult[],
  term: string,
  exact: readonly PagefindResult[],
): PagefindResult[] {
  const words = term.split(/\s+/).filter(Boolean).length;
  if (words < 2) return [...results];
  const phrase = new Set(exact.map(({ id }) => id));
  return results
    .map((result) => {
      const isExact = phrase.has(result.id);
      return { result, isExact, score: result.score * nearness(result.words, words) };
    })
    .sort((a, b) => Number(b.isExact) - Number(a.isExact) || b.score - a.score)
    .map(({ result }) => result);
}

/** From 1, where no two of the words stand together, to much more, where all of them do. */
function nearness(places: readonly number[], words: number): number {
  const share = (Math.min(longestRow(places), words) - 1) / (words - 1);
  return 1 + IN_A_ROW * share ** 2;
}

/** How many of the places follow each other at most. */
export function longestRow(places: readonly number[]): number {
  let [longest, row, before] = [0, 0, Number.NaN];
  for (const place of places.toSorted((a, b) => a - b)) {
    if (place === before) continue;
    row = place === before + 1 ? row + 1 : 1;
    longest = Math.max(longest, row);
    before = place;
  }
  return longest;
}
