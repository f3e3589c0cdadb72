import { spaceCharacters, UNSPACED } from './characters.ts';
import { withoutAccents } from './fold-text.ts';

/*
 * Pagefind's indexer takes letters and digits alone: "9/11" is "911" to it, "$3.472" is "3472", "AT&T"
 * is "att", and beside a curly quotation mark or a closed dash it knows no parts of a word. So symbols that
 * make another word of what they are beside are written into the index's texts as characters of the
 * private use area, which the indexer is told to include, and read back wherever words are shown.
 */

/** Each symbol, and the character that stands for it in the index. */
const CHARACTERS: Record<string, string> = {
  '.': '\uE001',
  '/': '\uE002',
  '&': '\uE003',
  '%': '\uE004',
  '+': '\uE005',
  $: '\uE006',
  '€': '\uE007',
  '£': '\uE008',
  '¥': '\uE009',
  ',': '\uE00A',
  ':': '\uE00B',
};
/** Behind the apostrophe of a contraction that would be another word without it: "we'll" is not "well", nor "it's" "its". */
const CONTRACTED = '\uE00C';
const CONTRACTIONS =
  /(?<![\p{L}\p{N}])(?:(?:i|we|he|she)['’](?=(?:ll|re|d)(?![\p{L}\p{N}]))|(?:it|let)['’](?=s(?![\p{L}\p{N}])))/giu;
/** Between letters where the case changes: else "Cain" would be a part of `McCain`, and "phone" of `OfficePhone`. */
const UNDIVIDED = '\uE00D';
const CASE_CHANGE = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu;
const SYMBOL_OF = new Map(
  Object.entries(CHARACTERS).map(([symbol, character]) => [character, symbol]),
);
/** Behind the last letter of an acronym's plural, which is a capital in the index. */
const PLURAL = '\uE00E';
/** Precedes a character that is wrapped between apostrophes. */
const WRAPPED = '\uE00F';
const OURS = /[\uE001-\uE00F]/g;

/** The characters that the indexer must take for part of a word. */
export const INDEXED_SYMBOLS = [...SYMBOL_OF.keys(), CONTRACTED].join('');
/** Behind a number that has commas, which are left out: else `95,000-acre` would have the parts 95 and 000. */
export const GROUPED = CHARACTERS[','] ?? '';
const WITH_COMMAS = /(?<![\d,.\uE001])\d{1,3}(?:,\d{3}){1,4}(?![\d,\uE001])/g;
/** A number has these behind it in the index, where it is an amount or a percentage. */
export const NUMBER_SYMBOLS = ['%', '$', '€', '£', '¥'].map((symbol) => CHARACTERS[symbol] ?? '');

const character = (symbol: string) => CHARACTERS[symbol] ?? symbol;

