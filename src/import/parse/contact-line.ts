import { beginsWithFunction, isName, NUMBER } from './find-contacts.ts';
import { findDates } from './find-date.ts';
import { releaseLineAt } from './release-line.ts';
import { isTitleCase, wordsIn } from './text-shape.ts';

export const CONTACT_LABEL =
  /^(?:(?:press(?:\s+office)?|media|news|primary|communications|washington|d\.?c\.?|(?-i:(?!Please\b)\p{Lu}\p{Ll}{3,}))\s+)?contacts?(?:\s*\(s\))?(?:\s+(?:info(?:rmation)?|persons?|presse|m[eé]dias?))?(?:\s*\/\s*\p{L}+)?\s*(?:[:.–-]+|(?=[\s\u00a0]|$))|^(?:contactos?|contatos?)(?:\s+(?:de|para|con)\s+(?:la\s+)?(?:prensa|imprensa|medios))?(?:\s*:|(?=\s{2}|$))|^source\s(?::|$)|^(?:personnes?[- ]ressources?|contacts?\s+(?:presse|m[eé]dias?)|relations\s+(?:presse|m[eé]dias?)|renseignements|(?:presse)?kontakt|ansprechpartner(?:in)?|pressestelle|assessoria\s+de\s+imprensa|người\s+liên\s+(?:hệ|lạc)|liên\s+(?:hệ|lạc)(?:\s+báo\s+chí)?)\s*[:：]|^(?:contacts?\s+(?:presse|m[eé]dias?)|(?:presse)?kontakt|ansprechpartner(?:in)?|relations\s+presse|contacto\s+de\s+prensa)\s*$|^(?:新聞|媒體|傳媒|新闻|媒体)?(?:聯絡|聯繫|聯係|联系|联络)(?:人|方式)?\s*[:：]|^(?:언론\s*)?(?:문의(?:처)?|담당자?|연락처)\s*[:：]|^(?:para\s+)?más\s+información\s*:?|^(?:for|further)\s+(?:(?:more|further|additional)\s*)?(?:information|details|inquiries|enquiries)\s*(?:,\s*)?(?:please\s+)?(?:contact|call|:)\s*:?|^(?:press|media)\s+(?:office|inquiries|enquiries)\s*:|^(?:press\s+office\s+)?phone(?=\s*[:(\d])/iu;

/** Whether a line has the code of a place in it, which no name has: `Sampleton, CA 90000`. */
export const isPostalAddress = (text: string): boolean =>
  /\b[A-Z]{2}\.?,?\s{1,3}\d{5}(?:-\d{4})?(?!\d)/u.test(text);

const MAX_FUNCTION = 7; // words of what a person does: `Attachée de presse`, or of an office
const MAX_LENGTH = 600; // characters of a line in a contact block

/** Whether a line can be part of a contact block: a name, a title, an office, a number. */
export function isContactLine(text: string): boolean {
  if (text.length > MAX_LENGTH) return false;
  const rest = text.replace(NUMBER, ' ');
  const words = wordsIn(rest);
  if (wordsIn(text).length === 0) return false;
  if (rest !== text) return words.length <= 10 && !/[.!?]\s+\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(rest);
  if (releaseLineAt(text) !== undefined || findDates(text).length > 0) return false;
  const isFunction = beginsWithFunction(text) && words.length <= MAX_FUNCTION;
  return (
    words.length <= 10 &&
    (isName(text) || isTitleCase(text) || isFunction) &&
    !/[.!?]$/.test(text.trim())
  );
}
