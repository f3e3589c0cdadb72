import { contactAt } from './contact-block.ts';
import { endMarkIn, printedMark } from './end-mark.ts';
import { type FoundContact, readContacts } from './find-contacts.ts';
import { contactsAtEnd, contactsEndingAt } from './foot-contacts.ts';
import { gluedFoot } from './furniture.ts';
import type { BodyStart } from './start-at-dateline.ts';
import type { TaggedUnit } from './tag-units.ts';

/** A part of a release's end that is not body, with its place in its unit. */
interface FootPart {
  unit: number;
  start: number;
  end: number;
  kind: 'furniture' | 'end mark' | 'contact';
}

interface Foot {
  parts: FootPart[];
  contacts: FoundContact[];
  confidence: number;
  endMark: { text: string; unit: number } | undefined;
}

const MAX_UNITS = 30;
/** Characters at the end of the story's last line that are searched. */
const REACH = 2000;

/** Reads a release from its end: furniture, end mark, contacts, until the story is reached. */
export function readFoot(
  units: readonly TaggedUnit[],
  body: Pick<BodyStart, 'unit' | 'offset'>,
  isLost: boolean,
): Foot {
  const foot: Foot = { parts: [], contacts: [], confidence: 0, endMark: undefined };
  const stop = Math.max(body.unit, units.length - MAX_UNITS);
  let n = units.length - 1;
  while (n > stop) {
    const first = readUnit(units, n, stop, isLost, foot);
    if (first === undefined) break;
    n = first - 1;
  }
  if (foot.endMark === undefined) findMarkAbove(units, n, stop, foot);
  if (n >= body.unit) readTail(units, n, n === body.unit ? body.offset : 0, isLost, foot);
  return foot;
}

/** Reads the unit at the end. @returns the first unit of what ends with it; undefined for the story. */
function readUnit(
  units: readonly TaggedUnit[],
  n: number,
  stop: number,
  isLost: boolean,
  foot: Foot,
): number | undefined {
  const unit = units[n];
  if (unit === undefined || unit.isBody) return undefined;
  const block = contactsEndingAt(units, n, stop + 1);
  if (block !== undefined) {
    foot.contacts.unshift(...block.contacts);
    foot.confidence = block.confidence;
    for (let k = block.first; k <= n; k++) foot.parts.push(wholeUnit(units, k, 'contact'));
    return block.first;
  }
  if (unit.tags.isEndMark) {
    foot.endMark ??= { text: printedMark(unit.text), unit: n };
    foot.parts.push(wholeUnit(units, n, 'end mark'));
    return n;
  }
  if (!isFootFurniture(unit, isLost)) return undefined;
  foot.parts.push(wholeUnit(units, n, 'furniture'));
  return n;
}

const isFootFurniture = ({ text, tags, isApart }: TaggedUnit, isLost: boolean) =>
  tags.isFurniture ||
  (isApart && isLost && tags.words <= 12 && !tags.isSentence) ||
  ((isApart || isLost) && /^[\s\d]+$/u.test(text)) ||
  /^(?:https?:\/\/|www\.)\S+\/?$/u.test(text);

const wholeUnit = (
  units: readonly TaggedUnit[],
  unit: number,
  kind: FootPart['kind'],
): FootPart => ({ unit, start: 0, end: units[unit]?.text.length ?? 0, kind });

/** An end mark with words below it, such as `About the senator`, which stay in the release. */
function findMarkAbove(units: readonly TaggedUnit[], from: number, stop: number, foot: Foot) {
  for (let n = from; n > stop; n--) {
    const unit = units[n];
    if (unit === undefined || unit.isBody || !unit.tags.isCertainEndMark) continue;
    foot.endMark = { text: printedMark(unit.text), unit: n };
    foot.parts.push(wholeUnit(units, n, 'end mark'));
    return;
  }
}

const LABEL_IN_TAIL =
  /(?:(?<!\s)\s{2,}|(?<=[.!?"”])\s)(?=(?:(?:press|media|news)\s+)?contacts?\b[:(\s])/giu;

/** Furniture, end mark and contacts in the last line of the story itself, from its end on. */
function readTail(
  units: readonly TaggedUnit[],
  n: number,
  from: number,
  isLost: boolean,
  foot: Foot,
) {
  const text = units[n]?.text ?? '';
  const first = Math.max(0, text.length - REACH);
  let end = text.length;
  const cut = (start: number, kind: FootPart['kind']) => {
    foot.parts.push({ unit: n, start, end, kind });
    end = start;
  };
  const furniture = isLost ? gluedFoot(text) : undefined;
  if (furniture !== undefined && furniture > from) cut(furniture, 'furniture');
  const mark = endMarkIn(text.slice(first), end - first, isLost);
  if (mark !== null && first + mark.index > from && foot.endMark === undefined) {
    const word = /\S+(?:\s\S+)*/u.exec(mark[0])?.[0] ?? '';
    foot.endMark = { text: printedMark(word), unit: n };
    cut(first + mark.index, 'end mark');
  }
  const label = [...text.slice(first, end).matchAll(LABEL_IN_TAIL)].at(-1);
  if (label !== undefined && first + label.index > from) {
    const start = first + label.index;
    const place = { units, n, text: text.slice(0, end), last: n };
    const block = contactAt(place, start + label[0].length);
    const contacts =
      block?.tokens.flatMap((token) => (token.kind === 'contact' ? token.contacts : [])) ?? [];
    const isLast = block !== undefined && text.slice(block.end, end).trim().length < 3;
    if (isLast && contacts.length > 0) {
      foot.contacts.unshift(...contacts);
      foot.confidence = 0.9;
      cut(start, 'contact');
      return;
    }
  }
  if (!isLost || foot.contacts.length > 0) return;
  const tail = text.slice(first, end);
  const start = contactsAtEnd(tail, from - first);
  if (start === undefined) return;
  foot.contacts.unshift(...readContacts(tail.slice(start)));
  foot.confidence = 0.85;
  cut(first + start, 'contact');
}
