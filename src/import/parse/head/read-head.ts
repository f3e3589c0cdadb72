import { CONTACT_LABEL } from '../contact-line.ts';
import { findDates } from '../find-date.ts';
import type { FoundDateline } from '../find-dateline.ts';
import { unitTokens } from '../head-tokens.ts';
import { releaseLineAt } from '../release-line.ts';
import type { TaggedUnit } from '../tag-units.ts';
import { countWords, endsWithStop, isCapitals, wordsIn, isTitleCase } from '../text-shape.ts';
import type { Token } from '../token.ts';
import { datelineOn } from './dateline-line.ts';
import { type HeadPart, type HeadText, joinLines } from './head-text.ts';
import { goesOnLetterhead, isLabel, isLetterhead, isPlaceBesideDay } from './letterhead.ts';
import { continuation, isBound, lineLayout, type LineLayout } from './line-layout.ts';
import { isRepeatedBelow, pageTitles } from './page-title.ts';
import { beginsWithVerb } from './headline-verbs.ts';
import { isDividedLetterhead, isStain } from './scanned-line.ts';
import { isSalutation, isStory } from './story-start.ts';
import { isTitleText, linesOfTitle, wholeToken } from './title-lines.ts';
import { unlabelledContacts } from './unlabelled-contacts.ts';

/** Where the body begins, and where its first words after the dateline are. */
export interface StoryStart {
  unit: number;
  offset: number;
  dateline: FoundDateline | undefined;
  story: { unit: number; offset: number };
}

/** The head of a release: its parts in their order, and where the body begins. */
export interface Head {
  parts: HeadPart[];
  start: StoryStart;
  /** Whether something reads as a story; else the body is what is below the first line. */
  hasStory: boolean;
}

/** What is known about a text while its head is read. */
interface Reading {
  units: readonly TaggedUnit[];
  layout: LineLayout;
  titles: ReadonlyMap<string, number>;
}

const MAX_UNITS = 60; // of a head
const MAX_LINES = 8; // of one paragraph in it
const LOOKAHEAD = 4; // units below a line in which a dateline shows that it is no story yet
const MAX_BELOW = 45; // words of a line below the headline

/** Reads the head of a release until the body begins: with a dateline, else with the first sentence. */
export function readHead(units: readonly TaggedUnit[]): Head {
  const reading: Reading = { units, layout: lineLayout(units), titles: pageTitles(units) };
  const parts: HeadPart[] = [];
  const end = Math.min(units.length, MAX_UNITS);
  for (let n = 0; n < end;) {
    if (units[n]?.isBody) return { parts, start: startAt(n, 0), hasStory: true };
    const people = unlabelledContacts(units, n);
    if (people !== undefined) {
      parts.push(...people.tokens.filter((token) => token.kind !== 'text'));
      n = people.next;
      continue;
    }
    const read = unitTokens(units, n, end - 1, false);
    let next = read.next;
    for (const token of read.tokens) {
      if (token.kind !== 'text') {
        parts.push(token);
        continue;
      }
      const found = datelineOn(units, n, token.start);
      if (found !== undefined) {
        const start = { unit: n, offset: token.start, ...found };
        return { parts, start, hasStory: true };
      }
      if (beginsStory(reading, token, parts)) return { parts, ...storyFrom(reading, token, parts) };
      const lines = paragraphLines(reading, token, token === read.tokens.at(-1));
      pushParagraph(parts, lines.paragraph);
      next = Math.max(next, lines.next);
    }
    n = next;
  }
  // A text in capitals throughout: its first long sentence.
  const first = parts.findIndex((part) => part.kind === 'paragraph' && isLongSentence(part.text));
  const [token] = (first > 0 && parts[first]?.kind === 'paragraph' && parts[first].tokens) || [];
  if (token !== undefined)
    return {
      parts: parts.slice(0, first),
      start: startAt(token.unit, token.start),
      hasStory: false,
    };
  const below = units.length > 1 ? 1 : 0;
  return { parts: parts.slice(0, below), start: startAt(below, 0), hasStory: false };
}

const MIN_SENTENCE = 14; // words
const isLongSentence = (text: string) => countWords(text) >= MIN_SENTENCE && endsWithStop(text);

const startAt = (unit: number, offset: number): StoryStart => ({
  unit,
  offset,
  dateline: undefined,
  story: { unit, offset },
});

/** What follows a line and belongs to the same sentence, with the line itself. */
function runFrom({ units, layout }: Reading, unit: number, offset: number): string[] {
  const lines = [units[unit]?.text.slice(offset) ?? ''];
  for (let n = unit; lines.length < MAX_LINES; n++) {
    const [line, next] = [units[n], units[n + 1]];
    if (line === undefined || next === undefined) break;
    if (continuation(line, next, layout) !== 'certain' || isAnchor(units, n + 1)) break;
    lines.push(next.text);
  }
  return lines;
}

/** Whether a line is something else than a text of the head: a day, a contact, the story's dateline. */
function isAnchor(units: readonly TaggedUnit[], n: number): boolean {
  const unit = units[n];
  if (unit === undefined || unit.isBody) return true;
  const { text, tags } = unit;
  if (tags.isFurniture || CONTACT_LABEL.test(text)) return true;
  if (releaseLineAt(text) !== undefined || datelineOn(units, n, 0) !== undefined) return true;
  if (/^(?:re|subject|asunto|objet|betreff)\s*:/iu.test(text)) return true;
  const [date] = findDates(text);
  return date !== undefined && date.start <= 12 && wordsIn(text.slice(date.end)).length <= 3;
}

