import type { Day } from '../../archive/day.ts';
import {
  chooseDate,
  dateOfSpeech,
  IN_PROSE,
  isInProse,
  mayBeOfEvent,
  orderFigures,
} from './choose-date.ts';
import type { FoundContact } from './find-contacts.ts';
import { readFoot } from './foot.ts';
import { contactsWithin } from './foot-contacts.ts';
import { hasLostItsPunctuation, isFlattened, readFlattenedHead } from './flattened.ts';
import { type Headlines, readReleaseHead } from './read-release-head.ts';
import type { StoryStart } from './head/read-head.ts';
import { dateAtFoot } from './foot-date.ts';
import type { Token } from './token.ts';
import { tagUnits } from './tag-units.ts';
import type { TextBlock, Unit } from './units.ts';

const MAX_FIGURES = 6; // in a name, a title or an office

export type { TextBlock } from './units.ts';

/** The fields found in a release. A field that the text does not have is null. */
export interface ReleaseFields {
  title: string | null;
  subtitle: string | null;
  date: Day | null;
  dateline: string | null;
  contact: FoundContact[] | null;
  endMark: string | null;
}

/** A stretch of a block that is not body, and why. */
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
  /** From 0 to 1 for each field; for a field that is null, that there is none. */
  confidence: Record<keyof ReleaseFields, number>;
  /** The line of the source, from 1, that each field was read from. */
  lines: Partial<Record<keyof ReleaseFields, number>>;
  /** What is taken out of the body, in no order. */
  spans: Span[];
  /** Where the body begins, and where the first words of the story are, after the dateline. */
  bodyStart: { block: number; offset: number; story: { block: number; offset: number } };
  /** The end of an embargo, as printed, and as an instant if day, hour and zone are printed. */
  embargo: { text: string; instant: string | undefined } | undefined;
}

/** Reads a press release: head, body, foot. Pure: the same blocks give the same fields. */
export function parseRelease(blocks: readonly TextBlock[]): ParsedRelease {
  const rows = tagUnits(blocks);
  const isFlat = isFlattened(rows);
  const isLost = isFlat && hasLostItsPunctuation(rows);
  const units = isFlat ? rows : tagUnits(blocks, true);
  const {
    tokens,
    heads,
    start: body,
  } = isFlat ? readFlattenedHead(units, isLost) : readReleaseHead(units);
  const dates = tokens.filter((token) => token.kind === 'date');
  const foot = readFoot(units, body, isLost);
  const headContacts = tokens.filter((token) => token.kind === 'contact');
  const atEdges = unique([...headContacts.flatMap((token) => token.contacts), ...foot.contacts]);
  const within = atEdges.length > 0 || isFlat ? undefined : contactsWithin(units, body.unit);
  const contacts = within?.contacts ?? atEdges;
  const lines = tokens.filter((token) => token.kind === 'release');
  const embargoed = lines.find(({ line }) => line.until !== undefined)?.line;
  const chosen =
    chooseDate(dates, lines, body.dateline?.date, (one) => isInProse(one, units)) ??
    (isFlat ? undefined : (dateOfSpeech(heads) ?? dateAtFoot(units, body.story.unit)));
  const ordered = chosen && (isLost ? chosen : orderFigures(chosen, blocks));
  const isOfEvent = mayBeOfEvent(dates.find(isAt(ordered?.unit)), headTexts(heads, tokens));
  const date = ordered && isOfEvent ? { ...ordered, confidence: IN_PROSE } : ordered;
  const lineOf = (unit: number | undefined) => (unit === undefined ? undefined : units[unit]?.line);

  const fields: ReleaseFields = {
    title: heads.title,
    subtitle: heads.subtitle,
    date: date?.day ?? null,
    dateline: body.dateline?.place ?? null,
    contact: contacts.length > 0 ? contacts : null,
    endMark: foot.endMark?.text ?? null,
  };
  const unitOfContact =
    headContacts[0]?.unit ??
    foot.parts.findLast(({ kind }) => kind === 'contact')?.unit ??
    within?.first;
  return {
    fields,
    confidence: {
      title: heads.titleConfidence,
      subtitle: heads.subtitleConfidence,
      date: date?.confidence ?? 0,
      dateline: body.dateline?.confidence ?? 0.9,
      contact: contactConfidence(
        contacts,
        headContacts.length > 0 ? 0.95 : (within?.confidence ?? foot.confidence),
      ),
      endMark: fields.endMark === null ? 1 : 0.95,
    },
    lines: knownLines(
      {
        title: lineOf(heads.titles[0]?.unit),
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
    embargo:
      embargoed?.until === undefined
        ? undefined
        : { text: embargoed.until, instant: embargoed.embargo },
  };
}

const isAt = (unit: number | undefined) => (token: Token) => token.unit === unit;

/** What the lines of a head say, but for its days and contacts. */
const headTexts = ({ title, subtitle, others }: Headlines, tokens: readonly Token[]): string[] => [
  title ?? '',
  subtitle ?? '',
  ...others.map(({ text }) => text),
  ...tokens
    .filter(({ kind }) => kind === 'furniture' || kind === 'release')
    .map(({ text }) => text),
];

function bodyStart(units: readonly Unit[], { unit, offset, story }: StoryStart) {
  const [body, first] = [placeOf(units, unit, offset), placeOf(units, story.unit, story.offset)];
  return { ...body, story: first };
}

function placeOf(units: readonly Unit[], n: number, offset: number) {
  const unit = units[n];
  return unit === undefined
    ? { block: 0, offset: 0 }
    : { block: unit.block, offset: unit.start + offset };
}

/** Each person once, however often the release has them. */
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
  // Figures that are no telephone number known here may be one.
  if (contacts.some(({ name, title, office }) => [name, title, office].some(hasFigures))) return Math.min(found, 0.5); // prettier-ignore
  const isWhole = contacts.some(
    ({ name, phone, email }) => name !== null && (phone ?? email) !== null,
  );
  return isWhole ? found : Math.min(found, 0.5);
}

const hasFigures = (text: string | null) => (text?.match(/\d/gu)?.length ?? 0) >= MAX_FIGURES;

const ROLES = {
  furniture: 'furniture',
  date: 'date',
  release: 'release line',
  contact: 'contact',
  text: 'furniture',
} as const;

const spansOf = (tokens: readonly Token[], units: readonly Unit[]): Span[] =>
  tokens.map((token) => place(token, ROLES[token.kind], units));

const headlineSpans = (
  { titles, subtitles, repeats, others }: Headlines,
  units: readonly Unit[],
): Span[] => [
  ...titles.map((token) => place(token, 'title', units)),
  ...subtitles.map((token) => place(token, 'subtitle', units)),
  ...repeats.map((token) => place(token, 'repeat', units)),
  ...others.map((token) => place(token, 'furniture', units)),
];

function place(
  { unit, start, end }: { unit: number; start: number; end: number },
  role: Span['role'],
  units: readonly Unit[],
): Span {
  const found = units[unit];
  if (found === undefined) throw new RangeError(`There is no unit ${unit}`);
  return { block: found.block, start: found.start + start, end: found.start + end, role };
}

function knownLines(
  lines: Record<keyof ReleaseFields, number | undefined>,
  fields: ReleaseFields,
): ParsedRelease['lines'] {
  const known = Object.entries(lines).filter(
    ([field, line]) => line !== undefined && fields[field as keyof ReleaseFields] !== null,
  );
  return Object.fromEntries(known);
}
