import type { Day } from '../../archive/day.ts';
import type { FoundContact } from './find-contacts.ts';
import { findBody } from './find-body.ts';
import { readFoot } from './foot.ts';
import { findHeadline } from './headline.ts';
import { collapse, hasLostPunctuation, isTitleCase, wordsIn } from './text-shape.ts';
import type { Token } from './token.ts';
import { headTokens } from './tokens.ts';
import { type TextBlock, type Unit, unitsOf } from './units.ts';

export type { TextBlock } from './units.ts';
export type { FoundContact } from './find-contacts.ts';

/** What a release says of itself. A field that the text does not hold is null. */
export interface ReleaseFields {
  title: string | null;
  subtitle: string | null;
  date: Day | null;
  dateline: string | null;
  contact: FoundContact[] | null;
  endMark: string | null;
}

/** A stretch of a block that is no body, and why. */
export interface Span {
  block: number;
  start: number;
  end: number;
  role:
    | 'title'
    | 'subtitle'
    | 'date'
    | 'contact'
    | 'release line'
    | 'end mark'
    | 'furniture'
    | 'repeat';
}

export interface ParsedRelease {
  fields: ReleaseFields;
  /** 0 to 1, of each field; of one that is null, how sure it is that there is none. */
  confidence: Record<keyof ReleaseFields, number>;
  /** The line of the source, from 1, that each field was read from. */
  lines: Partial<Record<keyof ReleaseFields, number>>;
  /** What is taken out of the body, in no order. */
  spans: Span[];
  /** Where the body begins, and in the same block the story's own words, behind the dateline. */
  bodyStart: { block: number; offset: number; story: number };
  /** Until when it was held back, as printed, and as an instant where all of it is printed. */
  embargo: { text: string; instant: string | undefined } | undefined;
}

/** Reads a press release: head, body, foot. Pure: the same blocks give the same fields. */
export function parseRelease(blocks: readonly TextBlock[]): ParsedRelease {
  const units = unitsOf(blocks);
  const isLost = units.some(({ text }) => hasLostPunctuation(text));
  const body = findBody(units, isLost);
  const tokens = headTokens(units, 0, body.unit, body.offset);
  const texts = tokens.filter(({ kind }) => kind === 'text');
  const heads = findHeadline(texts, units);
  const dates = tokens.filter((token) => token.kind === 'date');
  const foot = readFoot(units, body, isLost);
  const headContacts = tokens.filter((token) => token.kind === 'contact');
  const contacts = unique([...headContacts.flatMap((token) => token.contacts), ...foot.contacts]);
  const lines = tokens.filter((token) => token.kind === 'release');
  const held = lines.find(({ line }) => line.until !== undefined)?.line;
  const date = chooseDate(dates, lines, body.dateline?.date, (one) => isInProse(one, units));
  const lineOf = (unit: number | undefined) => (unit === undefined ? undefined : units[unit]?.line);

  const fields: ReleaseFields = {
    title: heads.headline ? collapse(heads.headline.text) : null,
    subtitle:
      heads.subtitles.length > 0
        ? heads.subtitles.map(({ text }) => collapse(text)).join(' ')
        : null,
    date: date?.day ?? null,
    dateline: body.dateline?.place ?? null,
    contact: contacts.length > 0 ? contacts : null,
    endMark: foot.endMark?.text ?? null,
  };
  const unitOfContact =
    headContacts[0]?.unit ?? foot.parts.findLast(({ kind }) => kind === 'contact')?.unit;
  return {
    fields,
    confidence: {
      title: heads.confidence,
      subtitle: fields.subtitle === null ? 1 : heads.subtitles.length > 1 ? 0.8 : 0.85,
      date: date?.confidence ?? 0,
      dateline: body.dateline?.confidence ?? 0.9,
      contact: contactConfidence(contacts, headContacts.length > 0 ? 0.95 : foot.confidence),
      endMark: fields.endMark === null ? 1 : 0.95,
    },
    lines: settleLines(
      {
        title: lineOf(heads.headline?.unit),
        subtitle: lineOf(heads.subtitles[0]?.unit),
        date: lineOf(date?.unit ?? body.unit),
        dateline: body.dateline && lineOf(body.unit),
        contact: lineOf(unitOfContact),
        endMark: lineOf(foot.endMark?.unit),
      },
      fields,
    ),
    spans: [
      ...spansOf(
        tokens.filter(({ kind }) => kind !== 'text'),
        units,
      ),
      ...headlineSpans(heads, units),
      ...foot.parts.map((part) => place(part, part.kind, units)),
    ],
    bodyStart: bodyStart(units, body),
    embargo: held?.until === undefined ? undefined : { text: held.until, instant: held.embargo },
  };
}

