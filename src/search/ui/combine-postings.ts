import type { Postings } from '../word-chunks.ts';

/** What no release has. */
export const NOWHERE: Postings = {
  pages: new Uint32Array(),
  starts: new Uint32Array(1),
  places: new Uint32Array(),
  headlines: new Uint32Array(),
};

/** The places of the `n`th release. */
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
  for (;;) {
    let page = Infinity;
    for (const [n, { pages }] of some.entries())
      page = Math.min(page, pages[at[n] ?? 0] ?? Infinity);
    if (page === Infinity) return builder.postings();
    const having: { list: Postings; place: number }[] = [];
    for (const [n, list] of some.entries()) {
      const place = at[n] ?? 0;
      if (list.pages[place] !== page) continue;
      at[n] = place + 1;
      having.push({ list, place });
    }
    const [only, ...others] = having;
    if (only !== undefined && others.length === 0) {
      builder.add(page, placesAt(only.list, only.place), only.list.headlines[only.place] ?? 0);
    } else {
      const all = having.map(({ list, place }) => placesAt(list, place));
      const heads = having.flatMap(({ list, place }, n) => [
        ...(all[n] ?? NOWHERE.places).subarray(0, list.headlines[place]),
      ]);
      const places = new Set(all.flatMap((own) => [...own]));
      builder.add(
        page,
        [...places].sort((a, b) => a - b),
        new Set(heads).size,
      );
    }
  }
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
  const candidates = fewest(length, steps);
  if (candidates === undefined) return NOWHERE;
  const builder = new PostingsBuilder();
  // Most releases lack one of the words; that is found out faster than where the others are.
  const needed = steps.filter(
    (step) => steps.every((other) => other === step || !isOver(other, step)) && step.postings,
  );
  const mayHave = (page: number) =>
    needed.every(({ postings }) => findPage(postings?.pages ?? NOWHERE.pages, page) >= 0);
  for (const page of candidates) {
    if (!mayHave(page)) continue;
    const own = steps.map(({ from, to, postings }) => {
      const n = postings === undefined ? -1 : findPage(postings.pages, page);
      const places = postings === undefined ? undefined : n < 0 ? [] : placesAt(postings, n);
      return { from, to, places, headline: headlineEnd(postings, n) };
    });
    const rows = rowsIn(length, own);
    if (rows.length === 0) continue;
    const end = Math.max(...own.map(({ headline }) => headline));
    const places = new Set(rows.flatMap(([start, past]) => range(start, past)));
    const sorted = [...places].sort((a, b) => a - b);
    builder.add(page, sorted, sorted.filter((place) => place <= end).length);
  }
  return builder.postings();
}

/** Whether a step may take the place of another. */
const isOver = (step: Step, other: Step) => step.from < other.to && other.from < step.to;

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

/** The releases that may have a row: those of the part of the phrase that the fewest have. */
function fewest(length: number, steps: readonly Step[]): Uint32Array | undefined {
  let best: { pages: Uint32Array[]; count: number } | undefined;
  for (let word = 0; word < length; word++) {
    const over = steps.filter(({ from, to }) => from <= word && word < to);
    if (over.some(({ postings }) => postings === undefined)) continue;
    const pages = over.map(({ postings }) => postings?.pages ?? new Uint32Array());
    const count = pages.reduce((sum, list) => sum + list.length, 0);
    if (best === undefined || count < best.count) best = { pages, count };
  }
  if (best === undefined || best.pages.length < 2) return best?.pages[0];
  const all = new Set(best.pages.flatMap((pages) => [...pages]));
  return Uint32Array.from(all).sort();
}

/** The last place in a release's headline; -1 if the word has none there. */
function headlineEnd(postings: Postings | undefined, n: number): number {
  const count = postings?.headlines[n] ?? 0;
  return postings === undefined || n < 0 || count === 0
    ? -1
    : (placesAt(postings, n)[count - 1] ?? -1);
}

const range = (start: number, end: number) =>
  Array.from({ length: end - start }, (_, n) => start + n);

/** Where two words are at the same place, as parts of a compound are. */
export function samePlaces(a: Postings, b: Postings): Postings {
  const builder = new PostingsBuilder();
  for (const [n, page] of a.pages.entries()) {
    const other = findPage(b.pages, page);
    if (other < 0) continue;
    const own = placesAt(a, n);
    const theirs = new Set(placesAt(b, other));
    const places = own.filter((place) => theirs.has(place));
    const inHeadline = own.subarray(0, a.headlines[n]).filter((place) => theirs.has(place)).length;
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

/** Releases without places. */
export const asPostings = (pages: Uint32Array): Postings => ({
  pages,
  starts: new Uint32Array(pages.length + 1),
  places: new Uint32Array(),
  headlines: new Uint32Array(pages.length),
});

/** All releases but some. */
export function without(all: Uint32Array, excluded: Uint32Array): Uint32Array {
  const gone = new Set(excluded);
  return all.filter((page) => !gone.has(page));
}
