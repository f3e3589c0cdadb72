import type { Day } from '../../archive/day.ts';
import { dateOrder } from './date-order.ts';
import { findDates, IN_ORDER } from './find-date.ts';
import { isLabel } from './head/label.ts';
import { isByWhom } from './head/letterhead.ts';
import { isTitleCase, wordsIn } from './text-shape.ts';
import type { Token } from './token.ts';
import type { TextBlock, Unit } from './units.ts';

/** The confidence that a day in running text, or that of an event, is the day of issue. */
export const IN_PROSE = 0.5;
/** And that it is the last of several, none of which has a label. */
const SEVERAL = 0.75;

/** Whether prose comes before a day in the same line: then it may be any day. */
export function isInProse({ unit, start }: Token, units: readonly Unit[]): boolean {
  const before = units[unit]?.text.slice(0, start) ?? '';
  const label = before.replace(/\s(?:vom|from|of|dated|du|del?|le|on)\s*$/iu, '');
  if (isLabel(label)) return false;
  return /[\p{L}\p{N}] ?$/u.test(before) && wordsIn(before).length > 1 && !isTitleCase(before);
}

/** A day in figures as those write it who wrote the text. */
export function orderFigures(date: ChosenDate, blocks: readonly TextBlock[]): ChosenDate {
  if (date.other === undefined) return date;
  const order = dateOrder(blocks.map(({ text }) => text).join('\n'));
  if (order === undefined) return date;
  const day = order === 'day first' ? date.other : date.day;
  return { ...date, day, confidence: Math.max(date.confidence, IN_ORDER) };
}

export interface ChosenDate {
  day: Day;
  /** The other day that the same figures may mean. */
  other?: Day | undefined;
  confidence: number;
  unit: number | undefined;
}

/** Announcements of an event, in which a day with an hour is the day of the event. */
const OF_EVENT =
  /\b(?:meetings?|agenda|hearings?|workshop|town\s+hall|open\s+house|forum|invit(?:e[sd]?|ation)|media\s+(?:advisory|alert)|press\s+(?:conference|advisory)|public\s+notice|notice\s+of|advisory|reuni[oó]n|audiencia|invitaci[oó]n|conferencia|convocatoria|r[eé]union|conf[eé]rence|invitation|einladung|sitzung|pressekonferenz|reuni[aã]o|convite)\b|(?:cuộc|buổi|phiên)\s+họp|họp\s+báo|thư\s+mời|會議|会议|記者會|记者会|邀請|邀请|公聽會|회의|기자\s?회견|초청/iu;
const HOUR = /\d[:.h]\d{2}(?!\d)|\d\s?(?:[ap]\.?\s?m\b|uhr\b|h\b|hrs?\b)|[點点時时]|시/iu;

/**
 * Whether a day of the head may be that of the event which the release announces: it has an hour, and no
 * label says that it is the day of issue.
 * @param heads the headline and the other lines of the head.
 */
export const mayBeOfEvent = (date: Token | undefined, heads: readonly string[]): boolean =>
  date?.kind === 'date' &&
  !date.isLabelled &&
  HOUR.test(date.text.replace(/\b(?:19|20)\d{2}\b/gu, ' ')) &&
  heads.some((text) => OF_EVENT.test(text));

/** The day in the heading of a speech, a transcript or a statement: `Speech by …, Sampleton, 3 May 1993`. */
export function dateOfSpeech({
  title,
  titles,
}: {
  title: string | null;
  titles: readonly Token[];
}) {
  const [date, second] = title !== null && isByWhom(title) ? findDates(title) : [];
  if (date === undefined || second !== undefined) return undefined;
  const { day, other, confidence } = date;
  return { day, other, confidence: Math.min(IN_ORDER, confidence), unit: titles[0]?.unit };
}

/** The day of issue: with a label, else the last one before the story, else the one in the dateline. */
export function chooseDate(
  dates: readonly (Token & { kind: 'date' })[],
  lines: readonly (Token & { kind: 'release' })[],
  besidePlace: { day: Day; confidence: number } | undefined,
  isDoubtful: (date: Token) => boolean,
): ChosenDate | undefined {
  const isBeside = ({ unit }: Token) =>
    lines.some((line) => line.line.day === undefined && Math.abs(unit - line.unit) <= 2);
  const labelled = dates.findLast(({ isLabelled }) => isLabelled) ?? dates.findLast(isBeside);
  const last = labelled ?? dates.at(-1);
  if (last !== undefined) {
    const others = new Set([
      ...dates.map(({ date }) => date.day),
      ...(besidePlace ? [besidePlace.day] : []),
    ]);
    const several = labelled === undefined ? SEVERAL : 0.85;
    const most =
      labelled === undefined && isDoubtful(last) ? IN_PROSE : others.size > 1 ? several : 1;
    const confidence = Math.min(most, last.date.confidence);
    return { day: last.date.day, other: last.date.other, confidence, unit: last.unit };
  }
  if (besidePlace !== undefined) return { ...besidePlace, unit: undefined };
  // A release may be issued on another day than that of its embargo, but no other day is printed.
  const embargoed = lines.find(({ line }) => line.day !== undefined);
  const day = embargoed?.line.day;
  return day === undefined ? undefined : { day, confidence: 0.8, unit: embargoed?.unit };
}
