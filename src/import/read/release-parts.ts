import type { PagePiece } from './page-pieces.ts';
import { CONTACT_LABEL, isContactLine } from '../parse/contact-line.ts';
import { hasNumber } from '../parse/find-contacts.ts';
import { findDates } from '../parse/find-date.ts';
import { releaseLineAt } from '../parse/release-line.ts';

const MAX_WORDS = 60; // of a part of a release's head or foot

/** Whether a piece above a story is the release's: its headline, its day, its release line, its contact. */
export function isReleasePart(piece: PagePiece): boolean {
  const { text, words, linked, heading, around, nodes } = piece;
  if (words === 0 || words > MAX_WORDS) return false;
  if (heading > 0 && heading < 4) return true;
  const isTime = [...around, ...nodes].some((node) => node.type === 'element' && node.tagName === 'time'); // prettier-ignore
  if (isTime || isStrayPart(piece)) return true;
  const [date] = findDates(text);
  if (date !== undefined && text.length - (date.end - date.start) < 30) return true;
  if (releaseLineAt(text) !== undefined) return true;
  return around[0]?.tagName === 'p' && words >= 4 && linked === 0;
}

/** Whether a piece anywhere beside a story is the release's: its contact, its end mark. */
export function isStrayPart({ text, words }: PagePiece): boolean {
  if (words > MAX_WORDS) return false;
  if (/^(?:#\s*){3}$|^-\s?30\s?-$/.test(text) || /^(?:press |media )?contacts?\s*:?$/i.test(text)) return true; // prettier-ignore
  return hasNumber(text) && (isContactLine(text) || CONTACT_LABEL.test(text));
}

/** Whether a piece is the headline that a page names; its name may be cut, with dots at the end. */
export function isHeadline({ text, words }: PagePiece, headline: string): boolean {
  const [one, other] = [letters(text), letters(headline)];
  if (one === '' || words > 60) return false;
  if (one === other) return true;
  const isCut = /(?:…|\.\.\.)\s*$/.test(headline);
  return isCut && other.length > 20 && one.startsWith(other);
}

const letters = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]/gu)
    ?.join('') ?? '';
