import { isName } from '../find-contacts.ts';
import { findDates } from '../find-date.ts';
import type { TaggedUnit } from '../tag-units.ts';
import { countWords, isCapitals } from '../text-shape.ts';
import { type HeadText, lineAlone } from './head-text.ts';
import { isReadable } from './headline-confidence.ts';
import { isLabel } from './label.ts';
import { isLetterhead, mayBeLetterhead } from './letterhead.ts';
import { endsOpen } from './line-layout.ts';
import { readsAsOtherPart } from './other-parts.ts';
import type { StoryStart } from './read-head.ts';
import { endsClean, hasLettersApart, isClean, isStain } from './scanned-line.ts';
import { isSpokenOf, type StoryWords } from './story-words.ts';
import { wholeToken } from './title-lines.ts';

const MAX_UNITS = 40; // of the first page
const MIN_WORDS = 4;
/** Where a page ends: `2`, `- 2 -`, `PAGE 2`, `…/2`, `2.`, the stamp of a library. */
const PAGE_TURN =
  /^\W{0,6}(?:page\s?)?[23]\W{0,6}$|^\W{0,6}(?:\p{L}{1,20}\s{1,3}){0,2}library(?!\p{L}).{0,20}$/iu;

/**
 * The headline of a scanned page that was read after the text below it, because it is set in another size: in
 * capitals on a line of its own at the end of the first page, with what the story is about, and the only such line.
 */
export function displacedHeadline(
  units: readonly TaggedUnit[],
  start: StoryStart,
  story: StoryWords,
): HeadText | undefined {
  const page = units.slice(start.unit + 1, start.unit + MAX_UNITS);
  const turn = page.findIndex(({ text }) => PAGE_TURN.test(text));
  const lines = page.flatMap((unit, n) => (isLine(unit) ? [n] : []));
  const [place] = lines;
  const isAtEnd = place !== undefined && isEndOfPage(page, place, turn);
  if (place === undefined || lines.length > 1 || !isAtEnd) return undefined;
  const line = lineAlone(wholeToken(start.unit + 1 + place, page[place]?.text ?? ''));
  return isSpokenOf(line.text, story) ? line : undefined;
}

/** Whether the line is the last one of its page, or below the day that was read with it. */
const isEndOfPage = (page: readonly TaggedUnit[], place: number, turn: number): boolean =>
  turn === place + 1 || findDates(page[place - 1]?.text ?? '').some(({ start }) => start <= 12);

function isLine({ text, isBody, heading, tags }: TaggedUnit): boolean {
  if (isBody || heading > 0 || !isCapitals(text) || countWords(text) < MIN_WORDS) return false;
  if (tags.isFurniture || tags.hasNumber || isLabel(text) || isLetterhead(text) || isStain(text))
    return false;
  return (
    isClean(text) &&
    endsClean(text) &&
    isReadable(text) &&
    !hasLettersApart(text) &&
    !isName(text) &&
    !endsOpen(text) &&
    !mayBeLetterhead(text) &&
    !readsAsOtherPart(text) &&
    findDates(text).length === 0
  );
}
