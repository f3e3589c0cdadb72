import { findDates } from '../find-date.ts';
import { collapse, wordsIn } from '../text-shape.ts';
import { hasHeadlineVerb } from './headline-verbs.ts';
import { isLetterhead } from './letterhead.ts';
import { isClean } from './scanned-line.ts';

/** Places in a line, as offsets. */
export interface GluedLine {
  headline: { start: number; end: number };
  /** Where the story begins. */
  story: number;
}

const REACH = 1200; // characters
const MIN_WORDS = 3; // of the headline
/** Between capitals and the first words of a story, with nothing between them: `REBUILTThe minister`. */
const BOUNDARY =
  /(?<=\p{Lu}{3}["”’'!?)]{0,2})(?=\p{Lu}\p{Ll}+\.?,?\s{1,2}(?:\p{Lu}\p{Ll}+,?\s{1,2}){0,3}\p{Ll}{2,}|\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+,)/gu;
/** The same with a space between them, where the capitals are a headline beyond doubt: they have a verb. */
const SPACED =
  /(?<=\p{Lu}{3}["”’'!?)]{0,2}) {1,2}(?=(?:The|An?|In|More|Mr|Mrs|Ms|Dr)\s(?:\p{L}+,?\s){0,4}\p{Ll}{3,})/gu;
const MIN_SPACED = 4; // words
/** Figures that the headline follows with nothing between: `3 MAY 1993HARBOUR`, `12/93HARBOUR`. */
const AFTER_FIGURES = /(?<=\d{2})(?=\p{Lu}{3,}[\s:,])/gu;

/**
 * A headline in capitals that was glued to the story after it, and to the figures before it, where lines were joined
 * without a space.
 */
export function gluedLine(line: string): GluedLine | undefined {
  const text = line.slice(0, REACH);
  const places = [...text.matchAll(BOUNDARY), ...text.matchAll(SPACED)];
  for (const { index, 0: gap } of places) {
    const story = index + gap.length;
    const before = text.slice(0, index);
    const capitals = ([...before.matchAll(/\p{Ll}/gu)].at(-1)?.index ?? -1) + 1;
    const start = startOf(before, capitals);
    if (start === undefined) continue;
    const headline = before.slice(start);
    const isHeadline =
      wordsIn(headline).length >= MIN_WORDS &&
      isClean(headline) &&
      !WITH_NUMBER.test(headline) &&
      !isLetterhead(collapse(headline));
    const isSure =
      gap === '' || (wordsIn(headline).length >= MIN_SPACED && hasHeadlineVerb(headline));
    if (isHeadline && isSure) return { headline: { start, end: index }, story };
  }
  return undefined;
}

/** The number of a release, whose figures may go on in those of the headline: `MPH 12/93111 PIERS`. */
const WITH_NUMBER = /^\s*\p{Lu}{1,5}\s?\d{1,4}\/\d{2}/u;

/** Where the headline begins: after the last figures or day in the capitals before the story, or with its line. */
function startOf(before: string, capitals: number): number | undefined {
  const figures = [...before.slice(capitals).matchAll(AFTER_FIGURES)].at(-1)?.index;
  if (figures !== undefined) return capitals + figures;
  const day = findDates(before).at(-1)?.end ?? -1;
  const gap = /^\s*/u.exec(before.slice(Math.max(0, day)))?.[0].length ?? 0;
  if (day >= capitals) return day + gap;
  return capitals === 0 ? gap : undefined;
}
