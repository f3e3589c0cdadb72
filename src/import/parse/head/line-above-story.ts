import { findDates } from '../find-date.ts';
import { countWords, isCapitals } from '../text-shape.ts';
import type { HeadText } from './head-text.ts';
import { isReadable } from './headline-confidence.ts';
import { hasHeadlineVerb } from './headline-verbs.ts';
import { mayBeLetterhead } from './letterhead.ts';
import { endsOpen } from './line-layout.ts';
import { readsAsOtherPart } from './other-parts.ts';
import type { StoryStart } from './read-head.ts';
import { endsClean, hasLettersApart, isClean } from './scanned-line.ts';
import { isSpokenOf, type StoryWords } from './story-words.ts';

const MIN_WORDS = 4;

/** Whether its last line is right above the story. */
export const isAbove = ({ tokens }: HeadText, start: StoryStart) =>
  tokens.at(-1)?.unit === start.unit - 1;

/** What only letterheads have, wherever a scanner joined their lines: whose office it is, figures of an address. */
const OF_LETTERHEAD =
  /\b(?:minister|senator|member|leader|secretary|mayor|governor)\s(?:for|of)\b|^\W?(?:media|press|news)\W{0,3}\s\W?release|(?:\d[\s)-]{0,2}){8}/iu;

/** Whether a text is part of a letterhead, or has what a scanner makes of stains. */
const isNoHeadline = ({ text }: HeadText) =>
  mayBeLetterhead(text) ||
  !isClean(text) ||
  !endsClean(text) ||
  hasLettersApart(text) ||
  (OF_LETTERHEAD.test(text) && !hasHeadlineVerb(text));

/**
 * The line right above the story, if it reads as a headline and every text above it as a letterhead: it is the
 * headline, whatever a scanner made of the letterhead.
 */
export function lineAboveStory(
  candidates: readonly HeadText[],
  start: StoryStart,
  story: StoryWords,
): HeadText | undefined {
  const last = candidates.at(-1);
  if (last === undefined || !isAbove(last, start) || !isPlainHeadline(last)) return undefined;
  const others = candidates.slice(0, -1);
  return others.length > 0 && others.every(isNoHeadline) && isSpokenOf(last.text, story)
    ? last
    : undefined;
}

const isPlainHeadline = ({ text, isDoubtful, tokens }: HeadText): boolean =>
  !isDoubtful &&
  !hasLettersApart(text) &&
  countWords(text) >= MIN_WORDS &&
  (isCapitals(text) || hasHeadlineVerb(text)) &&
  isClean(text) &&
  endsClean(text) &&
  isReadable(text) &&
  !endsOpen(text) &&
  !mayBeLetterhead(text) &&
  !readsAsOtherPart(text) &&
  tokens.every((line) => findDates(line.text).length === 0);
