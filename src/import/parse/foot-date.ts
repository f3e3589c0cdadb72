import type { Day } from '../../archive/day.ts';
import { CONTACT_LABEL } from './contact-line.ts';
import { findDates, type FoundDate } from './find-date.ts';
import { isLabel } from './head/label.ts';
import { isLetterhead } from './head/letterhead.ts';
import { dividedDate } from './head/scanned-line.ts';
import { isSalutation } from './head/story-start.ts';
import type { TaggedUnit } from './tag-units.ts';
import { isCapitals, isTitleCase, wordsIn } from './text-shape.ts';

/** A day that some offices print below their releases, and the unit that has it. */
interface FootDate {
  day: Day;
  other: Day | undefined;
  confidence: number;
  unit: number;
}

const MAX_UNITS = 25; // at the end of a text
const MAX_PLACE = 4; // words beside the day: `Sampleton, 4 May 1993`
const MAX_LINE = 80; // characters
const MAX_CONTACT = 240; // characters of a line that has a contact too
const MAX_ADDRESS = 10; // lines between the day of a letter and its salutation
const CONFIDENCE = 0.85;

/**
 * The day that some offices print below their releases: at the end, or else where the release ends and
 * an attachment follows.
 * @param story the first unit of the story: a day is looked for below it.
 * @returns nothing where there are several.
 */
export function dateAtFoot(units: readonly TaggedUnit[], story: number): FootDate | undefined {
  const found = atEnd(units, story);
  return only(found.length > 0 ? found : aboveAttachment(units, story));
}

const only = (found: readonly FootDate[]) =>
  new Set(found.map(({ day }) => day)).size === 1 ? found[0] : undefined;

function atEnd(units: readonly TaggedUnit[], story: number): FootDate[] {
  const found = [];
  for (let n = units.length - 1; n >= Math.max(story, units.length - MAX_UNITS); n--) {
    const unit = units[n];
    if (unit === undefined || unit.isBody) break;
    const alone = n > story ? dayOnLine(unit.text)?.date : undefined;
    const date = alone ?? (isProse(unit) ? dayAfterProse(unit.text) : undefined); // prettier-ignore
    if (date !== undefined) found.push(footDate(date, n));
    if (isProse(unit) && !isLetterhead(unit.text)) break;
  }
  return found;
}

/** Days in the middle of a text with a contact, a letterhead or the name of who signs beside them. */
function aboveAttachment(units: readonly TaggedUnit[], story: number): FootDate[] {
  return units.flatMap((unit, n) => {
    if (n <= story || unit.isBody) return [];
    const line = dayOnLine(unit.text);
    if (line === undefined || beginsLetter(units, n)) return [];
    const [above, below] = [units[n - 1], units[n + 1]];
    const isSigned = above !== undefined && (above.tags.isName || isLetterhead(above.text));
    const isAbove =
      below !== undefined &&
      (CONTACT_LABEL.test(below.text) || below.tags.isEndMark || isLetterhead(below.text));
    return line.hasMore || isSigned || isAbove ? [footDate(line.date, n)] : [];
  });
}

/** Whether a day is that of a letter which the release quotes: an address follows, and a salutation. */
const beginsLetter = (units: readonly TaggedUnit[], n: number) =>
  units.slice(n + 1, n + 1 + MAX_ADDRESS).some(({ text }) => isSalutation(text));

const footDate = ({ day, other, confidence }: FoundDate, unit: number): FootDate => ({
  day,
  other,
  confidence: Math.min(CONFIDENCE, confidence),
  unit,
});

/** The day of a line that has little else: a place, a contact, the number of the release. */
function dayOnLine(text: string): { date: FoundDate; hasMore: boolean } | undefined {
  if (text.length > MAX_CONTACT) return undefined;
  const [date = dividedDate(text), second] = findDates(text);
  if (date === undefined || second !== undefined) return undefined;
  const [before, after] = [text.slice(0, date.start), text.slice(date.end)].map((part) =>
    trimmed(part),
  );
  const isMore = (part = '') => isContact(part) || isNumber(part);
  const hasMore = isMore(before) || isMore(after);
  const isAlone = [before, after].every((part = '') => isMore(part) || isPlace(part));
  return isAlone && (hasMore || text.length <= MAX_LINE) ? { date, hasMore } : undefined;
}

/** A part of a line, of MAX_CONTACT characters at most, without the marks around it. */
const trimmed = (text: string) =>
  text.replace(/^[\s,.–—-]+/u, '').replace(/(?<![\s,–—-])[\s,–—-]+$/u, '');

const isContact = (text: string) => CONTACT_LABEL.test(text);
const isNumber = (text: string) => /\d/u.test(text) && isLabel(text);

const isPlace = (text: string) =>
  text === '' ||
  /^date ?:?$/iu.test(text) ||
  (!text.endsWith(':') &&
    wordsIn(text).length <= MAX_PLACE &&
    isTitleCase(text) &&
    !/\d/u.test(text));

const LAST_WORDS = 60; // characters before the day at the end of a paragraph

/** The day at the end of the last paragraph, after a place in capitals: `… he said. SAMPLETON May 4, 1993`. */
function dayAfterProse(text: string): FoundDate | undefined {
  const date = findDates(text).at(-1);
  if (date === undefined || text.slice(date.end).trim() !== '') return undefined;
  const before = text.slice(Math.max(0, date.start - LAST_WORDS), date.start);
  const place = /[.!?]["”’)]*\s(?<place>[^.!?"”’)]+)$/u.exec(before)?.groups?.['place'] ?? '';
  return isPlace(place.trim().replace(/,$/u, '')) && isCapitals(place) ? date : undefined;
}

/** Whether it is a line of the story: what is above it, such as a letter's day, is not at the foot. */
const isProse = ({ text, tags }: TaggedUnit) =>
  !tags.hasNumber &&
  (tags.words >= 14 || (tags.words >= 6 && tags.isSentence && /(?<!\p{L})\p{Ll}{4,}/u.test(text)));
