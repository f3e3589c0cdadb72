import { type ContactBlock, contactAt } from './contact-block.ts';
import { isContactLine, isPostalAddress } from './contact-line.ts';
import { hasNumber, isName, readContacts } from './find-contacts.ts';
import { findDates } from './find-date.ts';
import { furnitureAt, gluedHead, isBanner, isFurniture } from './furniture.ts';
import { labelAhead, numberBehind } from './head/printed-beside.ts';
import { dividedDate } from './head/scanned-line.ts';
import { dateAt, nextAnchor, type UnitReading } from './next-anchor.ts';
import { releaseLineAt } from './release-line.ts';
import { cutUnit, type TaggedUnit } from './tag-units.ts';
import { beginningOf } from './text-shape.ts';
import type { Token } from './token.ts';

/** The tokens of a unit of the head, and the next unit: a contact block includes lines below its label. */
interface UnitTokens {
  tokens: Token[];
  next: number;
}

/** Tokens that begin at one place, and where reading continues. */
type Anchor = Pick<ContactBlock, 'tokens' | 'end'> & Partial<Pick<ContactBlock, 'next'>>;

/** The hour after a day: `at 5:00 p.m. PST`. */
const TIME =
  /^,?\s{0,3}(?:(?:at|@|um|à|a\s+las|–|-)\s{1,3})?\d{1,2}(?:[:.h]\d{2})?\s{0,2}(?:[ap]\.?\s?m\b\.?|uhr\b|h\b|hrs?\b|hours\b)(?:\s{1,2}\(?(?:[A-Z]{2,4}T?|Eastern|Central|Mountain|Pacific)\b\)?)?/iu;
/** The hour before a day: `10:00 AM, `. */
const TIME_FIRST =
  /^\d{1,2}(?:[:.h]\d{2}(?:\s?(?:[ap]\.?m\.?|uhr|h))?|\s?[ap]\.?m\.?),?\s{1,3}(?=\S)/iu;
/** Marks after a day: `(9/2/22) – `. */
const AFTER_DATE = /^\)\s?[–—-]\s|^\s*[)\].,–—-]*/u;
/** What says that the headline follows, in forms, memoranda and mails. */
const TITLE_LABEL =
  /^(?:headline|title|subject|re|titre|titel|t[ií]tulo|asunto|assunto|objet|betreff|oggetto|onderwerp|제목|標題|标题)\s?[:：]\s{0,3}(?=\S)/iu;
const MAX_MAIL_HEAD = 3; // lines above the subject of a mail
const DATE_LABEL =
  /^(?:date(?:d)?|datum|data|ngày|日期|날짜|배포일시?|보도일시?|posted(?:\s+on)?|published(?:\s+on)?|released?(?:\s+on)?|issued(?:\s+on)?|given|done|fecha|publi[ée]e?\s+le|mise?\s+en\s+ligne\s+le|publicad[oa]\s+(?:el|em)|veröffentlicht\s+am|pubblicato\s+il|stand)\s*[:\s]\s*(?:on\s+)?(?:this\s+|the\s+)?/iu;

/**
 * Characters of a line that are read. A head is shorter, even of a page that was saved as one line; and
 * each part is searched for in the rest of the line, so that a longer one would take too long.
 */
const REACH = 4000;

/** Reads a whole unit of the head; `last` is the last unit that a contact block may include. */
export function unitTokens(
  units: readonly TaggedUnit[],
  n: number,
  last: number,
  isLost: boolean,
): UnitTokens {
  const unit = units[n];
  return unit === undefined
    ? { tokens: [], next: n + 1 }
    : readUnit(unit, { units, n, last, isLost });
}

/** Reads the beginning of a unit, up to the place where the body begins. */
export function tokensBefore(
  units: readonly TaggedUnit[],
  n: number,
  end: number,
  isLost = true,
): Token[] {
  const unit = units[n];
  return unit === undefined
    ? []
    : readUnit(cutUnit(unit, end), { units, n, last: n, isLost }).tokens;
}

