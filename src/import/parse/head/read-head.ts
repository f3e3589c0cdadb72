import { CONTACT_LABEL } from '../contact-line.ts';
import { findDates } from '../find-date.ts';
import type { FoundDateline } from '../find-dateline.ts';
import { tokensBefore, unitTokens } from '../head-tokens.ts';
import type { TaggedUnit } from '../tag-units.ts';
import { countWords, endsWithStop, isCapitals, wordsIn } from '../text-shape.ts';
import type { Token } from '../token.ts';
import { datelineOn } from './dateline-line.ts';
import { gluedLine, type GluedLine } from './glued-line.ts';
import {
  isOtherPart,
  MAX_PARAGRAPH_LINES,
  paragraphLines,
  pushParagraph,
  type HeadReading,
} from './head-paragraph.ts';
import { type HeadPart, joinLines, lineAlone } from './head-text.ts';
import { continuation, lineLayout } from './line-layout.ts';
import { isRepeatedBelow, pageTitles } from './page-title.ts';
import { isDividedLetterhead, isStain } from './scanned-line.ts';
import { endOfNote } from './covering-note.ts';
import { isSalutation, isStory } from './story-start.ts';
import { isTitleText } from './title-lines.ts';
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

const MAX_UNITS = 60; // of a head
const LOOKAHEAD = 4; // units below a line in which a dateline shows that it is no story yet
const MAX_BELOW = 45; // words of a line below the headline

/** Reads the head of a release until the body begins: with a dateline, else with the first sentence. */
export function readHead(units: readonly TaggedUnit[]): Head {
  const reading: HeadReading = { units, layout: lineLayout(units), titles: pageTitles(units) };
  const parts: HeadPart[] = [];
  const end = Math.min(units.length, MAX_UNITS);
  for (let n = 0; n < end;) {
    if (units[n]?.isBody) return { parts, start: belowPoints(units, n), hasStory: true };
    const release = endOfNote(units, n);
    if (release !== undefined) {
      parts.push(...units.slice(n, release).map(({ text }, k) => wholeFurniture(n + k, text)));
      n = release;
      continue;
    }
    const people = unlabelledContacts(units, n);
    if (people !== undefined) {
      parts.push(...people.tokens.filter((token) => token.kind !== 'text'));
      n = people.next;
      continue;
    }
    const glued = gluedLine(units[n]?.text ?? '');
    if (glued !== undefined) {
      parts.push(...gluedParts(units, n, glued));
      return { parts, start: startAt(n, glued.story), hasStory: true };
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

const MAX_POINTS = 8; // lines of a list between headline and story
const MAX_POINT = 25; // words

/** The body from a list on: below a list of the main points, the story may begin with its dateline. */
function belowPoints(units: readonly TaggedUnit[], n: number): StoryStart {
  const isPoint = (unit: TaggedUnit | undefined) =>
    unit?.isBody === true && unit.tags.words <= MAX_POINT && !unit.tags.isSentence;
  let below = n;
  while (below < n + MAX_POINTS && isPoint(units[below])) below++;
  const found = below > n ? datelineOn(units, below, 0) : undefined;
  return { ...startAt(n, 0), dateline: found?.dateline };
}

const wholeFurniture = (unit: number, text: string): HeadPart => ({
  kind: 'furniture',
  unit,
  start: 0,
  end: text.length,
  text,
});

/** The parts of a line in which the headline was glued to what is before it. */
function gluedParts(units: readonly TaggedUnit[], unit: number, glued: GluedLine): HeadPart[] {
  const line = units[unit];
  if (line === undefined) return [];
  const { start, end } = glued.headline;
  const before = tokensBefore(units, unit, start, false).map((token) =>
    token.kind === 'text' ? { ...token, kind: 'furniture' as const } : token,
  );
  const text = line.text.slice(start, end);
  return [...before, lineAlone({ kind: 'text', unit, start, end, text })];
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
function runFrom({ units, layout }: HeadReading, unit: number, offset: number): string[] {
  const lines = [units[unit]?.text.slice(offset) ?? ''];
  for (let n = unit; lines.length < MAX_PARAGRAPH_LINES; n++) {
    const [line, next] = [units[n], units[n + 1]];
    if (line === undefined || next === undefined) break;
    if (continuation(line, next, layout) !== 'certain' || isOtherPart(units, n + 1)) break;
    lines.push(next.text);
  }
  return lines;
}

const isCandidate = (part: HeadPart) => part.kind === 'paragraph' && !part.isLetterhead;

/** Whether the body begins with a token of the head, though it has no dateline. */
function beginsStory(reading: HeadReading, { unit, start }: Token, parts: readonly HeadPart[]) {
  const { units } = reading;
  const run = runFrom(reading, unit, start);
  const text = joinLines(run);
  if (isStain(text) || isDividedLetterhead(text)) return false;
  if (!isStory(text, parts.some(isCandidate)) || isRepeatedBelow(units, unit)) return false;
  if (start === 0 && isTitleText(units[unit]?.text ?? '', unit, reading.titles)) return false;
  if (isSalutation(text) || countWords(text) > MAX_BELOW) return true;
  const below = unit + run.length;
  for (let n = below; n < Math.min(units.length, below + LOOKAHEAD); n++) {
    if (units[n]?.tags.hasNumber || CONTACT_LABEL.test(units[n]?.text ?? '')) break;
    if (datelineOn(units, n, 0) !== undefined || isPublished(units, n)) return false;
    if (units[n]?.isBody || (units[n]?.tags.words ?? 0) > MAX_BELOW) break;
  }
  return true;
}

/** Whether a line says when the page was published, above the story: what is above it is a summary. */
function isPublished(units: readonly TaggedUnit[], n: number): boolean {
  const [line, below] = [units[n], units[n + 1]];
  if (line === undefined || below === undefined || !PUBLISHED.test(line.text)) return false;
  return findDates(line.text).length === 1 && isStory(below.text, true);
}
const PUBLISHED =
  /^(?:published|posted|issued|publié|publicado|veröffentlicht|pubblicato)\b.{0,40}$/iu;

const ADDRESSEE =
  /^(?:the\s+)?(?:hon(?:ou?rable)?|mr|mrs|ms|dr|sir|senator|secretary|president|director|administrator|chair(?:man|woman)?|to|attn|attention|sr|sra|señora?)\b[.:]?\s/iu;

/** The body from a token on, with what belongs to it above: an addressee, the first words of a sentence. */
function storyFrom({ units, layout }: HeadReading, { unit, start }: Token, parts: HeadPart[]) {
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
