import { type FoundContact, isName, PHONE, readContacts } from './find-contacts.ts';
import { gluedFoot, isFurniture } from './furniture.ts';
import { collapse, endsSentence, wordsIn } from './text-shape.ts';
import { CONTACT_LABEL, contactAt, isContactLine } from './contact-block.ts';
import type { Unit } from './units.ts';

/** A part of a release's end that is no body, with its place in its unit. */
export interface FootPart {
  unit: number;
  start: number;
  end: number;
  kind: 'furniture' | 'end mark' | 'contact';
}

export interface Foot {
  parts: FootPart[];
  contacts: FoundContact[];
  confidence: number;
  endMark: { text: string; unit: number } | undefined;
}

/** Each begins where its row of one sign does, so that a long row is gone over once. */
const MARKS =
  '(?<!#\\s*)#(?:\\s*#)+|-\\s?-?\\s?30\\s?-?\\s?-|–\\s?30\\s?–|—\\s?30\\s?—|\\(\\s?30\\s?\\)|-\\s?end\\s?-|(?<!\\*\\s?)\\*\\s?\\*\\s?\\*(?:\\s?\\*)*|x\\s?x\\s?x|(?<!_)_{3,}(?:\\s*#+)?';
const MARK = new RegExp(
  `^(?:(?:${MARKS})(?:\\s*(?:return|print|open pdf document))?|(?:30|end|fin|ENDS?)\\.?)$`,
  'iu',
);
/** So that a line within the text counts, it has to be a mark beyond doubt. */
const MARK_ALONE = /^(?:#\s?#\s?#+|-\s?-?\s?30\s?-?\s?-)$/u;
const MARK_AT_END = new RegExp(
  // eslint-disable-next-line regexp/no-super-linear-move -- sees the last REACH characters alone
  `(?:${MARKS})(?:\\s*(?:return|print|open pdf document))?\\s*$`,
  'iu',
);
/** Where punctuation is lost, `-30-` and `-end-` are words behind a gap. */
const LOST_MARK = /(?<!\s)\s{3,}(?:30|end|END|End)(?=\s*$|\s{3,}\d{4,}\s*$)/u;
/** The same without a gap: a figure that counts nothing, and is part of no day or measure. */
const GLUED_MARK = // eslint-disable-next-line regexp/no-super-linear-move -- sees the last REACH characters alone
  /(?<=\s\p{Ll}{4,})(?<!\s(?:about|above|after|ages?|around|article|before|below|chapter|from|january|february|march|april|june|july|august|september|october|november|december|least|line|most|nearly|next|number|only|over|page|past|room|route|section|than|through|title|under|until|with|beginningOf))\s30(?=\s*$)/u;
const MOST_UNITS = 30;
/** Characters at a line's end, and in a line of a contact block, in which anything is looked for. */
const REACH = 2000;

/** Reads a release from its end: furniture, end mark, contacts, until the story is reached. */
export function readFoot(
  units: readonly Unit[],
  first: { unit: number; offset: number },
  isLost: boolean,
): Foot {
  const foot: Foot = { parts: [], contacts: [], confidence: 0, endMark: undefined };
  let n = units.length - 1;
  const stop = Math.max(first.unit, units.length - MOST_UNITS);
  for (; n > stop; n--) {
    const unit = units[n];
    if (unit === undefined || unit.isBody) break;
    const block = contactBlock(units, n, stop + 1);
    if (block !== undefined) {
      foot.contacts.unshift(...block.contacts);
      foot.confidence = block.confidence;
      for (let k = block.first; k <= n; k++) foot.parts.push(wholeUnit(units, k, 'contact'));
      n = block.first;
      continue;
    }
    if (MARK.test(unit.text) && !/^\*|^_/.test(unit.text)) {
      if (foot.endMark === undefined) foot.endMark = { text: withoutFurniture(unit.text), unit: n };
      foot.parts.push(wholeUnit(units, n, 'end mark'));
      continue;
    }
    const isAside =
      isFurniture(unit.text) ||
      (unit.isApart && isLost && wordsIn(unit.text).length <= 12 && !endsSentence(unit.text)) ||
      ((unit.isApart || isLost) && /^[\s\d]+$/u.test(unit.text)) ||
      /^(?:https?:\/\/|www\.)\S+\/?$/u.test(unit.text);
    if (!isAside) break;
    foot.parts.push(wholeUnit(units, n, 'furniture'));
  }
  if (foot.endMark === undefined) markAbove(units, n, stop, foot);
  if (n >= first.unit) readTail(units, n, n === first.unit ? first.offset : 0, isLost, foot);
  return foot;
}

const wholeUnit = (units: readonly Unit[], unit: number, kind: FootPart['kind']): FootPart => ({
  unit,
  start: 0,
  end: units[unit]?.text.length ?? 0,
  kind,
});

/** An end mark with words below it, such as `About the senator`, which stay with the release. */
function markAbove(units: readonly Unit[], from: number, stop: number, foot: Foot) {
  for (let n = from; n > stop; n--) {
    const { text = '', isBody = true } = units[n] ?? {};
    if (isBody || !MARK_ALONE.test(text)) continue;
    foot.endMark = { text: withoutFurniture(text), unit: n };
    foot.parts.push(wholeUnit(units, n, 'end mark'));
    return;
  }
}

const withoutFurniture = (mark: string) =>
  collapse(mark.replace(/(?:return|print|open pdf document)$/iu, ''));

/** End mark and contacts that stand in the last line of the story itself. */
function readTail(units: readonly Unit[], n: number, from: number, isLost: boolean, foot: Foot) {
  const text = units[n]?.text ?? '';
  let end = text.length;
  const cut = (start: number, kind: FootPart['kind']) => {
    foot.parts.push({ unit: n, start, end, kind });
    end = start;
  };
  const furniture = isLost ? gluedFoot(text) : undefined;
  if (furniture !== undefined && furniture > from) cut(furniture, 'furniture');
  const first = Math.max(0, text.length - REACH);
  const tail = () => text.slice(first, end);
  const mark =
    (isLost ? (LOST_MARK.exec(text.slice(first)) ?? GLUED_MARK.exec(tail())) : null) ??
    MARK_AT_END.exec(tail());
  if (mark !== null && first + mark.index > from && foot.endMark === undefined) {
    const word = /\S+(?:\s\S+)*/u.exec(mark[0])?.[0] ?? '';
    foot.endMark = { text: withoutFurniture(word), unit: n };
    cut(first + mark.index, 'end mark');
  }
  const label = [
    ...tail().matchAll(
      /(?:(?<!\s)\s{2,}|(?<=[.!?"”])\s)(?=(?:(?:press|media|news)\s+)?contacts?\b[:(\s])/giu,
    ),
  ].at(-1);
  if (label !== undefined && first + label.index > from) {
    const start = first + label.index;
    const at = start + label[0].length;
    const block = contactAt({ units, n, text: text.slice(0, end), last: n }, at);
    const contacts =
      block?.tokens.flatMap((token) => (token.kind === 'contact' ? token.contacts : [])) ?? [];
    if (
      block !== undefined &&
      contacts.length > 0 &&
      text.slice(block.end, end).trim().length < 3
    ) {
      foot.contacts.unshift(...contacts);
      foot.confidence = 0.9;
      cut(start, 'contact');
      return;
    }
  }
  if (isLost && foot.contacts.length === 0)
    readBareTail(tail(), from - first, foot, (start) => cut(first + start, 'contact'));
}

/** `… at home   Laura Sample   Casey Contact  202  555 0123`: names and a number without a label. */
function readBareTail(text: string, from: number, foot: Foot, cut: (start: number) => void) {
  const phones = [...text.matchAll(PHONE)];
  let start = text.trimEnd().length;
  for (;;) {
    const phone = phones.findLast(({ index, 0: number }) => index + number.length <= start);
    const isNext =
      phone !== undefined && text.slice(phone.index + phone[0].length, start).trim() === '';
    if (!isNext || phone.index <= from) break;
    const names = namesBefore(text, from, phone.index);
    if (names === phone.index) break;
    start = names;
  }
  if (start === text.trimEnd().length) return;
  foot.contacts.unshift(...readContacts(text.slice(start)));
  foot.confidence = 0.85;
  cut(start);
}

/** Where the names begin that stand right before a number; the number's own place if none do. */
function namesBefore(text: string, from: number, phone: number): number {
  let start = phone;
  for (;;) {
    const before = text.slice(Math.max(0, from), start).trimEnd();
    const gap = before.lastIndexOf('  ');
    const part = before.slice(gap + 2).trim();
    if (gap <= 0 || !isNamed(part)) return start;
    start = Math.max(0, from) + gap + 2;
  }
}

/** One name, or two of two words each whose comma was lost. */
const isNamed = (part: string) =>
  wordsIn(part).length <= 4 && (isName(part) || /^\p{Lu}\p{L}+ (?:Press )?Office$/u.test(part));

/** A contact block, from its first unit to the one where it was found. */
interface Block {
  first: number;
  contacts: FoundContact[];
  confidence: number;
}

/** The contact block that ends with unit `n`. */
function contactBlock(units: readonly Unit[], n: number, stop: number): Block | undefined {
  if (!isBlockLine(units[n]?.text ?? '')) return undefined;
  for (let first = n; first >= Math.max(stop, n - 10); first--) {
    const text = units[first]?.text ?? '';
    if (!isBlockLine(text)) break;
    const labelled = labelledAt(units, first, n);
    if (labelled !== undefined) return labelled;
  }
  return bareBlock(units, n, stop);
}

const isBlockLine = (text: string) =>
  text.length <= REACH &&
  (CONTACT_LABEL.test(text) || isContactLine(text) || isSentenceContact(text));

/** `For more information, please contact Casey Contact at 555-0123.` */
const isSentenceContact = (text: string) =>
  /^(?:for\s+(?:more|further|additional)\s+information|for\s+(?:press|media)\s+inquiries|press|media)\b.{0,60}\bcontact\b/iu.test(
    text,
  ) &&
  text.search(PHONE) !== -1 &&
  wordsIn(text).length <= 30;

function labelledAt(units: readonly Unit[], first: number, last: number): Block | undefined {
  const text = units[first]?.text ?? '';
  const sentence = isSentenceContact(text) ? /\bcontact\s*:?\s*/iu.exec(text) : null;
  const label =
    sentence === null ? CONTACT_LABEL.exec(text)?.[0].length : sentence.index + sentence[0].length;
  if (label === undefined) return undefined;
  const rest = [text.slice(label), ...units.slice(first + 1, last + 1).map((unit) => unit.text)];
  const isWithin =
    label > 0 &&
    rest[0]?.trim() !== '' &&
    !isContactLine(rest[0] ?? '') &&
    sentence === null &&
    wordsIn(text).length > 16 &&
    text.search(PHONE) === -1;
  if (isWithin) return undefined;
  const contacts = readContacts(rest.join('\n'));
  if (contacts.length === 0) return undefined;
  const isWhole = contacts.every(
    ({ name, phone, email }) => name !== null && (phone ?? email) !== null,
  );
  return { first, contacts, confidence: isWhole ? 0.97 : 0.6 };
}

/** Names and numbers that no label announces. */
function bareBlock(units: readonly Unit[], n: number, stop: number): Block | undefined {
  const text = units[n]?.text ?? '';
  if (text.search(PHONE) === -1 && !text.includes('@')) return undefined;
  let first = n;
  while (
    first - 1 >= stop &&
    n - first < 4 &&
    isContactLine(units[first - 1]?.text ?? '') &&
    (isName(units[first - 1]?.text ?? '') || (units[first - 1]?.text.search(PHONE) ?? -1) !== -1)
  )
    first--;
  const contacts = readContacts(
    units
      .slice(first, n + 1)
      .map((unit) => unit.text)
      .join('\n'),
  );
  if (contacts.length === 0 || contacts.some(({ name }) => name === null)) return undefined;
  return { first, contacts, confidence: 0.85 };
}