/** Ligatures such as `ﬁ`, and letters and digits as wide as Chinese characters. */
const COMPATIBLE = /[\uFB00-\uFB06\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/g;
/** An amount; what has a letter behind it, as `$3M`, is a word of its own. */
const CURRENCY = /(?<![\d\uE001]|\d,)([$€£¥])(\d[\d,\uE001]*\uE00A?)(?![\p{L}\d,\uE001\uE00A])/gu;
/** One behind a word and before another, without a space: it parts the two. */
const CLOSED_DASH = /(?<=[^\s\-–—―.…])([–—―…]|-{2,9}|\.{3,9})(?=[^\s\-–—―.…])/g;
/** What parts words without a space, but for hyphens. */
const CLOSED_DASHES = /[–—―…]|-{2,9}|\.{3,9}/g;
/**
 * A hyphen or slash beside an abbreviation with points, as in `U.S.-led` and `D-N.Y.`, or behind a bracket, as in
 * `401(k)/IRA`, one before a decade or an ordinal, as in `mid-1990s`, and what is amid an address of mail.
 */
const BETWEEN_WORDS =
  /(?<=[\p{L}\p{N}])@(?=[\p{L}\p{N}])|(?<=\p{L}{2})-(?=\p{N}+(?:['’]?s|st|nd|rd|th)(?![\p{L}\p{N}]))|(?<=(?<![\p{L}\p{N}])(?:\p{L}\.){2,9})[-/](?=\p{L})|(?<=[\p{L}\p{N}]\))[-/](?=\p{L})|(?<=[\p{L}.])[-/](?=(?:\p{Lu}\.)+\p{Lu}(?![\p{L}\p{N}]))/gu;
/** Telephone numbers, as they are written in North America. */
const PHONE =
  /(?<![\p{L}\p{N}]|\p{N}[-.,/])(?:1[-.])?(?:(?:\(\d{3}\)|\d{3}[-./])\d{3}[-.]|\d{3}-)\d{4}(?![\p{L}\p{N}]|[-.,/]\p{N})/gu;
/** Punctuation that the indexer does not see as such, and the joiner of dashes. */
const UNSEEN = /(?![\uE001-\uE00F\u2063])[\u2060\p{P}\p{S}](?<![\0-\x7f])/gu;
/** Of `SUVs` the indexer would make the parts `SU` and `Vs`. */
const ACRONYMS_PLURAL = /(?<=\p{Lu}{2})s(?![\p{L}\p{N}])/gu;
const WRAPPING = /'\uE00F(.)'/gu;

const betweenLetters = (ampersand: string) =>
  new RegExp(`(?<=\\p{L})${ampersand}(?=\\p{L}(?!\\w*;))`, 'gu');
const AMPERSAND = betweenLetters('&');
/** As the renderer writes it. */
const ESCAPED_AMPERSAND = betweenLetters('&#x26;');

/**
 * Binds symbols to the words that they belong to: `$1.5` is a word, and so are `9/11`, `10:30`, `AT&T`, `A+`
 * and `100%`. Ligatures become letters.
 * @param text without markup.
 */
function bindSymbols(text: string, ampersand = AMPERSAND): string {
  return text
    .replace(OURS, '')
    .replace(COMPATIBLE, (letter) => letter.normalize('NFKC'))
    .replace(CONTRACTIONS, `$&${CONTRACTED}`)
    .replace(/(?<=\d)\.(?=\d)/g, character('.'))
    .replace(/(?<=\d)\/(?=\d)/g, character('/'))
    .replace(/(?<=\d):(?=\d)/g, character(':'))
    .replace(ampersand, character('&'))
    .replace(/(?<=\d)%/g, character('%'))
    .replace(/(?<=(?<![\p{L}\p{N}])\p{L})\++(?![\p{L}\p{N}])/gu, (plus) =>
      character('+').repeat(plus.length),
    )
    .replace(WITH_COMMAS, (number) => number.replaceAll(',', '') + GROUPED)
    .replace(CURRENCY, (_, symbol: string, number: string) => number + character(symbol));
}

/**
 * Parts what is a word of its own on both sides of a sign: telephone numbers, whose groups of digits are written with
 * many signs in between, addresses of mail, and abbreviations with points, as in `U.S.-led`.
 * @param parting what follows the sign.
 */
function partCompounds(text: string, parting: string): string {
  return text
    .replace(PHONE, (phone) => phone.replace(/[-./)](?=\d)/g, `$&${parting}`))
    .replace(BETWEEN_WORDS, `$&${parting}`);
}

/** What was typed with a space wherever the index has words of their own, but for hyphens between letters. */
export const partWords = (typed: string): string =>
  partCompounds(spaceCharacters(typed).replace(CLOSED_DASHES, ' '), ' ');

/**
 * The same for a text of the index: closed dashes part words, and no punctuation hides their parts.
 * @param isEscaped whether it has `&` as the renderer writes it.
 */
export function bindIndexedSymbols(text: string, isEscaped = false): string {
  const parting = ` ${UNSPACED}`;
  const bound = bindSymbols(partCompounds(text, parting), isEscaped ? ESCAPED_AMPERSAND : AMPERSAND)
    .replace(CLOSED_DASH, `$1${parting}`)
    .replace(ACRONYMS_PLURAL, `S${PLURAL}`)
    .replace(CASE_CHANGE, UNDIVIDED);
  // The indexer knows the punctuation of ASCII, which is all that most texts have.
  return /[^\0-\x7f]/.test(bound) ? bound.replace(UNSEEN, `'${WRAPPED}$&'`) : bound;
}

/** A word of the index as it was issued. */
export function restoreSymbols(word: string): string {
  if (!/[\uE001-\uE00F]/.test(word)) return word;
  return word
    .replace(/[\uE00C\uE00D]/g, '')
    .replace(WRAPPING, '$1')
    .replaceAll(`S${PLURAL}`, 's')
    .replace(/(?<!\d)(\d{4,15})\uE00A/g, (_, digits: string) => withCommas(digits))
    .replace(/(?<![\d\uE001]|\d,)(\d[\d,\uE001]*)([\uE006-\uE009])/g, '$2$1')
    .replace(/[\uE001-\uE009\uE00B]/g, (one) => SYMBOL_OF.get(one) ?? one);
}

/** Commas between thousands. */
function withCommas(digits: string): string {
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) {
    groups.unshift(digits.slice(Math.max(0, end - 3), end));
  }
  return groups.join(',');
}

/**
 * What a word is called in the index: small letters without accents, digits, `_`, and bound symbols. Only a number
 * with commas is called otherwise there, with `GROUPED` behind its digits.
 */
export function wordKey(word: string): string {
  return withoutAccents(bindSymbols(word).toLowerCase()).replace(
    /[^\p{Alphabetic}\p{N}_\uE001-\uE009\uE00B\uE00C]|\p{M}/gu,
    '',
  );
}