const isCandidate = (part: HeadPart) => part.kind === 'paragraph' && !part.isLetterhead;

/** Whether the body begins with a token of the head, though it has no dateline. */
function beginsStory(reading: Reading, { unit, start }: Token, parts: readonly HeadPart[]) {
  const { units } = reading;
  const run = runFrom(reading, unit, start);
  const text = joinLines(run);
  if (isStain(text) || isDividedLetterhead(text)) return false;
  if (!isStory(text, parts.some(isCandidate)) || isRepeatedBelow(units, unit)) return false;
  if (start === 0 && isTitleText(units[unit]?.text ?? '', unit, reading.titles)) return false;
  if (isSalutation(text) || countWords(text) > MAX_BELOW) return true;
  const below = unit + run.length;
  for (let n = below; n < Math.min(units.length, below + LOOKAHEAD); n++) {
    if (datelineOn(units, n, 0) !== undefined) return false;
    if (units[n]?.isBody || (units[n]?.tags.words ?? 0) > MAX_BELOW) break;
  }
  return true;
}

const ADDRESSEE =
  /^(?:the\s+)?(?:hon(?:ou?rable)?|mr|mrs|ms|dr|sir|senator|secretary|president|director|administrator|chair(?:man|woman)?|to|attn|attention|sr|sra|señora?)\b[.:]?\s/iu;

/** The body from a token on, with what belongs to it above: an addressee, the first words of a sentence. */
function storyFrom({ units, layout }: Reading, { unit, start }: Token, parts: HeadPart[]) {
  let [from, offset] = [unit, start];
  const takeBack = (count: number) => {
    const [first] = parts.splice(parts.length - count);
    const [token] = first?.kind === 'paragraph' ? first.tokens : [first];
    if (token !== undefined) [from, offset] = [token.unit, token.start];
  };
  if (isSalutation(units[unit]?.text.slice(start) ?? '')) {
    const last = parts.findLastIndex(({ kind }) => kind !== 'paragraph' && kind !== 'furniture');
    const first = parts.findIndex(
      (part, n) => n > last && part.kind === 'paragraph' && ADDRESSEE.test(part.text),
    );
    if (first !== -1) takeBack(parts.length - first);
  }
  // A page whose lines end where its markup does: the sentence may have begun above.
  const isWithin = /^\p{Ll}/u.test(units[unit + 1]?.text ?? '') || /^\p{Ll}/u.test(units[unit]?.text ?? ''); // prettier-ignore
  const above = parts.at(-1);
  const isFragment =
    above?.kind === 'paragraph' &&
    above.tokens.at(-1)?.unit === from - 1 &&
    !above.isTitle &&
    above.heading === 0 &&
    !isCapitals(above.text) &&
    wordsIn(above.text).length <= 6;
  if (!layout.isWrapped && isWithin && isFragment && parts.filter(isTitle).length > 0) takeBack(1);
  return { start: startAt(from, offset), hasStory: true };
}

const isTitle = (part: HeadPart) => part.kind === 'paragraph' && part.isTitle;

/** The paragraph of the head that begins with a token, and the first unit after it. */
function paragraphLines(
  { units, layout, titles }: Reading,
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
  for (let n = token.unit; isLast && known === undefined && tokens.length < MAX_LINES; n++) {
    const [line, next] = [units[n], units[n + 1]];
    if (line === undefined || next === undefined || isAnchor(units, n + 1)) break;
    const how = continuation(line, next, layout);
    // What the page's title says is whole, but for a word that its last line breaks off.
    const isOwn = isTitle && how !== 'certain';
    if (how === 'no' || isOwn || isTitleText(next.text, n + 1, titles)) break;
    const isLong = layout.isWrapped && line.text.length >= 0.6 * layout.width;
    const isOther = isLabel(line.text) || (!isLong && isLetterheadLine(line) !== isLetterheadLine(next)); // prettier-ignore
    const isOneSentence =
      how === 'certain' &&
      (line.heading > 0 || isBound(line.text, next.text) || beginsWithVerb(next.text));
    if (isOther && !isOneSentence) break;
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
    isDoubtful: isDoubtful && !layout.isWrapped,
    isTitle,
    mayGoOn:
      isLast &&
      layout.isWrapped &&
      (units[token.unit + tokens.length - 1]?.text.length ?? 0) >= 0.6 * layout.width,
    isLetterhead:
      wordsIn(text).length === 0 ||
      (isBesideDay(units[token.unit]?.text ?? '', token, isLast) && isPlaceBesideDay(text)) ||
      isLabel(text) ||
      (!isTitle && !isReleased && heading === 0 && isLetterhead(text)),
  };
  return { paragraph, next: token.unit + tokens.length };
}

/**
 * Adds a paragraph: to the letterhead, if that goes on with it; with the line above it, if that reads as
 * part of a letterhead and is what the paragraph is about: `Minister for Towers` above `to Visit the Pier`.
 */
function pushParagraph(parts: HeadPart[], paragraph: HeadText) {
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
  if (start === 0) return !isLast && /,(?:\s\p{L}{2,3})?$/u.test(text);
  const [date] = findDates(line.slice(0, start));
  return (
    isLast &&
    date !== undefined &&
    end === line.length &&
    !/\p{L}/u.test(line.slice(date.end, start))
  );
}

const isLetterheadLine = ({ text }: TaggedUnit) => isLetterhead(text);