function readUnit(
  { text: whole, tags }: TaggedUnit,
  place: Omit<UnitReading, 'text' | 'dates'>,
): UnitTokens {
  const { n, isLost } = place;
  if (whole !== '' && (tags.isFurniture || (isLost && tags.isBanner))) {
    const token: Token = { kind: 'furniture', unit: n, start: 0, end: whole.length, text: whole };
    return { tokens: [token], next: n + 1 };
  }
  const day = isLost ? undefined : dividedDate(whole);
  if (day !== undefined) {
    const token: Token = { kind: 'date', unit: n, start: 0, end: whole.length, text: whole, date: day, isLabelled: false }; // prettier-ignore
    return { tokens: [token], next: n + 1 };
  }
  const text = beginningOf(whole, REACH);
  const reading: UnitReading = { ...place, text, dates: findDates(text) };
  const tokens: Token[] = [];
  let next = n + 1;
  let offset = 0;
  for (;;) {
    const rest = text.slice(offset);
    offset += rest.length - rest.trimStart().length;
    if (offset >= text.length) break;
    const anchor = anchorAt(reading, offset);
    if (anchor !== undefined) {
      tokens.push(...anchor.tokens);
      next = anchor.next ?? next;
      offset = anchor.end;
      continue;
    }
    const stop = nextAnchor(reading, offset + 1);
    const part = text.slice(offset, stop).trimEnd();
    for (const { index, piece } of layoutPieces(part)) {
      tokens.push(...pieceTokens(n, offset + index, piece, isLost));
    }
    offset = stop;
  }
  const beyond = whole.slice(text.length).trim();
  if (beyond !== '') {
    const start = whole.indexOf(beyond, text.length);
    tokens.push({ kind: 'text', unit: n, start, end: start + beyond.length, text: beyond });
  }
  return { tokens, next };
}

/** The tokens of a text between anchors. */
function pieceTokens(unit: number, start: number, text: string, isLost: boolean): Token[] {
  const token = { unit, start, end: start + text.length, text };
  if ((isLost && isBanner(text)) || isFurniture(text)) return [{ kind: 'furniture', ...token }];
  const mayBeContact = hasNumber(text) && isContactLine(text) && !isPostalAddress(text);
  const contacts = mayBeContact ? readContacts(text) : [];
  const isContact =
    contacts.length > 0 &&
    contacts.every(({ name, phone }) => phone && (isLost ? name : isName(name ?? '')));
  if (isContact) return [{ kind: 'contact', ...token, contacts }];
  const [from, to] = isLost
    ? [gluedHead(text), text.length]
    : [labelAhead(text), numberBehind(text)];
  const part = (begin: number, end: number) => ({
    unit,
    start: start + begin,
    end: start + end,
    text: text.slice(begin, end),
  });
  return [
    { kind: 'furniture' as const, ...part(0, from) },
    { kind: 'text' as const, ...part(from, to) },
    { kind: 'furniture' as const, ...part(to, text.length) },
  ].filter((one) => one.text !== '');
}

/** The parts between gaps of five spaces and more, which separate a headline from its neighbors. */
function layoutPieces(text: string): { index: number; piece: string }[] {
  return [...text.matchAll(/\S+(?:\s{1,4}\S+)*/gu)].map(({ index, 0: piece }) => ({
    index,
    piece,
  }));
}

/** What begins at a place and is not free text: a release line, a date, a contact, furniture. */
function anchorAt(reading: UnitReading, place: number): Anchor | undefined {
  const rest = reading.text.slice(place);
  const part = (length: number) => ({
    unit: reading.n,
    start: place,
    end: place + length,
    text: rest.slice(0, length),
  });
  const anchor = (token: Token): Anchor => ({ tokens: [token], end: token.end });
  const furniture = (length: number) => anchor({ kind: 'furniture', ...part(length) });
  const line = releaseLineAt(rest);
  if (line !== undefined) return anchor({ kind: 'release', ...part(line.end), line });
  const title = TITLE_LABEL.exec(rest)?.[0].length ?? 0;
  const isMail = /^subject/iu.test(rest) && reading.n >= MAX_MAIL_HEAD; // else what a transcript is about
  if (title > 0 && place === 0 && !reading.isLost && !isMail) return furniture(title);
  const today = /^today(?:\s+is)?\s*:\s*/iu.exec(rest)?.[0].length;
  const label = DATE_LABEL.exec(rest)?.[0].length ?? 0;
  const before = today ?? (label > 0 ? label : (TIME_FIRST.exec(rest)?.[0].length ?? 0));
  const date = dateAt(rest.slice(before));
  if (date !== undefined) {
    const end = before + date.end;
    if (today !== undefined) return furniture(end);
    const time = TIME.exec(rest.slice(end))?.[0].length;
    const close = time ?? AFTER_DATE.exec(rest.slice(end))?.[0].trimEnd().length ?? 0;
    return anchor({ kind: 'date', ...part(end + close), date, isLabelled: label > 0 });
  }
  const contact = contactAt(reading, place);
  if (contact !== undefined) return contact;
  const emptyLabel = /^contacts?\s*(?::|(?=\s{2,}|$))/iu.exec(rest)?.[0];
  if (emptyLabel !== undefined) return furniture(emptyLabel.length);
  const known = furnitureAt(rest);
  return known === undefined ? undefined : furniture(known.length);
}
