import { announcesTheSame } from './opening.ts';
import { chineseHead, formulaOf } from './formula.ts';
import { commonPlaces, compared, fit, likeness } from './likeness.ts';
import type { Matching, New, Old } from './matching.ts';
import { type SketchWords, wordsFrom } from './sketch.ts';

/** Texts with fewer words are compared by likeness alone. */
const LEAST = 8;
/** What words weigh as evidence that two texts are one statement, edited; other words weigh 1. */
const [FORMULA, NAME, NUMBER, SHORT] = [0.15, 0.3, 0.3, 0.3];
/** With so much of what they say in common, texts are one statement; with less than the second, two. */
const [SURE, POSSIBLE] = [0.35, 0.1];
/** So much of one text must be in the other for it to be a part of that, and its words must weigh so much. */
const [WHOLE, ENOUGH] = [0.9, 2];
/** So much of a text, at its beginning, can be the formula by which an office's releases begin. */
const HEAD = 0.4;
/** So many words in a row can be the foot of an office's releases, where so little before it is alike. */
const [FOOT, OTHERS] = [4, 0.2];
/** So many of the words behind it must be shared where what the texts say does not decide. */
const TAIL = 0.3;
/** The same of the words of a quotation. */
const SAID = 0.4;
/** So many words of their own, shared, are evidence enough behind the opening. */
const SHARED = 3;

/**
 * Whether two texts that share words also say the same. Releases of one office share names, titles and the
 * phrases of the genre in whatever they announce, in their openings most of all; only other words show that a
 * text was edited rather than replaced. Weights and bounds are measured by `npm run bench -- identity`.
 */
export function saysTheSame(
  matching: Pick<Matching, 'olds' | 'countOld'>,
  old: Old,
  home: New,
): boolean {
  const { words } = old;
  const present = home.words();
  if (Math.min(words.all.length, present.all.length) < LEAST) return true;
  const weight = weightsOf(home);
  const sum = (list: readonly string[]) => list.reduce((all, shadow) => all + weight(shadow), 0);
  const isOpening = matching.olds.find(({ isLiving }) => isLiving) === old;
  const saysSomething = (shadow: string) => weight(shadow) === 1;
  if (isOpening && !announcesTheSame(old, home, saysSomething)) return false;
  const isClosing = matching.olds.findLast(({ isLiving }) => isLiving) === old;
  if (isClosing && sharesFootAlone(words.all, present.all)) return false;
  const [ours, theirs] = compared(words, present);
  const shared = commonPlaces(ours, theirs).map(([place]) => ours[place] ?? '');
  const both = sum(ours) + sum(theirs);
  const share = both === 0 ? 0 : (2 * sum(shared)) / both;
  if ((!isOpening || sum(shared) >= ENOUGH) && isWithin(words, present)) return true;
  if (share >= SURE || share < POSSIBLE) return share >= SURE;
  const quoted = home.tokens().filter(({ isQuoted }) => isQuoted);
  if (quoted.length >= LEAST) {
    // Who said it, and in which office, is no evidence that it is the same that was said.
    const said = quoted.map(({ shadow }) => shadow);
    return commonPlaces(words.all, said).length >= SAID * said.length;
  }
  // What other statements say as well is what the release is about.
  const own = commonPlaces(words.all, present.all)
    .map(([place]) => words.all[place] ?? '')
    .filter((shadow) => saysSomething(shadow) && matching.countOld(shadow) <= 1);
  if (!isOpening && own.length >= SHARED) return true;
  return tailShare(words.all, present.all) >= TAIL;
}

/** Whether all that two last texts share is their foot: an address, a notice, or what a web page ended with. */
function sharesFootAlone(ours: readonly string[], theirs: readonly string[]): boolean {
  let foot = 0;
  while (foot < Math.min(ours.length, theirs.length) && ours.at(-1 - foot) === theirs.at(-1 - foot))
    foot++;
  const [a, b] = [ours, theirs].map((words) => wordsFrom(words.slice(0, words.length - foot)));
  if (!a || !b || foot < FOOT || Math.min(a.all.length, b.all.length) < LEAST) return false;
  return likeness(a, b) < OTHERS && !isWithin(a, b);
}

/** Whether one of the two is a stretch of the other: it was cut, or something was added. */
function isWithin(a: SketchWords, b: SketchWords): boolean {
  const [part, whole] = a.all.length < b.all.length ? [a, b] : [b, a];
  return fit(part, whole).share >= WHOLE;
}

function weightsOf({ text, tokens }: New): (shadow: string) => number {
  const weights = new Map<string, number>();
  const [formula, head] = [formulaOf(text), chineseHead(text)];
  for (const { shadow, word, start } of tokens()) {
    const isName = /^\p{Lu}/u.test(word) || start < head;
    const kind = /\p{N}/u.test(word) ? NUMBER : isName ? NAME : 1;
    weights.set(shadow, Math.min(kind, weights.get(shadow) ?? 1));
  }
  return (shadow) => {
    const general = formula.has(shadow) ? FORMULA : shadow.length === 1 ? SHORT : 1;
    return general * (weights.get(shadow) ?? 1);
  };
}

/** How much two texts share behind their heads, from 0 to 1. */
function tailShare(ours: readonly string[], theirs: readonly string[]): number {
  const [headA, headB] = [HEAD * ours.length, HEAD * theirs.length];
  const shared = commonPlaces(ours, theirs).filter(([a, b]) => a >= headA && b >= headB);
  return (2 * shared.length) / ((1 - HEAD) * (ours.length + theirs.length));
}
