import { byColumns } from './contact-columns.ts';
import { CONTACT_LABEL, isContactLine } from './contact-line.ts';
import { hasNumber, isName, NUMBER, readContacts } from './find-contacts.ts';
import { type FoundDate, findDates } from './find-date.ts';
import { releaseLineAt } from './release-line.ts';
import type { TaggedUnit } from './tag-units.ts';
import { collapse, wordsIn } from './text-shape.ts';
import type { Token } from './token.ts';

/** Where a contact block may begin. */
export interface BlockPlace {
  units: readonly TaggedUnit[];
  /** The index of the unit, and as much of its text as is read. */
  n: number;
  text: string;
  /** The last unit that the block may include. */
  last: number;
}

export interface ContactBlock {
  /** The contact, with dates in it and further lines as tokens of their own. */
  tokens: Token[];
  /** The offset after the block in its first unit. */
  end: number;
  /** The first unit after the block. */
  next: number;
}

const MAX_LABEL = 400; // characters, with the gaps in it
const MAX_LINE = 600; // characters
const MAX_LABEL_TO_NUMBER = 110; // characters from a label to its first number
const MAX_NUMBER_TO_NEXT = 70; // and from a number to the next
const MAX_LINES = 12; // of a contact block
const MAX_LINES_TO_NUMBER = 4;

/** The contact block that begins at an offset, if a label is there. */
export function contactAt(
  { units, n, text, last }: BlockPlace,
  place: number,
): ContactBlock | undefined {
  const label = CONTACT_LABEL.exec(text.slice(place, place + MAX_LABEL))?.[0];
  if (label === undefined) return undefined;
  const start = /phone/i.test(label) && !/contact/i.test(label) ? place : place + label.length;
  let end = lastNumber(text, start);
  const dates = datesIn(text, start, end);
  const rest = text.slice(start);
  const isWhole = end > start && text.slice(end).trim() === '';
  const lines =
    rest.trim() === '' || isWhole || isPerson(rest) ? countContactLines(units, n + 1, last) : 0;
  const next = n + 1 + lines;
  let words = withoutDates(text.slice(start, end), dates, start);
  if (lines > 0) {
    end = text.length;
    const below = units.slice(n + 1, next).filter((_, k) => !isInOtherColumn(units, n + 1 + k));
    words = [rest, ...byColumns(below)].join('\n');
  } else if (end <= start) {
    const name = nameLength(rest);
    if (name === 0 && rest.trim() !== '') return undefined;
    end = start + name;
    words = text.slice(start, end);
  }
  const part = (from: number, to: number) => ({
    unit: n,
    start: from,
    end: to,
    text: text.slice(from, to),
  });
  const tokens: Token[] = [
    { kind: 'contact', ...part(place, end), contacts: readContacts(words) },
    ...dates.map((date): Token => ({
      kind: 'date',
      ...part(date.start, date.end),
      date,
      isLabelled: false,
    })),
    ...units.slice(n + 1, next).map((unit, k) => lineToken(units, n + 1 + k, unit.text)),
  ];
  return { tokens, end, next };
}

/** Whether a text is a name, alone or with what the person does: `Casey Contact, Press Secretary`. */
function isPerson(text: string): boolean {
  const [name = '', title] = text.split(/,| [–—|-] /u).map((part) => part.trim());
  return isName(name) && (title === undefined || (!hasNumber(text) && isContactLine(text)));
}

/** Whether a unit beside a contact is a day or a release line of its own. */
function isInOtherColumn(units: readonly TaggedUnit[], n: number): boolean {
  const unit = units[n];
  if (unit === undefined) return false;
  const isBeside = unit.isApart || (units[n + 1]?.isApart ?? false);
  return isBeside && (dayOf(unit.text) !== undefined || releaseLineAt(unit.text) !== undefined);
}

/** The day that is a whole text. */
function dayOf(text: string): FoundDate | undefined {
  const [date] = findDates(text);
  return date?.start === 0 && date.end === text.length ? date : undefined;
}

/** A unit of a contact block as a token: a contact, or what is beside it. */
function lineToken(units: readonly TaggedUnit[], unit: number, text: string): Token {
  const whole = { unit, start: 0, end: text.length, text };
  const isOther = isInOtherColumn(units, unit);
  const [date, line] = isOther ? [dayOf(text), releaseLineAt(text)] : [undefined, undefined];
  if (date !== undefined) return { kind: 'date', ...whole, date, isLabelled: false };
  if (line !== undefined) return { kind: 'release', ...whole, line };
  return { kind: 'contact', ...whole, contacts: [] };
}

const datesIn = (text: string, start: number, end: number): FoundDate[] =>
  findDates(text.slice(start, end)).map((date) => ({
    ...date,
    start: start + date.start,
    end: start + date.end,
  }));

/** A text with spaces in place of its dates, whose offsets count from `start` before it. */
function withoutDates(text: string, dates: readonly FoundDate[], start: number): string {
  let rest = text;
  for (const date of dates)
    rest = rest.replace(text.slice(date.start - start, date.end - start), '  ');
  return rest;
}

/** Where the last number or address ends that still belongs to the contact named at `start`. */
function lastNumber(text: string, start: number): number {
  let end = start;
  for (const match of text.slice(start).matchAll(NUMBER)) {
    const at = start + match.index;
    const between = text.slice(end, at);
    const reach = end === start ? MAX_LABEL_TO_NUMBER : MAX_NUMBER_TO_NEXT;
    const prose = wordsIn(between).filter(
      (word) =>
        /^\p{Ll}{4,}/u.test(word) &&
        !/^(?:with|from|phone|office|email|fax|cell|mobile)$/iu.test(word),
    );
    const gaps = between.length - collapse(between).length;
    if (between.length > reach + gaps || prose.length > 2) break;
    end = at + match[0].length;
  }
  return end;
}

/** How many units from `from` on belong to a contact block: up to the last one with a number. */
function countContactLines(units: readonly TaggedUnit[], from: number, last: number): number {
  let lines = 0;
  for (let n = from; n <= Math.min(last, from + MAX_LINES); n++) {
    const unit = units[n];
    if (unit !== undefined && /^[:–—-]$/u.test(unit.text)) continue;
    if (unit !== undefined && isInOtherColumn(units, n)) continue;
    if (unit === undefined || unit.isBody || !unit.tags.isContactLine) break;
    if (unit.tags.hasNumber) lines = n - from + 1;
    else if (n - from - lines >= MAX_LINES_TO_NUMBER) break;
  }
  return lines;
}

/** The length of the name at the beginning of a text: a whole line, or the words before two spaces. */
function nameLength(text: string): number {
  const [line = ''] = text.slice(0, MAX_LINE).split(/\n/, 1);
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