function bodyStart(
  units: readonly Unit[],
  { unit, offset, dateline }: ReturnType<typeof findBody>,
) {
  const found = units[unit];
  if (found === undefined) return { block: 0, offset: 0, story: 0 };
  const { block, start } = found;
  return { block, offset: start + offset, story: start + (dateline?.end ?? offset) };
}

/** How sure it is that a day of which the text only speaks is that of issue. */
const IN_PROSE = 0.5;

/** Whether words that read like prose lead up to a day in the same line: it may be any day. */
function isInProse({ unit, start }: Token, units: readonly Unit[]): boolean {
  const before = units[unit]?.text.slice(0, start) ?? '';
  return /[\p{L}\p{N}] ?$/u.test(before) && wordsIn(before).length > 1 && !isTitleCase(before);
}

interface ChosenDate {
  day: Day;
  confidence: number;
  unit: number | undefined;
}

/** The day of issue: with the dateline, else the one that a label names, else the last before the story. */
function chooseDate(
  dates: readonly (Token & { kind: 'date' })[],
  lines: readonly (Token & { kind: 'release' })[],
  besidePlace: { day: Day; confidence: number } | undefined,
  isDoubtful: (date: Token) => boolean,
): ChosenDate | undefined {
  const labelled = dates.findLast(({ isLabelled }) => isLabelled);
  const last = labelled ?? dates.at(-1);
  if (last !== undefined) {
    const others = new Set([
      ...dates.map(({ date }) => date.day),
      ...(besidePlace ? [besidePlace.day] : []),
    ]);
    const most = !last.isLabelled && isDoubtful(last) ? IN_PROSE : others.size > 1 ? 0.82 : 1;
    const confidence = Math.min(most, last.date.confidence);
    return { day: last.date.day, confidence, unit: last.unit };
  }
  if (besidePlace !== undefined) return { ...besidePlace, unit: undefined };
  // Held until a day is not issued on it for certain, but nothing else names one.
  const held = lines.find(({ line }) => line.day !== undefined);
  const day = held?.line.day;
  return day === undefined ? undefined : { day, confidence: 0.8, unit: held?.unit };
}

/** Each person once, however often the release names them. */
function unique(contacts: readonly FoundContact[]): FoundContact[] {
  const seen = new Set<string>();
  return contacts.filter(({ name, phone, email }) => {
    const key = [name, phone, email].join('|').toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function contactConfidence(contacts: readonly FoundContact[], found: number): number {
  if (contacts.length === 0) return 0;
  const isWhole = contacts.some(
    ({ name, phone, email }) => name !== null && (phone ?? email) !== null,
  );
  return isWhole ? found : Math.min(found, 0.5);
}

const ROLES = {
  furniture: 'furniture',
  date: 'date',
  release: 'release line',
  contact: 'contact',
  text: 'furniture',
} as const;

const spansOf = (tokens: readonly Token[], units: readonly Unit[]): Span[] =>
  tokens.map((token) => place(token, ROLES[token.kind], units));

function headlineSpans(
  { headline, subtitles, repeats, others }: ReturnType<typeof findHeadline>,
  units: readonly Unit[],
): Span[] {
  return [
    ...(headline ? [place(headline, 'title', units)] : []),
    ...subtitles.map((token) => place(token, 'subtitle', units)),
    ...repeats.map((token) => place(token, 'repeat', units)),
    ...others.map((token) => place(token, 'furniture', units)),
  ];
}

function place(
  { unit, start, end }: { unit: number; start: number; end: number },
  role: Span['role'],
  units: readonly Unit[],
): Span {
  const found = units[unit];
  if (found === undefined) throw new RangeError(`There is no unit ${unit}`);
  return { block: found.block, start: found.start + start, end: found.start + end, role };
}

function settleLines(
  lines: Record<keyof ReleaseFields, number | undefined>,
  fields: ReleaseFields,
): ParsedRelease['lines'] {
  const known = Object.entries(lines).filter(
    ([field, line]) => line !== undefined && fields[field as keyof ReleaseFields] !== null,
  );
  return Object.fromEntries(known);
}
