import { withoutAccents } from '../fold-text.ts';

/*
 * How Pagefind makes words of the index from a text that it has divided at white space.
 * Source: https://github.com/Pagefind/pagefind, pagefind/src/fossick/splitting.rs, and for the parts of words
 * the boundaries of https://docs.rs/convert_case.
 */

const ASCII_PUNCTUATION = /[!-/:-@[-`{-~]/g;
const SIMPLE = /^[a-z0-9]*$/;
const NOT_ASCII = /[^\0-\x7f]/;
/** What is no letter and no digit, and a capital behind the first character. */
const MAYBE_COMPOUND = /[^\p{Alphabetic}\p{N}]|(?<!^)\p{Uppercase}/u;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** They are part of a word too: the category of connecting punctuation. */
const CONNECTING = '_‿⁀⁔︳︴﹍﹎﹏＿';

/** The only one; emoji in a compound are words too, but no search asks for others. */
const LETTER_AND_EMOJI = 'ℹ';

/** A word with a point in it, such as an address, has an entry for what follows: up to so many characters. */
const MAX_REST = 64;

/** The words of the index by each of which a word is found, in no order; without emoji. */
export type WordSplitter = (word: string) => ReadonlySet<string>;

/** @param included characters that are part of a word, beside letters and digits. */
export function wordSplitter(included: string): WordSplitter {
  const isInWord = new RegExp(`[\\p{Alphabetic}\\p{N}${CONNECTING}${included}]`, 'u');
  const joined = (text: string) =>
    Array.from(text, (one) => (isInWord.test(one) ? lowerCase(one) : '')).join('');
  return (word) => {
    if (SIMPLE.test(word)) return new Set(word === '' ? [] : [word]);
    const whole = joined(word);
    if (whole === '') return new Set();
    const keys = new Set([withoutAccents(whole)]);
    if (!MAYBE_COMPOUND.test(word)) return keys;
    if (word.includes(LETTER_AND_EMOJI)) keys.add(LETTER_AND_EMOJI);
    const parts = partsOf(word);
    if (parts.length === 1 && whole.startsWith(parts[0] ?? '')) return keys;
    // A single letter or digit of ASCII is no part.
    const others = parts.filter((part) => part.length > 1 || NOT_ASCII.test(part));
    for (let dot = word.indexOf('.'); dot >= 0; dot = word.indexOf('.', dot + 1)) {
      const rest = [...word.slice(dot + 1)].slice(0, MAX_REST).join('');
      if (MAYBE_COMPOUND.test(rest) && [...joined(rest)].length > 1) others.push(joined(rest));
    }
    for (const other of others) keys.add(withoutAccents(other));
    return keys;
  };
}

/** Of a single character: a sigma at the end of a word becomes another letter than one within. */
const lowerCase = (character: string) =>
  /^\p{Uppercase}/u.test(character) ? character.toLowerCase() : character;

/** The parts of a compound such as `stem-cell`, `McNair` and `F22`, in small letters. */
function partsOf(word: string): string[] {
  const text = word.replace(ASCII_PUNCTUATION, ' ');
  const units = NOT_ASCII.test(text)
    ? Array.from(graphemes.segment(text), ({ segment }) => segment)
    : [...text];
  const kinds = units.map(kindOf);
  const spaced = units.map((unit, n) => (isBorder(kinds, n) ? ` ${unit}` : unit)).join('');
  return spaced
    .toLowerCase()
    .split(/\p{White_Space}+/u)
    .filter(Boolean);
}

type Kind = 'upper' | 'lower' | 'digit' | 'other';

/** By the first character; digits are those of ASCII alone, without marks. */
function kindOf(unit: string): Kind {
  if (/^[0-9]$/.test(unit)) return 'digit';
  if (/^\p{Uppercase}/u.test(unit)) return 'upper';
  return /^\p{Lowercase}/u.test(unit) ? 'lower' : 'other';
}

/** Whether a part begins at a place: `camel|Case`, `HTTP|Request`, `F|22`, `22|nd`. */
function isBorder(kinds: readonly Kind[], place: number): boolean {
  const [before, here, next] = [kinds[place - 1], kinds[place], kinds[place + 1]];
  if (before === undefined || before === 'other' || here === 'other') return false;
  if (before === here) return here === 'upper' && next === 'lower';
  return !(before === 'upper' && here === 'lower');
}
