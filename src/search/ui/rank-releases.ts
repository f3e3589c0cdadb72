import type { Postings } from '../word-chunks.ts';
import { findPage, placesAt } from './combine-postings.ts';
import { loopYielding } from './yield-to-browser.ts';

/** A release that was found. */
export interface Match {
  /** Its number in the index. */
  page: number;
  score: number;
  /** Where the words of the search are in it, in ascending order. */
  places: number[];
  /** Whether it comes first, since it is of an office that the search names. */
  isOfNamed?: boolean;
}

/** How much more a release counts that has all words of the search in a row. */
const IN_A_ROW = 8;
/** How soon more of the same word stop to count: `k1` of BM25. */
const SATURATION = 2;
/** How much the words of a search count that are in the headline, if all are; squared if some are. */
const HEADLINE = 5;
/** How much more words at the very beginning count, and where half of that is left. */
const EARLY = { most: 0.5, half: 60 };

interface RankOptions {
  /** How many releases the archive has. */
  releases: number;
  /** The releases that have all words of the search in a row. */
  exact: Postings;
  /** How many words were typed. */
  words: number;
  /** How far apart two words in a row may be: more than one if words in between were not searched for. */
  reach: number;
  signal?: AbortSignal | undefined;
}

/**
 * Sorts releases: first those with all words in a row, then by how rare the words are that they have, how
 * often, how near to each other, and how early; the headline counts most. Of equals the latest comes first.
 * @param terms where each word or phrase of the search appears.
 */
export async function rankReleases(
  pages: Uint32Array,
  terms: readonly Postings[],
  { releases, exact, words, reach, signal }: RankOptions,
): Promise<Match[]> {
  const rarities = terms.map(({ pages: { length } }) => rarity(length, releases));
  const total = rarities.reduce((sum, one) => sum + one, 0);
  const rowed = new Set(exact.pages);
  const ranked: (Match & { isExact: boolean })[] = [];
  const rank = (n: number) => {
    const page = pages[n] ?? 0;
    const places: number[] = [];
    let [score, inHeadline, found] = [0, 0, 0];
    for (const [number, term] of terms.entries()) {
      const at = findPage(term.pages, page);
      if (at < 0) continue;
      found++;
      const own = placesAt(term, at);
      const rare = rarities[number] ?? 0;
      const early = EARLY.most / (1 + (own[0] ?? 0) / EARLY.half);
      score += rare * (((SATURATION + 1) * own.length) / (own.length + SATURATION) + early);
      if ((term.headlines[at] ?? 0) > 0) inHeadline += rare;
      for (const place of own) places.push(place);
    }
    if (total > 0) score += HEADLINE * inHeadline * (inHeadline / total) ** 2;
    const sorted = found > 1 ? [...new Set(places)].sort((a, b) => a - b) : places;
    if (words > 1 && found > 1) score *= nearness(sorted, words, reach);
    ranked.push({ page, score, places: sorted, isExact: rowed.has(page) });
  };
  await loopYielding(pages.length, rank, signal);
  return ranked.sort(
    (a, b) => Number(b.isExact) - Number(a.isExact) || b.score - a.score || b.page - a.page,
  );
}

/** How much a word distinguishes, by how many releases have it: the inverse document frequency of BM25. */
const rarity = (count: number, releases: number) =>
  Math.log(1 + (releases - count + 0.5) / (count + 0.5));

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
