import { CONTACT_LABEL } from '../contact-line.ts';
import { findDates } from '../find-date.ts';
import { releaseLineAt } from '../release-line.ts';
import type { TaggedUnit } from '../tag-units.ts';
import { isCapitals, isTitleCase, wordsIn } from '../text-shape.ts';
import type { Token } from '../token.ts';
import { datelineOn } from './dateline-line.ts';
import { type HeadPart, type HeadText, joinLines } from './head-text.ts';
import { beginsWithVerb } from './headline-verbs.ts';
import { isLabel } from './label.ts';
import { goesOnLetterhead, isLetterhead, isPlaceBesideDay, namesPerson } from './letterhead.ts';
import { continuation, isBound, type LineLayout } from './line-layout.ts';
import { isTitleText, linesOfTitle, wholeToken } from './title-lines.ts';

/** What is known about a text while its head is read. */
export interface HeadReading {
  units: readonly TaggedUnit[];
  layout: LineLayout;
  titles: ReadonlyMap<string, number>;
}

export const MAX_PARAGRAPH_LINES = 8; // of one paragraph in it

/** Whether a line is something else than a text of the head: a day, a contact, the story's dateline. */
export function isOtherPart(units: readonly TaggedUnit[], n: number): boolean {
  const unit = units[n];
  if (unit === undefined || unit.isBody) return true;
  const { text, tags } = unit;
  if (tags.isFurniture || CONTACT_LABEL.test(text)) return true;
  if (releaseLineAt(text) !== undefined || datelineOn(units, n, 0) !== undefined) return true;
  if (/^(?:re|subject|asunto|objet|betreff)\s*:/iu.test(text)) return true;
  const [date] = findDates(text);
  if (date === undefined || wordsIn(text.slice(date.end)).length > 3) return false;
  return date.start <= 12 || isLabel(text.slice(0, date.start));
}

/** The paragraph of the head that begins with a token, and the first unit after it. */
export function paragraphLines(
  { units, layout, titles }: HeadReading,
  token: Token,
  isLast: boolean,
): { paragraph: HeadText; next: number } {
  const tokens: Token[] = [token];
  let [isDoubtful, isTitle] = [false, isTitleText(token.text, token.unit, titles)];
  const known = isLast && !isTitle ? linesOfTitle(units, token, titles) : undefined;
  if (known !== undefined) {
    tokens.push(...known);
    isTitle = true;
  }
  for (
    let n = token.unit;
    isLast && known === undefined && tokens.length < MAX_PARAGRAPH_LINES;
    n++
  ) {
    const [line, next] = [units[n], units[n + 1]];
    if (line === undefined || next === undefined || isOtherPart(units, n + 1)) break;
    const how = continuation(line, next, layout);
    // What the page's title says is whole, but for a word that its last line breaks off.
    const isOwn = isTitle && how !== 'certain';
    if (how === 'no' || isOwn || isTitleText(next.text, n + 1, titles)) break;
    const isLong = layout.isWrapped && line.text.length >= 0.6 * layout.width;
    const isOther = isLabel(tokens.length === 1 ? token.text : line.text) || (!isLong && isLetterheadLine(line) !== isLetterheadLine(next)); // prettier-ignore
    const isOneSentence =
      how === 'certain' &&
      (line.heading > 0 || isBound(line.text, next.text) || beginsWithVerb(next.text));
    const isPersonBelow =
      how === 'likely' && isCapitals(line.text) && isLetterheadLine(next) && namesPerson(next.text);
    if ((isOther && !isOneSentence) || isPersonBelow) break;
    if (how === 'likely') isDoubtful = true;
    tokens.push(wholeToken(n + 1, next.text));
  }
  const text = joinLines(tokens.map((one) => one.text));
  const heading = units[token.unit]?.heading ?? 0;
  // `For Immediate Release: Office of …`: what comes after the label on its line is the headline.
  const isReleased = releaseLineAt(units[token.unit]?.text ?? '') !== undefined && token.start > 0;
  const paragraph: HeadText = {
    kind: 'paragraph',
    tokens,
    text,
    heading,
    isLarge: tokens.every(({ unit }) => units[unit]?.isLarge === true),
    isDoubtful: isDoubtful && !layout.isWrapped,
    isTitle,
    mayGoOn:
      isLast &&
      layout.isWrapped &&
      (units[token.unit + tokens.length - 1]?.text.length ?? 0) >= 0.6 * layout.width,
    isLetterhead:
      wordsIn(text).length === 0 ||
      (isBesideDay(units[token.unit]?.text ?? '', token, isLast) && isPlaceBesideDay(text)) ||
      (isInRowOfDay(units, token.unit) && isPlaceBesideDay(text)) ||
      isLabel(text) ||
      (!isTitle && !isReleased && heading === 0 && isLetterhead(text)),
  };
  return { paragraph, next: token.unit + tokens.length };
}

/**
 * Adds a paragraph: to the letterhead, if that goes on with it; with the line above it, if that reads as
 * part of a letterhead and is what the paragraph is about: `Minister for Towers` above `to Visit the Pier`.
 */
export function pushParagraph(parts: HeadPart[], paragraph: HeadText) {
  const above = parts.at(-1);
  const { isTitle, heading, text } = paragraph;
  const isBelow = above?.kind === 'paragraph' && above.isLetterhead && !isTitle && heading === 0;
  if (!isBelow) parts.push(paragraph);
  else if (goesOnLetterhead(above.text, text)) parts.push({ ...paragraph, isLetterhead: true });
  else if (
    beginsWithVerb(text) &&
    isCapitals(text) === isCapitals(above.text) &&
    isTitleCase(text)
  ) {
    const tokens = [...above.tokens, ...paragraph.tokens];
    parts.splice(-1, 1, { ...paragraph, tokens, text: joinLines([above.text, text]) });
  } else parts.push(paragraph);
}

/** Whether a day comes before a text on its line, or after it and a comma. */
function isBesideDay(line: string, { start, end, text }: Token, isLast: boolean): boolean {
  const isReleased = releaseLineAt(line)?.end === start;
  if (start === 0 || isReleased) return !isLast && /,(?:\s\p{L}{2,3})?$/u.test(text);
  const [date] = findDates(line.slice(0, start));
  return (
    isLast &&
    date !== undefined &&
    end === line.length &&
    !/\p{L}/u.test(line.slice(date.end, start))
  );
}

/** Whether a gap or a tab is between a text and the day at the beginning of its line. */
function isInRowOfDay(units: readonly TaggedUnit[], n: number): boolean {
  const unit = units[n];
  if (unit?.isApart !== true) return false;
  const first = units.findLast(({ line, isApart }, k) => k < n && line === unit.line && !isApart);
  const [date] = findDates(first?.text ?? '');
  return date !== undefined && date.start === 0 && date.end === first?.text.length;
}

const isLetterheadLine = ({ text }: TaggedUnit) => isLetterhead(text);
