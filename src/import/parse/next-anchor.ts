import { type BlockPlace, contactAt } from './contact-block.ts';
import { type FoundDate, findDates } from './find-date.ts';
import { furnitureAt } from './furniture.ts';

/** A unit that is being read. */
export interface UnitReading extends BlockPlace {
  /** Whether the text has lost its punctuation: then the office's name may be glued to the headline. */
  isLost: boolean;
  /** All dates in its text. */
  dates: readonly FoundDate[];
}

const MAX_DATE = 200; // characters, with wide gaps between its parts

/** The date at the beginning of a text. */
export function dateAt(text: string): FoundDate | undefined {
  const [date] = findDates(text.slice(0, MAX_DATE));
  return date?.start === 0 ? date : undefined;
}

/** Where the next anchor begins, or the text ends. */
export function nextAnchor(reading: UnitReading, from: number): number {
  const { text, dates } = reading;
  const places = [
    nextReleaseLine(text, from),
    dates.find((date) => date.start >= from && isDateLine(date, text, from - 1))?.start,
    nextContact(reading, from),
    nextFurniture(text, from),
    nextDateLabel(text, from),
  ];
  return Math.min(text.length, ...places.filter((place) => place !== undefined));
}

function nextReleaseLine(text: string, from: number): number | undefined {
  const line = /(?:for\s+immediate\s+release|embargoed|para\s+publicación\s+inmediata)/iu.exec(
    text.slice(from),
  );
  return line === null ? undefined : from + line.index;
}

const BEFORE_DATE = 80; // characters in which a word shows that a date is part of a sentence
const WORD_OF_SENTENCE =
  /(?:^|\s)(?:on|of|by|since|until|till|through|from|to|in|before|after|the|and|by|last|this|next|for|dated)\s+$/iu;

/** `Sampleton, `, `New Sampleton, ` before a day on a line of its own. */
const PLACE_ALONE = /^\p{Lu}[\p{L}\p{M}’'-]{2,30}(?: [\p{L}\p{M}’'-]{1,30}){0,2},\s*$/u;

/** Whether a date can be a date line, and is not part of a sentence that begins at `from` or after it. */
function isDateLine({ start, end }: FoundDate, text: string, from: number): boolean {
  const before = text.slice(Math.max(from, start - BEFORE_DATE), start);
  return (
    !WORD_OF_SENTENCE.test(before) &&
    (!/,\s*$/.test(before) || (PLACE_ALONE.test(before) && text.slice(end).trim() === '')) &&
    !/^,?\s*\p{Ll}/u.test(text.slice(end))
  );
}

const GAP_BEFORE = /(?:^|\s\s|\n)$/u;

function nextContact(reading: UnitReading, from: number): number | undefined {
  const { text } = reading;
  return text
    .matchAll(
      /(?:\b|(?<=\d))(?:(?:press(?:\s+office)?|media|washington)\s+)?contact(?:[os]|os)?\b/giu,
    )
    .find(
      ({ index, 0: word }) =>
        index >= from &&
        (GAP_BEFORE.test(text.slice(0, index)) ||
          /\d$/.test(text.slice(0, index)) ||
          word === word.toUpperCase() ||
          /^\s{2,}/.test(text.slice(index + word.length)) ||
          /^[^\n]{0,12}:/.test(text.slice(index + word.length - 1)) ||
          (/C/.test(word) && isCompleteContact(reading, index))) &&
        contactAt(reading, index) !== undefined,
    )?.index;
}

/** Whether a label is followed by a name with a number, or by a name and a date. */
function isCompleteContact(reading: UnitReading, place: number): boolean {
  const block = contactAt(reading, place);
  const [first] = block?.tokens ?? [];
  if (first?.kind !== 'contact' || first.contacts.length === 0) return false;
  const isComplete = first.contacts.every(({ name, phone, email }) => name && (phone ?? email));
  return isComplete || dateAt(reading.text.slice(first.end).trimStart()) !== undefined;
}

const nextFurniture = (text: string, from: number) =>
  afterGap(text, from, /\s{2,}/g, (rest) => furnitureAt(rest) !== undefined);

const nextDateLabel = (text: string, from: number) =>
  afterGap(text, from, /(?<!\s)\s{2,}(?=date(?:\s*:)?\s+\d)/giu, () => true);

/** The end of the first gap from a place on whose rest of the text fits. */
function afterGap(text: string, from: number, gaps: RegExp, fits: (rest: string) => boolean) {
  const gap = text
    .matchAll(gaps)
    .find(({ index, 0: gap }) => index >= from && fits(text.slice(index + gap.length)));
  return gap && gap.index + gap[0].length;
}
