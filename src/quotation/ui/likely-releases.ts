import { placesAt } from '../../search/ui/combine-postings.ts';
import type { Postings } from '../../search/word-chunks.ts';

/** A word of a quotation that was looked up in the index. */
export interface LookedUpWord {
  /** Its place among the words of the quotation. */
  place: number;
  postings: Postings;
}

/** A release that may have a quotation. */
export interface LikelyRelease {
  /** Its number in the index, from the oldest on. */
  page: number;
  /** How rare those of the words are that it has at about their distances. */
  score: number;
  /** How many of the words it has so. */
  words: number;
}

/** The index counts some words otherwise, and an editor's brackets stand for a few more. */
const TOLERANCE = 4;
/** Of words in more releases, not all of these are looked at: the rarer ones decide. */
const MAX_PAGES = 20_000;

/**
 * The releases that have words of a quotation at about their distances in it, the likeliest first, of equals the
 * oldest. @param releases how many the index has.
 */
export function likelyReleases(words: readonly LookedUpWord[], releases: number): LikelyRelease[] {
  const found = new Map<number, { place: number; at: Uint32Array; weight: number }[]>();
  const rarest = words.toSorted((a, b) => a.postings.pages.length - b.postings.pages.length);
  for (const [n, { place, postings }] of rarest.entries()) {
    const { pages } = postings;
    if (n > 0 && pages.length > MAX_PAGES && found.size > 0) {
      // What has none of the rarer words is not likely.
      for (const [own, page] of pages.entries()) {
        found.get(page)?.push({ place, at: placesAt(postings, own), weight: 0.1 });
      }
      continue;
    }
    const weight = Math.log(1 + releases / Math.max(1, pages.length));
    for (const [own, page] of pages.entries()) {
      const list = found.get(page) ?? [];
      list.push({ place, at: placesAt(postings, own), weight });
      found.set(page, list);
    }
  }
  return [...found]
    .map(([page, list]) => ({ page, ...bestStretch(list) }))
    .sort((a, b) => b.score - a.score || a.page - b.page);
}

/** How much of the words a release has at about their distances, wherever that is. */
function bestStretch(
  list: readonly { place: number; at: Uint32Array; weight: number }[],
): Pick<LikelyRelease, 'score' | 'words'> {
  let best = { score: 0, words: 0 };
  for (const { place, at } of list) {
    for (const start of at) {
      let [score, words] = [0, 0];
      for (const other of list) {
        const expected = start + other.place - place;
        const reach = TOLERANCE + Math.abs(other.place - place) / 8;
        if (!hasNear(other.at, expected, reach)) continue;
        score += other.weight;
        words++;
      }
      if (score > best.score) best = { score, words };
    }
  }
  return best;
}

/** Whether one of some places, in ascending order, is near another. */
function hasNear(places: Uint32Array, place: number, reach: number): boolean {
  let [from, to] = [0, places.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((places[middle] ?? 0) < place - reach) from = middle + 1;
    else to = middle;
  }
  return (places[from] ?? Infinity) <= place + reach;
}
