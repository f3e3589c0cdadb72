import { collapse, isCapitals, wordsIn } from '../text-shape.ts';
import { hasHeadlineVerb } from './headline-verbs.ts';
import { isLetterhead, mayBeLetterhead } from './letterhead.ts';
import { isClean } from './scanned-line.ts';

/* What is printed on the line of a headline and belongs to the letterhead: the kind of the document, a number. */

const KIND =
  '(?:(?:joint|official)\\s+)?(?:press|media|news)\\s+release|pressemitteilung|medienmitteilung|pressemeldung|comunicado\\s+de\\s+prensa|nota\\s+de\\s+prensa|communiqu[eé]\\s+de\\s+presse|nota\\s+(?:à|de)\\s+imprensa|comunicado\\s+de\\s+imprensa|comunicato\\s+stampa|persbericht|pressmeddelande|th[oô]ng\\s+c[aá]o\\s+b[aá]o\\s+ch[ií]|新聞稿|新闻稿|보도자료';
const NUMBER = '(?:\\s+(?:(?:no|nr|núm|n)\\s?[.º°]?\\s?)?\\d{1,4}(?:[/-]\\d{2,4})?)?';
/** `Press Release: …`, `Pressemitteilung Nr. 7/2019 – …` */
const WITH_SEPARATOR = new RegExp(
  `^(?:${KIND})${NUMBER}\\s?(?:[:：|]|\\s[–—-](?=\\s)|[–—])\\s{0,3}`,
  'iu',
);
/** `Media Release …`, `M E D I A  R E L E A S E …` */
const KIND_ALONE =
  /^(?:(?:press|media|news)\s+release|(?:p\s?r\s?e\s?s\s?s|m\s?e\s?d\s?i\s?a|n\s?e\s?w\s?s)\s{1,4}r\s?e\s?l\s?e\s?a\s?s\s?e)\s{1,4}(?=\p{Lu})/iu;
/** `12/93 …`, `MPH 12/93 …`; not `24/7 …`, `50/50 …` or `9/11 …` */
const NUMBER_AHEAD =
  /^(?:(?:no\.?\s?)?\d{2,3}[/\\](?:[7-9]\d|[0-2]\d)|(?:no\.?\s?)?\p{Lu}{1,5}\s?\d{1,4}[/\\]\d{2,4})\s{1,4}(?=["“']?\p{Lu}{2})/u;
/** `… MPH 12/93` */
const NUMBER_BEHIND =
  /(?<!\s)\s{1,4}(?!(?:FOR|IN|OF|TO|THE|AND|BY)\s)\p{Lu}{1,5}\s?\d{1,3}\/\d{2}$/u;
const MIN_WORDS = 3; // of the headline

const isHeadline = (text: string): boolean =>
  wordsIn(text).length >= MIN_WORDS && isClean(text) && !mayBeLetterhead(text);

/** How many characters at the beginning of a line are the kind of the document or a number, before a headline. */
export function labelAhead(text: string): number {
  const separated = WITH_SEPARATOR.exec(text)?.[0].length ?? 0;
  if (separated > 0) return isLetterhead(text.slice(separated)) ? 0 : separated;
  const kind = KIND_ALONE.exec(text)?.[0] ?? '';
  const rest = text.slice(kind.length);
  const isOfKind = kind !== '' && isCapitals(rest) && (!isCapitals(kind) || hasHeadlineVerb(rest));
  const number = NUMBER_AHEAD.exec(isOfKind ? rest : text)?.[0].length ?? 0;
  const length = (isOfKind ? kind.length : 0) + number;
  return isHeadline(text.slice(length)) && isCapitals(text.slice(length)) ? length : 0;
}

/** Where the number of a release begins that follows a headline on its line; the end of the text if there is none. */
export function numberBehind(text: string): number {
  const place = NUMBER_BEHIND.exec(text)?.index ?? text.length;
  return isHeadline(collapse(text.slice(0, place))) ? place : text.length;
}
