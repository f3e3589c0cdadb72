import { contactAt, isContactLine } from './contact-block.ts';
import { hasNumber, readContacts } from './find-contacts.ts';
import { type FoundDate, findDates } from './find-date.ts';
import { furnitureAt, gluedHead, isBanner, isFurniture } from './furniture.ts';
import { releaseLineAt } from './release-line.ts';
import { beginningOf } from './text-shape.ts';
import type { Anchor, Reading, Token } from './token.ts';
import type { Unit } from './units.ts';

const DATE_LABEL =
  /^(?:date(?:d)?|posted(?:\s+on)?|published(?:\s+on)?|released?(?:\s+on)?|issued(?:\s+on)?|fecha)\s*[:\s]\s*(?:on\s+)?/iu;

/**
 * Characters of a line that are taken apart. A head is shorter, even of a page that was saved as one
 * line; and each part is looked for in all that follows, so that a longer line would take too long.
 */
const REACH = 4000;

/** Takes the head of a release apart, unit by unit, up to a place in the last one. */
export function headTokens(
  units: readonly Unit[],
  from: number,
  to: number,
  limit: number,
): Token[] {
  const tokens: Token[] = [];
  for (let n = from; n <= to;) {
    const unit = units[n];
    if (unit === undefined) break;
    const end = n === to ? limit : unit.text.length;
    const next = readUnit(units, n, end, n === to ? n : to, tokens);
    n = Math.max(n + 1, next);
  }
  return tokens;
}

/** @returns the unit to go on with: a contact block takes in the units behind its label. */
function readUnit(
  units: readonly Unit[],
  n: number,
  end: number,
  last: number,
  tokens: Token[],
): number {
  const whole = (units[n]?.text ?? '').slice(0, end);
  const text = beginningOf(whole, REACH);
  const reading: Reading = { units, n, text, dates: findDates(text), last };
  if (isFurniture(whole) || isBanner(whole)) {
    tokens.push({ kind: 'furniture', unit: n, start: 0, end, text: whole });
    return n + 1;
  }
  let next = n + 1;
  let place = 0;
  while (place < text.length) {
    const rest = text.slice(place);
    place += rest.length - rest.trimStart().length;
    if (place >= text.length) break;
    const found = anchorAt(reading, place);
    if (found !== undefined) {
      tokens.push(...found.tokens);
      if (found.next !== undefined) next = found.next;
      place = found.end;
      continue;
    }
    const stop = nextAnchor(reading, place + 1);
    const part = text.slice(place, stop).trimEnd();
    for (const { index, piece } of layoutPieces(part)) {
      tokens.push(...pieceTokens(n, place + index, piece));
    }
    place = stop;
  }
  const beyond = whole.slice(text.length).trim();
  if (beyond !== '') {
    const start = whole.indexOf(beyond, text.length);
    tokens.push({ kind: 'text', unit: n, start, end: start + beyond.length, text: beyond });
  }
  return next;
}

/** A text between anchors, without what stands glued to its front. */
function pieceTokens(unit: number, start: number, text: string): Token[] {
  const token = { unit, start, end: start + text.length, text };
  if (isBanner(text) || isFurniture(text)) return [{ kind: 'furniture', ...token }];
  const contacts = hasNumber(text) && isContactLine(text) ? readContacts(text) : [];
  const isContact = contacts.length > 0 && contacts.every(({ name, phone }) => name && phone);
  if (isContact) return [{ kind: 'contact', ...token, contacts }];
  const glued = gluedHead(text);
  if (glued === 0) return [{ kind: 'text', ...token }];
  const place = start + glued;
  return [
    { kind: 'furniture', unit, start, end: place, text: text.slice(0, glued) },
    { kind: 'text', ...token, start: place, text: text.slice(glued) },
  ];
}

/** Gaps of five spaces and more part a headline from what stands beside it. */
function layoutPieces(text: string): { index: number; piece: string }[] {
  return [...text.matchAll(/\S+(?:\s{1,4}\S+)*/gu)].map(({ index, 0: piece }) => ({
    index,
    piece,
  }));
}

