import { saysTheSame } from './evidence.ts';
import {
  areComparedByLong,
  commonPlaces,
  fit,
  fullLikeness,
  likeness,
  likenessBound,
  unshared,
} from './likeness.ts';
import { isFree, isLost, type Matching, type New, type Old, assign } from './matching.ts';
import { hasOtherKeys } from './other-keys.ts';
import type { SketchWords } from './sketch.ts';

/** So few words are alike by chance. */
const FEW = 8;

/**
 * How alike two texts must be to count as one statement, edited. Between neighbours that did not
 * change, paragraphs that have nothing to do with each other share less than 0.2 of their long words
 * in 995 of 1,000 cases; in another place a statement needs more to be known again. Short texts, and
 * short words, are alike by chance: they need most. Measured by `npm run bench -- identity`.
 */
function neededLikeness(a: SketchWords, b: SketchWords, isInPlace: boolean): number {
  const isShort = Math.min(a.all.length, b.all.length) < FEW;
  if (!isInPlace) return isShort ? 0.75 : 0.5;
  return isShort ? 0.55 : areComparedByLong(a, b) ? 0.25 : 0.4;
}

/** What was recorded as removed needs this much more to count as restored. */
const RESTORED = 0.1;
/** What has its very words elsewhere in the text, where they are another statement's, needs so much. */
const TWIN = 0.7;
/** The same where the present words are those of another statement: all but a number in front, or the like. */
const COPY = 0.9;
/** How much of a text must be found in another to count, for certain, as a part of it. */
const SURE = 0.9;
/** By how much something else must be more alike to outweigh the place. */
const FAR = 0.1;
/** By how much it must be more alike than any other, where its place does not speak for it. */
const MARGIN = 0.1;

/**
 * Finds the statements that have the same words: as many as stay in order, then others in other
 * places, then those that were merged or removed and are back. Between the first, gaps are counted.
 */
export function matchSameWords({ olds, news }: Matching): void {
  const living = olds.filter(({ isLiving }) => isLiving);
  const inOrder = commonPlaces(
    living.map(({ digest }) => digest),
    news.map(({ digest }) => digest),
  );
  for (const [o, n] of inOrder) {
    const [old, home] = [living[o], news[n]];
    if (old && home) assign(old, home, 'kept', true);
  }
  countGaps(olds, ({ isInPlace }) => isInPlace);
  countGaps(news, ({ owner }) => owner !== undefined);

  for (const former of [living, olds.filter(({ isLiving }) => !isLiving)]) {
    for (const old of former.filter(({ home }) => home === undefined)) {
      const home = news.find((one) => isFree(one) && one.digest === old.digest);
      if (home) assign(old, home, old.isLiving ? 'moved' : 'restored', false);
    }
  }
}

function countGaps<One extends { gap: number }>(all: One[], isFixed: (one: One) => boolean) {
  let gap = 0;
  for (const one of all) one.gap = isFixed(one) ? gap++ : gap;
}

/**
 * Within each gap finds, in order, the statements that are most alike; but not where one of the two is
 * much more like something in another place.
 */
export function matchInPlace(matching: Matching): void {
  const { olds, news } = matching;
  const alikeness = alikenessIn(matching);
  const [lost, free] = [olds.filter(isLost), news.filter(isFree)];
  const best = new Map<Old | New, number>();
  for (const old of lost) {
    for (const home of free) {
      const alike = alikeness(old, home, old.gap === home.gap);
      for (const one of [old, home]) best.set(one, Math.max(best.get(one) ?? 0, alike));
    }
  }
  const fits = (old: Old, home: New) => {
    const alike = alikeness(old, home, true);
    const better = Math.max(best.get(old) ?? 0, best.get(home) ?? 0);
    return alike > better - FAR ? alike : 0;
  };
  const freeIn = Map.groupBy(free, ({ gap }) => gap);
  for (const [gap, lostIn] of Map.groupBy(lost, ({ gap }) => gap)) {
    for (const [old, home] of mostAlikeInOrder(lostIn, freeIn.get(gap) ?? [], fits)) {
      assignEdited(old, home, true);
    }
  }
}

/** The pairs, in the order of both lists, that are most alike together. */
function mostAlikeInOrder(
  olds: readonly Old[],
  news: readonly New[],
  fits: (old: Old, home: New) => number,
): [Old, New][] {
  let row: { sum: number; pairs: Pair | undefined }[] = news.map(() => NONE);
  for (const old of olds) {
    let before = NONE; // what was best above and to the left
    let left = NONE;
    row = news.map((home, n) => {
      const above = row[n] ?? NONE;
      const alike = fits(old, home);
      const taken = { sum: before.sum + alike, pairs: { old, home, rest: before.pairs } };
      before = above;
      left = [above, left, ...(alike > 0 ? [taken] : [])].reduce((a, b) => (b.sum > a.sum ? b : a));
      return left;
    });
  }
  const found: [Old, New][] = [];
  for (let pair = row.at(-1)?.pairs; pair; pair = pair.rest) found.push([pair.old, pair.home]);
  return found;
}

interface Pair {
  old: Old;
  home: New;
  rest: Pair | undefined;
}
const NONE: { sum: number; pairs: Pair | undefined } = { sum: 0, pairs: undefined };

/** How alike two statements are; 0 if that is too little, or for another reason one cannot be the other. */
function alikenessIn(matching: Matching) {
  const present = new Set(matching.news.map(({ digest }) => digest));
  return (old: Old, home: New, isInPlace: boolean): number => {
    const [a, b] = [old.words, home.words()];
    const least = home.isCopy ? COPY : present.has(old.digest) ? TWIN : 0;
    const needed = Math.max(least, neededLikeness(a, b, isInPlace) + (old.isLiving ? 0 : RESTORED));
    if (likenessBound(a, b) < needed || likeness(a, b) < needed) return 0;
    const isOther =
      !saysTheSame(matching, old, home) || hasOtherKeys(matching, old, home, isInPlace);
    return isOther ? 0 : fullLikeness(a, b);
  };
}

/**
 * Finds what was edited and moved as well, and what was removed and is back with other words: only
 * where it is more alike than anything else by far.
 */
export function matchElsewhere(matching: Matching): void {
  const { olds, news } = matching;
  const alikeness = alikenessIn(matching);
  const lost = olds.filter(
    (old) => isLost(old) || (old.home === undefined && !old.host && !old.isElsewhere),
  );
  const pairs = lost
    .flatMap((old) =>
      news.filter(isFree).map((home) => ({ old, home, alike: alikeness(old, home, false) })),
    )
    .filter(({ alike }) => alike > 0)
    .sort((a, b) => b.alike - a.alike);
  const isRivalled = ({ old, home, alike }: (typeof pairs)[number]) =>
    pairs.some(
      (other) =>
        other.alike > alike - MARGIN &&
        // Where it was split any of its parts is right; what it was merged into is right as well.
        ((other.old === old && other.home !== home && fit(home.words(), old.words).share < SURE) ||
          (other.home === home && other.old !== old && fit(old.words, home.words()).share < SURE)),
    );
  for (const { old, home } of pairs.filter((pair) => !isRivalled(pair))) {
    if (old.home === undefined && isFree(home)) assignEdited(old, home, false);
  }
}

function assignEdited(old: Old, home: New, isInPlace: boolean) {
  assign(old, home, old.isLiving ? 'edited' : 'restored', isInPlace);
  home.rest = () => unshared(old.words, home.words());
}
