import { isName, NUMBER } from './find-contacts.ts';
import { findDates } from './find-date.ts';
import { releaseLineAt } from './release-line.ts';
import { isTitleCase, wordsIn } from './text-shape.ts';

export const CONTACT_LABEL =
  /^(?:(?:press(?:\s+office)?|media|news|primary|communications|washington|d\.?c\.?|(?-i:(?!Please\b)\p{Lu}\p{Ll}{3,}))\s+)?contacts?(?:\s*\(s\))?(?:\s+(?:info(?:rmation)?|persons?))?(?:\s*\/\s*\p{L}+)?\s*(?:[:.–-]+|(?=[\s\u00a0]|$))|^contactos?(?:\s+de\s+prensa)?\s*:|^(?:para\s+)?más\s+información\s*:?|^(?:for|further)\s+(?:(?:more|further|additional)\s*)?(?:information|details|inquiries|enquiries)\s*(?:,\s*)?(?:please\s+)?(?:contact|call|:)\s*:?|^(?:press|media)\s+(?:office|inquiries|enquiries)\s*:|^(?:press\s+office\s+)?phone(?=\s*[:(\d])/iu;

const MAX_LENGTH = 600; // characters of a line in a contact block

/** Whether a line can be part of a contact block: a name, a title, an office, a number. */
export function isContactLine(text: string): boolean {
  if (text.length > MAX_LENGTH) return false;
  const rest = text.replace(NUMBER, ' ');
  const words = wordsIn(rest);
  if (wordsIn(text).length === 0) return false;
  if (rest !== text) return words.length <= 10 && !/[.!?]\s+\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(rest);
  if (releaseLineAt(text) !== undefined || findDates(text).length > 0) return false;
  return words.length <= 10 && (isName(text) || isTitleCase(text)) && !/[.!?]$/.test(text.trim());
}