/** What begins at a place and is no free text: a release line, a date, a contact, furniture. */
function anchorAt(reading: Reading, place: number): Anchor | undefined {
  const rest = reading.text.slice(place);
  const stretch = (length: number) => ({
    unit: reading.n,
    start: place,
    end: place + length,
    text: rest.slice(0, length),
  });
  const anchor = (token: Token): Anchor => ({ tokens: [token], end: token.end });
  const furniture = (length: number) => anchor({ kind: 'furniture', ...stretch(length) });
  const line = releaseLineAt(rest);
  if (line !== undefined) return anchor({ kind: 'release', ...stretch(line.end), line });
  const today = /^today(?:\s+is)?\s*:\s*/iu.exec(rest)?.[0].length;
  const label = DATE_LABEL.exec(rest)?.[0].length ?? 0;
  const date = dateAt(rest.slice(today ?? label));
  if (date !== undefined) {
    const end = (today ?? label) + date.end;
    if (today !== undefined) return furniture(end);
    const close = /^[\s]*[)\].,–—-]*/u.exec(rest.slice(end))?.[0].trimEnd().length ?? 0;
    return anchor({ kind: 'date', ...stretch(end + close), date, isLabelled: label > 0 });
  }
  const contact = contactAt(reading, place);
  if (contact !== undefined) return contact;
  const empty = /^contacts?\s*(?::|(?=\s{2,}|$))/iu.exec(rest)?.[0];
  if (empty !== undefined) return furniture(empty.length); // a label without a name
  const known = furnitureAt(rest);
  return known === undefined ? undefined : furniture(known.length);
}

const LONGEST_DATE = 200; // characters, with wide gaps between its parts
const GAP_BEFORE = /(?:^|\s\s|\n)$/u;
/** Characters before a day of which a word may say that it stands in a sentence. */
const BEFORE = 80;
const LOWER_WORD =
  /(?:^|\s)(?:on|of|by|since|until|till|through|from|to|in|before|after|the|and|by|last|this|next|for|dated)\s+$/iu;

/** Whether behind a label there is a name with its number, or one with a day right behind it. */
function isNamedAt(reading: Reading, place: number): boolean {
  const block = contactAt(reading, place);
  const [first] = block?.tokens ?? [];
  if (block === undefined || first?.kind !== 'contact' || first.contacts.length === 0) return false;
  const isWhole = first.contacts.every(({ name, phone, email }) => name && (phone ?? email));
  return isWhole || dateAt(reading.text.slice(first.end).trimStart()) !== undefined;
}

/** The day with which a text begins. */
function dateAt(text: string): FoundDate | undefined {
  const [date] = findDates(text.slice(0, LONGEST_DATE));
  return date?.start === 0 ? date : undefined;
}

/** Where the next anchor begins, or the text ends. */
function nextAnchor(reading: Reading, from: number): number {
  const { text } = reading;
  const release = /(?:for\s+immediate\s+release|embargoed|para\s+publicación\s+inmediata)/iu.exec(
    text.slice(from),
  );
  const date = reading.dates.find(({ start, end }) => {
    if (start < from) return false;
    const before = text.slice(Math.max(0, start - BEFORE), start);
    // A day within a sentence is no date line.
    return (
      !LOWER_WORD.test(before) && !/,\s*$/.test(before) && !/^,?\s*\p{Ll}/u.test(text.slice(end))
    );
  });
  const contact = text
    .matchAll(/(?:\b|(?<=\d))(?:(?:press(?:\s+office)?|media|washington)\s+)?contacts?\b/giu)
    .find(
      ({ index, 0: word }) =>
        index >= from &&
        (GAP_BEFORE.test(text.slice(0, index)) ||
          /\d$/.test(text.slice(0, index)) ||
          word === word.toUpperCase() ||
          /^\s{2,}/.test(text.slice(index + word.length)) ||
          /^[^\n]{0,12}:/.test(text.slice(index + word.length - 1)) ||
          (/C/.test(word) && isNamedAt(reading, index))) &&
        contactAt(reading, index) !== undefined,
    );
  const gap = text
    .matchAll(/\s{2,}/g)
    .find(
      ({ index, 0: gap }) =>
        index >= from && furnitureAt(text.slice(index + gap.length)) !== undefined,
    );
  const label = text
    .matchAll(/(?<!\s)\s{2,}(?=date(?:\s*:)?\s+\d)/giu)
    .find(({ index }) => index >= from);
  const places = [
    release === null ? undefined : from + release.index,
    date?.start,
    contact?.index,
    ...[gap, label].map((match) => match && match.index + match[0].length),
  ].filter((place) => place !== undefined);
  return Math.min(text.length, ...places);
}
