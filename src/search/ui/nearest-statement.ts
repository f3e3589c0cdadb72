import { formatDay } from '../../archive/day.ts';
import { fill } from '../../words/words.ts';
import type { PagefindFragment } from '../pagefind-format/browser.ts';
import { wordKey } from '../symbols.ts';
import type { Postings } from '../word-chunks.ts';
import { findPage, placesAt } from './combine-postings.ts';
import { element } from './elements.ts';
import { phraseWords } from './find-words.ts';
import type { CommonWords } from './find-phrase.ts';
import { type Hit, rankStatements } from './rank-statements.ts';
import { hitLink } from './result-item.ts';
import { language, words } from './search-words.ts';

/** What the index says beside the answer to a search. */
export interface IndexReader {
  /** Where a word appears, in any of its forms. */
  find: (word: string) => Promise<Postings>;
  release: (page: number) => Promise<PagefindFragment>;
  common: CommonWords;
}

/** The statement that comes nearest to a phrase that no release has. */
interface NearestStatement {
  phrase: string;
  release: PagefindFragment;
  hit: Hit;
}

/** Words of a long phrase that are looked for. */
const MAX_WORDS = 12;
/** So many releases, those that have the most of the words, are compared by the words' places. */
const MAX_COMPARED = 50;
/** How much longer than the phrase the stretch may be that has its words. */
const STRETCH = 3;

/**
 * Finds the statement that has most words of a phrase close together.
 * @returns undefined where none has half of them, and two at least.
 */
export async function nearestStatement(
  phrase: string,
  { find, release, common }: IndexReader,
): Promise<NearestStatement | undefined> {
  const typed = new Map(phraseWords(phrase).map((word) => [wordKey(word), word]));
  const wanted = [...typed].filter(([key]) => !common.has(key)).slice(0, MAX_WORDS);
  const terms = await Promise.all(wanted.map(([, word]) => find(word)));
  const needed = Math.max(2, Math.ceil(terms.length / 2));
  let best: { page: number; places: number[]; count: number } | undefined;
  for (const page of likelyPages(terms, needed)) {
    const stretch = richest(terms, page, STRETCH * typed.size);
    if (stretch.count >= needed && stretch.count > (best?.count ?? 0)) best = { page, ...stretch };
  }
  if (best === undefined) return undefined;
  const found = await release(best.page);
  const [hit] = rankStatements({ ...found, places: best.places });
  return hit && { phrase, release: found, hit };
}

/** The releases that have enough of some words, those with the most first; of equals the latest. */
function likelyPages(terms: readonly Postings[], needed: number): number[] {
  const counts = new Map<number, number>();
  for (const { pages } of terms) {
    for (const page of pages) counts.set(page, (counts.get(page) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= needed)
    .sort(([a, m], [b, n]) => n - m || b - a)
    .slice(0, MAX_COMPARED)
    .map(([page]) => page);
}

/** The stretch of a release that has the most different words. @param length of it, in words. */
function richest(terms: readonly Postings[], page: number, length: number) {
  const all = terms
    .flatMap((term, number) => {
      const n = findPage(term.pages, page);
      return n < 0 ? [] : Array.from(placesAt(term, n), (place) => ({ place, number }));
    })
    .sort((a, b) => a.place - b.place);
  let best: { places: number[]; count: number } = { places: [], count: 0 };
  for (const [n, { place }] of all.entries()) {
    const past = all.findIndex((other, m) => m > n && other.place >= place + length);
    const own = all.slice(n, past < 0 ? all.length : past);
    const count = new Set(own.map(({ number }) => number)).size;
    if (count > best.count) best = { places: own.map((other) => other.place), count };
  }
  return best;
}

/** The statement as an item of the list of offers, with a link to it. */
export function nearestItem({ phrase, release, hit }: NearestStatement): HTMLLIElement {
  const { title = '', date = '' } = release.meta;
  return element(
    'li',
    { 'data-offer': 'nearest' },
    `${fill(words.nearest, { words: phrase })} `,
    hitLink(hit, release.url),
    ` (${title}, ${formatDay(date, language)})`,
  );
}
