import { countWords, isCapitals, isTitleCase, shareOfSmall, wordsIn } from '../text-shape.ts';
import type { HeadText } from './head-text.ts';
import { endsWithVerb, hasHeadlineVerb } from './headline-verbs.ts';
import { isWeakHeadline } from './letterhead.ts';
import { endsOpen, isBound } from './line-layout.ts';
import { endsClean, isClean } from './scanned-line.ts';
import { readsAsOtherPart } from './other-parts.ts';

export const SURE = 0.9;
export const LIKELY = 0.82;
export const DOUBT = 0.65;

const MAX_HEADLINE = 45; // words
/** `Charged in Connection with the Fire`: of whom or what the line above speaks. */
const PARTICIPLE_FIRST = /^\p{L}{3,}ed\s+(?:in|for|with|by|on|after|of|to|at|from)\s/iu;
/** Characters of a line that show whether it begins in capitals, and goes on with one that is. */
const BEGINNING = 12;
const MIN_FULL = 40; // characters of a line that may have ended because it was full

/** The confidence that the second of two texts is a line below the first, and not its better. */
export function pairConfidence(first: HeadText, second: HeadText): number {
  const isBelow = second.tokens[0]?.unit === (first.tokens.at(-1)?.unit ?? 0) + 1;
  if (first.mayGoOn && isBelow && isCapitals(first.text) === isCapitals(second.text)) return DOUBT;
  // The name of an office, in whatever language, or a code above a headline.
  const [verb, verbBelow] = [first, second].map(({ text }) => hasHeadlineVerb(text));
  if (!verb && verbBelow && countWords(first.text) <= 4) return DOUBT;
  const goesOn = isBound(first.text, second.text) && isCapitals(second.text.slice(0, BEGINNING));
  if (isCapitals(first.text) && !isCapitals(second.text) && !goesOn) return SURE;
  if (isBound(first.text, second.text) || !isClean(second.text)) return DOUBT;
  if (/^[*•·▪●○–—-]/u.test(second.text)) return SURE;
  if (verb && /^["“„«]/u.test(second.text)) return SURE;
  if (isTitleCase(first.text) && shareOfSmall(second.text) >= 0.35) return SURE;
  // A headline of two lines has its capitals in both.
  if (PARTICIPLE_FIRST.test(second.text)) return DOUBT;
  const mayBeOne =
    isBelow && isTitleCase(first.text) && isTitleCase(second.text) && !(verb && verbBelow);
  if (countWords(first.text) >= 6 && !isCapitals(second.text) && !endsWithVerb(first.text))
    return mayBeOne && first.text.length >= MIN_FULL ? DOUBT : LIKELY;
  const areSentences = verb && verbBelow && countWords(first.text) >= 4;
  return areSentences && !mayBeOne && !isCapitals(second.text) ? LIKELY : DOUBT;
}

/** What is right about the shape of a headline limits the confidence in it. */
export function limited({ text, isDoubtful, heading }: HeadText, confidence: number): number {
  const count = countWords(text);
  if (count > MAX_HEADLINE) return 0.4;
  if (
    (heading === 0 && (!isClean(text) || !endsClean(text))) ||
    endsOpen(text) ||
    endsInCapitals(text)
  )
    return Math.min(DOUBT, confidence);
  if (isDoubtful) return Math.min(DOUBT, confidence);
  if (heading === 0 && (count < 3 || isWeakHeadline(text) || readsAsOtherPart(text)))
    return Math.min(DOUBT, confidence);
  return confidence;
}

/** Whether words in capitals follow others, as a headline that was joined to its letterhead. */
function endsInCapitals(text: string): boolean {
  const words = wordsIn(text);
  const last = words.slice(-3);
  return last.length === 3 && isCapitals(last.join('')) && !isCapitals(words.slice(0, 3).join(''));
}

/** Whether it has the letters that a headline has, and not what a scanner makes of stains. */
export function isReadable(text: string): boolean {
  const words = wordsIn(text);
  const single = words.filter((word) => /^\p{L}$/u.test(word));
  const odd = text.match(/[^\p{L}\p{M}\p{N}\s.,;:!?'"’‘“”«»„()[\]$€£¥%&/#*+–—-]/gu)?.length ?? 0;
  return (
    single.length <= 1.5 + words.length / 8 &&
    odd <= 1 &&
    /^[\p{L}\p{N}"“«„‘'¿¡$€£#*(\[]/u.test(text)
  );
}
