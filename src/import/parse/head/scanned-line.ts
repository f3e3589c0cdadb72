import { type FoundDate, findDates } from '../find-date.ts';
import { MONTH } from '../month-names.ts';
import { hasHeadlineVerb } from './headline-verbs.ts';
import { collapse, isCapitals } from '../text-shape.ts';

/* What a scanner makes of a page: stains and stamps as odd characters, words with gaps in them. */

const VOWEL = /[aeiouy]/iu;
const NUMBER = /^[$€£#]?\d[\d,.:%’']*(?:st|nd|rd|th|er|s|[ap]m|\p{Lu}{1,2}|%)?$/iu;
/** `MPS`, `C130`: what offices abbreviate. */
const ABBREVIATION = /^(?:\p{Lu}{2,5}\d{0,4}|(?:\p{L}\.)+\p{L}?)$/u;
/** Capitals inside a word are those of a name: `McCAIN`, `YouTube`. */
const MIXED = /\p{Ll}\p{Lu}/u;
const NAME = /^(?:Mc|Mac|\p{Ll})\p{Lu}[\p{L}\p{M}]{2,}$|^(?:\p{Lu}\p{Ll}{2,}){2,}$/u;
/** Words of one letter, in the languages of releases. */
const SHORT = /^[aeioyàéóAEIOYÀÉÓ&]$/u;

/** Whether it reads as a word or a figure, and not as a stain. */
function isWord(token: string): boolean {
  const text = token
    .replace(/^[^\p{L}\p{N}$€£&]+/u, '')
    .replace(/(?<![^\p{L}\p{M}\p{N}%])[^\p{L}\p{M}\p{N}%]+$/u, '');
  if (/\p{Lo}/u.test(text) || SHORT.test(text) || NUMBER.test(text) || ABBREVIATION.test(text))
    return true;
  if (!/^[\p{L}\p{M}'’.]{2,}$/u.test(text)) return false;
  if (!/\p{Script=Latin}/u.test(text)) return true;
  if (MIXED.test(text) && !NAME.test(text)) return false;
  return text.length < 4 || VOWEL.test(text.normalize('NFD'));
}

const tokensOf = (text: string) => text.split(/[\s/–—-]+/u).filter((token) => token !== '');
const lengthOf = (tokens: readonly string[]) => tokens.reduce((sum, { length }) => sum + length, 0);

/** The share of a line's characters that are in words and figures. */
function shareOfWords(text: string): number {
  const tokens = tokensOf(text);
  return lengthOf(tokens.filter(isWord)) / Math.max(1, lengthOf(tokens));
}

const BULLET = /^[*•·▪●○]$/u;

/** Whether a line reads as words, from its first one on. */
export const isClean = (text: string): boolean =>
  shareOfWords(text) >= CLEAN && isWord(tokensOf(text).find((token) => !BULLET.test(token)) ?? '');

/** Whether a line ends with a word or a figure. */
export const endsClean = (text: string): boolean => isWord(tokensOf(text).at(-1) ?? '');

/** The line without what is no word, and without marks in front of it. */
export const withoutStains = (text: string): string =>
  collapse(text)
    .split(' ')
    .filter((token) => tokensOf(token).some(isWord))
    .join(' ')
    .replace(/^[^\p{L}\p{N}"“«„([¿¡$€£#]+/u, '');

const CLEAN = 0.75; // of the characters are words where there are few stains
const MIN_TOKENS = 3;
const MAX_LENGTH = 400; // characters: no letterhead has more

const APART = /(?<![\p{L}\p{M}\p{N}'’.-])(?![aio]\s|[AI&]\s)\p{L}(?![\p{L}\p{M}\p{N}'’-])/gu;
const MIN_APART = 0.05; // of the words

/** Whether letters are alone that are no words, as those of a letterhead that is set wide. */
export function hasLettersApart(text: string): boolean {
  if (text.length > MAX_LENGTH) return false;
  const count = text.match(APART)?.length ?? 0;
  return count > MIN_APART * tokensOf(text).length;
}

/** Whether a line in capitals has gaps in its words: it may have been set wide. */
export const isSetWide = (text: string): boolean =>
  isCapitals(text) &&
  hasLettersApart(text) &&
  (text.match(/[^\p{L}\p{N}\s]/gu)?.length ?? 0) < text.length / 8;

/** Whether a line has hardly a word in it. A line in capitals may have been set wide. */
export function isStain(text: string): boolean {
  if (text.length > MAX_LENGTH || /\p{Lo}/u.test(text)) return false;
  const tokens = tokensOf(text);
  const isShort = tokens.every((token) => token.replace(/[^\p{L}\p{N}]/gu, '').length <= 2);
  const isWide =
    isCapitals(text) && (text.match(/[^\p{L}\p{N}\s]/gu)?.length ?? 0) < text.length / 8;
  if (isWide) return false;
  return (isShort && tokens.length >= MIN_TOKENS) || shareOfWords(text) < 0.5;
}

/** A pattern for words that a scanner may have divided anywhere. */
const divided = (words: string): string =>
  [...words.replaceAll(' ', '')].map((letter) => `${letter}[ .]?`).join('');

const PHRASES = [
  'prime minister',
  'minister for',
  'minister of',
  'minister assisting',
  'member for',
  'leader of the',
  'parliament of',
  'parliament house',
  'parliamentary',
  'house of representatives',
  'house of commons',
  'house of assembly',
  'legislative assembly',
  'legislative council',
  'the senate',
  'office of',
  'department of',
  'government of',
  'commonwealth',
  'tel no',
  'telephone',
  'media release',
  'press release',
  'news release',
  'media statement',
  'press statement',
];
const LETTERHEAD = new RegExp(`(?<![\\p{L}\\p{M}])(?:${PHRASES.map(divided).join('|')})`, 'iu');
const PO_BOX = new RegExp(`^${divided('po box')}`, 'iu');

/** Whether a line whose letters are apart is part of a letterhead. */
export const isDividedLetterhead = (text: string): boolean =>
  hasLettersApart(text) &&
  !hasHeadlineVerb(text.replace(/\bto\b/giu, '')) &&
  (LETTERHEAD.test(collapse(text)) || PO_BOX.test(collapse(text)));

const LABELS =
  /^(?:checkagainstdelivery|embargo(?:ed)?(?:until|till)delivery|(?:media|press|news)(?:release|statement))$/iu;

/** Whether a line is the kind of a document, wherever its words have gaps: `CHECK AGAI NST DELI VERY`. */
export const isDividedLabel = (text: string): boolean =>
  LABELS.test(text.replace(/[^\p{L}]/gu, ''));

const DIVIDED = 0.85; // the confidence in its figures
const MAX_DATE = 80; // characters of a line
const DATE = new RegExp(`(?<before>\\d{0,9}?)(?<day>\\d{1,2})(?:st|nd|rd|th)?(?<month>${MONTH}),?(?<year>(?:19|20)\\d{2})(?:(?!\\d)|(?=\\d{2}/))`, 'iu'); // prettier-ignore

/** The day on a line whose letters are apart: `1 6 J u n e 1 9 9 4`. */
export function dividedDate(text: string): FoundDate | undefined {
  if (text.length > MAX_DATE || !hasLettersApart(text)) return undefined;
  const groups = DATE.exec(text.replace(/\s/gu, ''))?.groups;
  if (groups === undefined) return undefined;
  const { before = '', day: figures = '', month = '', year = '' } = groups;
  const [date] = findDates(`${figures} ${month} ${year}`);
  return date && { ...date, start: 0, end: text.length, confidence: before === '' ? DIVIDED : 0.6 };
}
