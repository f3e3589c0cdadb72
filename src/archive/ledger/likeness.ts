import { type SketchWords, wordsFrom } from './sketch.ts';

/** So many long words are enough to compare texts by them alone; short ones are alike by chance. */
const ENOUGH = 8;

/**
 * A longest common subsequence: the places, in both lists, of what is in both in the same order.
 * What both begin with and end with is always part of it.
 */
export function commonPlaces(a: readonly string[], b: readonly string[]): [number, number][] {
  let [start, endA, endB] = [0, a.length, b.length];
  while (start < endA && start < endB && a[start] === b[start]) start++;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1])
    [endA, endB] = [endA - 1, endB - 1];
  const places: [number, number][] = [];
  for (let n = 0; n < start; n++) places.push([n, n]);

  const [rows, columns] = [endA - start, endB - start];
  const width = columns + 1;
  const longest = new Uint32Array((rows + 1) * width); // of what follows each pair of places
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      longest[i * width + j] =
        a[start + i] === b[start + j]
          ? at(longest, (i + 1) * width + j + 1) + 1
          : Math.max(at(longest, (i + 1) * width + j), at(longest, i * width + j + 1));
    }
  }
  let [i, j] = [0, 0];
  while (i < rows && j < columns) {
    if (a[start + i] === b[start + j]) places.push([start + i++, start + j++]);
    else if (at(longest, (i + 1) * width + j) >= at(longest, i * width + j + 1)) i++;
    else j++;
  }
  for (let n = 0; endA + n < a.length; n++) places.push([endA + n, endB + n]);
  return places;
}

/** Whether both texts have long words enough to be compared by them alone. */
export function areComparedByLong(a: SketchWords, b: SketchWords): boolean {
  return Math.min(a.long.length, b.long.length) >= ENOUGH;
}

/** The words by which two texts are compared. */
export function compared(a: SketchWords, b: SketchWords): [readonly string[], readonly string[]] {
  return areComparedByLong(a, b) ? [a.long, b.long] : [a.all, b.all];
}

/** How alike two texts are: twice the words they share in order, by the words of both; from 0 to 1. */
export function likeness(a: SketchWords, b: SketchWords): number {
  return shareOf(...compared(a, b));
}

/** The same by all words, the short ones too: finer where several texts are alike enough. */
export function fullLikeness(a: SketchWords, b: SketchWords): number {
  return shareOf(a.all, b.all);
}

function shareOf(ours: readonly string[], theirs: readonly string[]): number {
  const both = ours.length + theirs.length;
  return both === 0 ? 0 : (2 * commonPlaces(ours, theirs).length) / both;
}

/** The most that they can be alike: the same without order, which is cheap to compute. */
export function likenessBound(a: SketchWords, b: SketchWords): number {
  const [ours, theirs] = compared(a, b);
  const counts = new Map<string, number>();
  for (const word of ours) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of theirs) {
    const left = counts.get(word) ?? 0;
    if (left > 0) shared++;
    counts.set(word, left - 1);
  }
  const both = ours.length + theirs.length;
  return both === 0 ? 0 : (2 * shared) / both;
}

/** The penalty for each word between shared ones: chance matches lie far apart. */
const GAP = 0.25;

export interface Fit {
  /** How much of the part is there, from 0 to 1. */
  share: number;
  /** The stretch in which it is. */
  stretch: SketchWords;
  /** The whole without that. */
  rest: SketchWords;
}

/**
 * Where a text best fits into a longer one: the stretch that has most of its words, in order and
 * close to each other. A local alignment after Smith and Waterman, in which words left out of the
 * part cost nothing and words put in between cost a quarter each.
 */
export function fit(part: SketchWords, whole: SketchWords): Fit {
  const words = whole.all;
  const width = words.length + 1;
  let best = { score: 0, start: 0, end: 0 };
  let [scores, starts] = [new Float64Array(width), new Uint32Array(width).map((_, n) => n)];
  for (const word of part.all) {
    const [next, from] = [new Float64Array(width), new Uint32Array(width)];
    for (let j = 1; j < width; j++) {
      let [score, start] = [at(scores, j), at(starts, j)]; // the word is left out
      const between = at(next, j - 1) - GAP;
      if (between > score) [score, start] = [between, at(from, j - 1)];
      const shared = words[j - 1] === word ? at(scores, j - 1) + 1 : 0;
      if (shared > score) [score, start] = [shared, at(starts, j - 1)];
      next[j] = score;
      from[j] = score > 0 ? start : j;
      if (score > best.score) best = { score, start, end: j };
    }
    [scores, starts] = [next, from];
  }
  return {
    share: part.all.length === 0 ? 0 : best.score / part.all.length,
    stretch: wordsFrom(words.slice(best.start, best.end)),
    rest: wordsFrom([...words.slice(0, best.start), ...words.slice(best.end)]),
  };
}

/** The words of the second text that it does not share, in order, with the first. */
export function unshared(a: SketchWords, b: SketchWords): SketchWords {
  const shared = new Set(commonPlaces(a.all, b.all).map(([, place]) => place));
  return wordsFrom(b.all.filter((_, place) => !shared.has(place)));
}

const at = (list: Uint32Array | Float64Array, place: number) => list[place] ?? 0;
