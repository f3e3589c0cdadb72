import { hasNumber, isName, NUMBER, readContacts } from './find-contacts.ts';
import { type FoundDate, findDates } from './find-date.ts';
import { releaseLineAt } from './release-line.ts';
import { collapse, isTitleCase, wordsIn } from './text-shape.ts';
import type { Anchor, Reading, Token } from './token.ts';
import type { Unit } from './units.ts';

export const CONTACT_LABEL =
  /^(?:(?:press(?:\s+office)?|media|news|primary|communications|washington|d\.?c\.?|(?-i:(?!Please\b)\p{Lu}\p{Ll}{3,}))\s+)?contacts?(?:\s*\(s\))?(?:\s+(?:info(?:rmation)?|persons?))?(?:\s*\/\s*\p{L}+)?\s*(?:[:.–-]+|(?=[\s\u00a0]|$))|^contactos?(?:\s+de\s+prensa)?\s*:|^(?:para\s+)?más\s+información\s*:?|^(?:for|further)\s+(?:(?:more|further|additional)\s*)?(?:information|details|inquiries|enquiries)\s*(?:,\s*)?(?:please\s+)?(?:contact|call|:)\s*:?|^(?:press|media)\s+(?:office|inquiries|enquiries)\s*:|^(?:press\s+office\s+)?phone(?=\s*[:(\d])/iu;

const LONGEST_LABEL = 400; // characters, with the gaps in it
const LONGEST_LINE = 600; // of a contact block
const LABEL_REACH = 110; // characters from a label to its first number
const NEXT_REACH = 70; // and from a number to the next
const MOST_LINES = 12; // of a contact block

/** The contact block that begins at a place, whose first words are its label. */
export function contactAt(
  { units, n, text, last }: Omit<Reading, 'dates'>,
  place: number,
): Anchor | undefined {
  const label = CONTACT_LABEL.exec(text.slice(place, place + LONGEST_LABEL))?.[0];
  if (label === undefined) return undefined;
  const start = /phone/i.test(label) && !/contact/i.test(label) ? place : place + label.length;
  let end = lastMark(text, start);
  const dates = findDates(text.slice(start, end)).map((date) => ({
    ...date,
    start: start + date.start,
    end: start + date.end,
  }));
  let next = n + 1;
  let words = without(text, start, end, dates);
  const behind = text.slice(start);
  const isWhole = end > start && text.slice(end).trim() === '';
  const lines =
    behind.trim() === '' || isWhole || isName(behind) ? contactLines(units, n + 1, last) : 0;
  if (lines > 0) {
    end = text.length;
    next = n + 1 + lines;
    words = [behind, ...units.slice(n + 1, next).map((unit) => unit.text)].join('\n');
  }
  if (lines === 0 && end <= start) {
    const name = nameAt(behind);
    if (name === 0 && behind.trim() !== '') return undefined;
    end = start + name;
    words = text.slice(start, end);
  }
  const whole: Token = {
    kind: 'contact',
    unit: n,
    start: place,
    end,
    text: text.slice(place, end),
    contacts: readContacts(words),
  };
  const rest = units.slice(n + 1, next).map((unit, k): Token => ({
    kind: 'contact',
    unit: n + 1 + k,
    start: 0,
    end: unit.text.length,
    text: unit.text,
    contacts: [],
  }));
  const dated = dates.map((date): Token => ({
    kind: 'date',
    unit: n,
    start: date.start,
    end: date.end,
    text: text.slice(date.start, date.end),
    date,
    isLabelled: false,
  }));
  return { tokens: [whole, ...dated, ...rest], end, next };
}

function without(text: string, start: number, end: number, dates: readonly FoundDate[]): string {
  let rest = text.slice(start, end);
  for (const date of dates) rest = rest.replace(text.slice(date.start, date.end), '  ');
  return rest;
}

/** Where the last number or address ends that still belongs to what is named at `start`. */
function lastMark(text: string, start: number): number {
  let end = start;
  for (const match of text.slice(start).matchAll(NUMBER)) {
    const at = start + match.index;
    const between = text.slice(end, at);
    const reach = end === start ? LABEL_REACH : NEXT_REACH;
    const small = wordsIn(between).filter(
      (word) =>
        /^\p{Ll}{4,}/u.test(word) &&
        !/^(?:with|from|phone|office|email|fax|cell|mobile)$/iu.test(word),
    );
    if (between.length > reach + (between.length - collapse(between).length) || small.length > 2)
      break;
    end = at + match[0].length;
  }
  return end;
}

/** How many of the units behind a label belong to it: up to the last with a number or an address. */
function contactLines(units: readonly Unit[], from: number, last: number): number {
  let lines = 0;
  for (let n = from; n <= Math.min(last, from + MOST_LINES); n++) {
    const unit = units[n];
    if (unit === undefined || unit.isBody || !isContactLine(unit.text)) break;
    if (hasNumber(unit.text)) lines = n - from + 1;
    else if (n - from - lines >= 4) break;
  }
  return lines;
}

/** Whether a line can be part of a contact block: a name, a title, an office, a number. */
export function isContactLine(text: string): boolean {
  if (text.length > LONGEST_LINE) return false;
  const rest = text.replace(NUMBER, ' ');
  const words = wordsIn(rest);
  if (wordsIn(text).length === 0) return false;
  if (rest !== text) return words.length <= 10 && !/[.!?]\s+\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(rest);
  if (releaseLineAt(text) !== undefined || findDates(text).length > 0) return false;
  return words.length <= 8 && (isName(text) || isTitleCase(text)) && !/[.!?]$/.test(text.trim());
}

/** The length of the name at a text's beginning: all of a line, or what stands before two spaces. */
function nameAt(text: string): number {
  const [line = ''] = text.slice(0, LONGEST_LINE).split(/\n/, 1);
  const lead = /^\s*/.exec(line)?.[0].length ?? 0;
  for (const part of [line.slice(lead), line.slice(lead).split(/\s{2,}/)[0] ?? '']) {
    const [date] = findDates(part);
    const name = (date === undefined ? part : part.slice(0, date.start)).trimEnd();
    if (
      name !== '' &&
      readContacts(name).length > 0 &&
      wordsIn(name).length <= 9 &&
      name.split(/,|\band\b|\s{2,}/).every((one) => isName(one.trim()) || wordsIn(one).length <= 3)
    )
      return lead + name.length;
  }
  return 0;
}
