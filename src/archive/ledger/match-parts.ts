import { saysTheSame } from './evidence.ts';
import { fit, unshared } from './likeness.ts';
import { isFree, isLost, type Matching, type New, type Old, assign } from './matching.ts';
import { hasOtherKeys } from './other-keys.ts';
import type { SketchWords } from './sketch.ts';

/** The fewest words that can be found again as a part of something, and enough for some to differ. */
const [LEAST, ENOUGH] = [3, 12];
/** How much of a text must be found in another to count as a part of it. */
const PART = 0.6;
/** The same where it is short, or where its place does not speak for it. */
const SURE = 0.9;
/** How much of a statement its parts must hold together. */
const WHOLE = 0.5;

export const isPart = ({ all }: SketchWords, share: number, isInPlace = true) =>
  all.length >= ENOUGH
    ? share >= (isInPlace ? PART : SURE)
    : isInPlace && all.length >= LEAST && share >= SURE;

/** Whether the text begins or ends with the part, word for word: then a word or two are enough. */
function isAtEdge(part: SketchWords, { all }: SketchWords): boolean {
  const { length } = part.all;
  const isSame = (words: readonly string[]) => words.join(' ') === part.all.join(' ');
  return length > 0 && (isSame(all.slice(0, length)) || isSame(all.slice(-length)));
}

function isMerged({ words, gap }: Old, home: New, share: number): boolean {
  const isInPlace = home.gap === gap;
  // A new paragraph may well have a date or a name in it: a few words are not enough.
  if (isFree(home) && (home.isCopy || words.all.length < ENOUGH)) return false;
  return isPart(words, share, isInPlace) || (isInPlace && isAtEdge(words, home.rest()));
}

/** Finds statements that were merged into another one, whose words have changed with that. */
export function matchMerged(matching: Matching): void {
  const { olds, news } = matching;
  for (const old of olds.filter(isLost)) {
    const [best] = news
      .filter(({ isSame }) => !isSame)
      .map((home) => ({ home, ...fit(old.words, home.rest()) }))
      .filter(
        ({ home, share }) =>
          isMerged(old, home, share) &&
          (!isFree(home) || saysTheSame(matching, old, home)) &&
          !hasOtherKeys(matching, old, home, home.gap === old.gap),
      )
      .sort((a, b) => b.share - a.share);
    if (best === undefined) continue;
    const { home, rest } = best;
    const isInPlace = home.gap === old.gap;
    if (isFree(home)) {
      assign(old, home, 'edited', isInPlace);
    } else {
      Object.assign(old, { home, outcome: 'merged', isInPlace });
      if (home.owner) home.owner.outcome = 'merged';
    }
    home.rest = () => rest;
  }
}

/**
 * Finds what was cut down to a part of it, or split into so many that none is much like the whole:
 * the largest has its id.
 */
export function matchParts(matching: Matching): void {
  const { olds, news } = matching;
  for (const old of olds.filter(isLost)) {
    const beside = news.filter(
      (part) =>
        isFree(part) &&
        !part.isCopy &&
        part.gap === old.gap &&
        saysTheSame(matching, old, part) &&
        !hasOtherKeys(matching, old, part, true),
    );
    const parts = partsOf(old.words, beside);
    const length = parts.reduce((sum, part) => sum + part.words().all.length, 0);
    const [largest] = parts.toSorted((a, b) => b.words().all.length - a.words().all.length);
    if (largest === undefined) continue;
    const isCut = isPart(largest.words(), fit(largest.words(), old.words).share, false);
    if (!isCut && length < WHOLE * old.words.all.length) continue;
    assign(old, largest, parts.length > 1 ? 'split' : 'edited', true);
    for (const part of parts) if (part !== largest) part.partOf = old;
  }
}

/** Fewer words may be anywhere. */
const OWN_WORDS = 5;

/** Finds what was recorded twice and is there once: the link of the one that is gone leads to the same words. */
export function matchTwins({ olds, news }: Matching): void {
  for (const old of olds.filter(isLost)) {
    if (old.words.all.length < OWN_WORDS) continue;
    const home = news.find(({ digest, isSame }) => isSame && digest === old.digest);
    if (home) Object.assign(old, { home, outcome: 'merged', isInPlace: false });
  }
}

/** Marks edited statements as split where a part of theirs is a new statement beside them. */
export function noteSplits({ olds, news }: Matching): void {
  for (const old of olds) {
    if (old.outcome !== 'edited' || old.home === undefined) continue;
    const { gap } = old.home;
    const beside = news.filter((part) => isFree(part) && part.gap === gap);
    if (beside.length === 0) continue;
    const parts = partsOf(unshared(old.home.words(), old.words), beside);
    if (parts.length === 0) continue;
    old.outcome = 'split';
    for (const part of parts) part.partOf = old;
  }
}

/** Those of the texts that are parts of the words, each of another part. */
function partsOf(words: SketchWords, texts: readonly New[]): New[] {
  let left = words;
  return texts.filter((text) => {
    const { share, rest } = fit(text.words(), left);
    if (!isPart(text.words(), share)) return false;
    left = rest;
    return true;
  });
}
