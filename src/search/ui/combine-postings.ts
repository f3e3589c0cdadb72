import type { Postings } from '../word-chunks.ts';

/** What no release has. */
export const NOWHERE: Postings = {
  pages: new Uint32Array(),
  starts: new Uint32Array(1),
  places: new Uint32Array(),
  headlines: new Uint32Array(),
};

/** The places of the `n`th release; none if `n` is -1. */
export const placesAt = ({ starts, places }: Postings, n: number): Uint32Array =>
  places.subarray(starts[n], starts[n + 1]);

/** Which of the releases a page is; -1 if it is none. */
export function findPage(pages: Uint32Array, page: number): number {
  let [from, to] = [0, pages.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((pages[middle] ?? 0) < page) from = middle + 1;
    else to = middle;
  }
  return pages[from] === page ? from : -1;
}

/** The releases that are in any of some lists. */
export function anyPages(lists: readonly Uint32Array[]): Uint32Array {
  const [first = NOWHERE.pages] = lists;
  if (lists.length < 2) return first;
  return Uint32Array.from(new Set(lists.flatMap((pages) => [...pages]))).sort();
}

/** The releases that are in all of some lists; undefined if there are no lists. */
export function commonPages(lists: readonly Uint32Array[]): Uint32Array | undefined {
  const [shortest, ...others] = lists.toSorted((a, b) => a.length - b.length);
  return shortest?.filter((page) => others.every((pages) => findPage(pages, page) >= 0));
}

/** Collects the places of releases in ascending order. */
export class PostingsBuilder {
  readonly #pages: number[] = [];
  readonly #starts: number[] = [0];
  readonly #places: number[] = [];
  readonly #headlines: number[] = [];

  /** @param places in ascending order; the first `inHeadline` are in the headline. */
  add(page: number, places: Iterable<number>, inHeadline: number): void {
    this.#pages.push(page);
    for (const place of places) this.#places.push(place);
    this.#starts.push(this.#places.length);
    this.#headlines.push(inHeadline);
  }

  postings(): Postings {
    return {
      pages: Uint32Array.from(this.#pages),
      starts: Uint32Array.from(this.#starts),
      places: Uint32Array.from(this.#places),
      headlines: Uint32Array.from(this.#headlines),
    };
  }
}

/** The releases that have any of some words, with the places of all of these. */
export function union(lists: readonly Postings[]): Postings {
  const some = lists.filter(({ pages }) => pages.length > 0);
  const [first = NOWHERE] = some;
  if (some.length < 2) return first;
  const at = some.map(() => 0);
  const builder = new PostingsBuilder();
  for (const page of anyPages(some.map(({ pages }) => pages))) {
    const having = some.flatMap((list, n) => {
      const place = at[n] ?? 0;
      if (list.pages[place] !== page) return [];
      at[n] = place + 1;
      const own = placesAt(list, place);
      return [{ own, heads: own.subarray(0, list.headlines[place]) }];
    });
    const [only] = having;
    if (only && having.length === 1) builder.add(page, only.own, only.heads.length);
    else {
      const places = new Set(having.flatMap(({ own }) => [...own]));
      const heads = new Set(having.flatMap((one) => [...one.heads]));
      builder.add(page, Uint32Array.from(places).sort(), heads.size);
    }
  }
  return builder.postings();
}

/** Of a phrase, what may lead from before one of its words to behind another. */
export interface Step {
  from: number;
  to: number;
  /** Where the word appears; undefined for any single word. */
  postings: Postings | undefined;
}

/**
 * The releases that have words in a row, with the places of all words of the row.
 * @param length how many words: steps lead from 0 to it, and may leave out words between.
 */
export function sequence(length: number, steps: readonly Step[]): Postings {
  // Most releases lack one of the words; that is found out faster than where the others are.
  const perWord = range(0, length).flatMap((word) => {
    const over = steps.filter(({ from, to }) => from <= word && word < to);
    const lists = over.flatMap(({ postings }) => (postings ? [postings.pages] : []));
    return lists.length < over.length ? [] : [anyPages(lists)]; // of any word nothing is known
  });
  const builder = new PostingsBuilder();
  for (const page of commonPages(perWord) ?? []) {
    const own = steps.map(({ from, to, postings }) => {
      if (postings === undefined) return { from, to, places: undefined, headline: -1 };
      const n = findPage(postings.pages, page);
      return { from, to, places: placesAt(postings, n), headline: headlineEnd(postings, n) };
    });
    const rows = rowsIn(length, own);
    if (rows.length === 0) continue;
    const end = Math.max(...own.map(({ headline }) => headline));
    const places = new Set(rows.flatMap(([start, past]) => range(start, past)));
    const sorted = Uint32Array.from(places).sort();
    builder.add(page, sorted, sorted.filter((place) => place <= end).length);
  }
  return builder.postings();
}

interface OwnStep {
  from: number;
  to: number;
  places: ArrayLike<number> | undefined;
}

/** The rows of a release, each from its first place to the one behind its last. */
function rowsIn(length: number, steps: readonly OwnStep[]): [start: number, end: number][] {
  // For each number of words read: where the next one must be, and where the row has begun.
  const reached = Array.from({ length: length + 1 }, () => new Map<number, number>());
  for (let from = 0; from < length; from++) {
    for (const step of steps) {
      if (step.from !== from) continue;
      const next = reached[step.to];
      if (step.places === undefined) {
        for (const [place, start] of reached[from] ?? []) next?.set(place + 1, start);
        continue;
      }
      for (const place of Array.from(step.places)) {
        const start = from === 0 ? place : reached[from]?.get(place);
        if (start !== undefined) next?.set(place + 1, start);
      }
    }
  }
  return [...(reached[length] ?? [])].map(([end, start]) => [start, end]);
}

/** The last place in a release's headline; -1 if the word has none there. */
const headlineEnd = (postings: Postings, n: number): number =>
  placesAt(postings, n)[(postings.headlines[n] ?? 0) - 1] ?? -1;

const range = (start: number, end: number) =>
  Array.from({ length: end - start }, (_, n) => start + n);

/** Where two words are at the same place, as parts of a compound are. */
export const samePlaces = (a: Postings, b: Postings): Postings => filterPlaces(a, b, true);

/** Where a word is, but for the places of another. */
export const otherPlaces = (a: Postings, b: Postings): Postings => filterPlaces(a, b, false);

function filterPlaces(a: Postings, b: Postings, areSame: boolean): Postings {
  const builder = new PostingsBuilder();
  for (const [n, page] of a.pages.entries()) {
    const other = findPage(b.pages, page);
    const theirs = new Set(other < 0 ? [] : placesAt(b, other));
    const own = placesAt(a, n);
    const isLeft = (place: number) => theirs.has(place) === areSame;
    const places = own.filter(isLeft);
    const inHeadline = own.subarray(0, a.headlines[n]).filter(isLeft).length;
    if (places.length > 0) builder.add(page, places, inHeadline);
  }
  return builder.postings();
}

/** What has both, with the places of both. */
export function both(a: Postings, b: Postings): Postings {
  const all = union([a, b]);
  const builder = new PostingsBuilder();
  for (const [n, page] of all.pages.entries()) {
    const isInBoth = findPage(a.pages, page) >= 0 && findPage(b.pages, page) >= 0;
    if (isInBoth) builder.add(page, placesAt(all, n), all.headlines[n] ?? 0);
  }
  return builder.postings();
}

/** All releases but some. */
export const without = (all: Uint32Array, excluded: Uint32Array): Uint32Array =>
  all.filter((page) => findPage(excluded, page) < 0);
