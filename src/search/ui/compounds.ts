/*
 * Compounds are written in several ways: `stem-cell` and "stem cell", `Walmart` and "Wal Mart", `HIV/AIDS` and
 * "HIV AIDS", `9-11` and "9/11".
 */

const HYPHENATED_NUMBERS = /^(\p{N}{1,4})-(\p{N}{1,4})$/u;
/** How many words of a phrase a compound can be: `cost-of-living`, `state-of-the-art`. */
export const PARTS = [2, 3, 4];
/** What is shorter is a word's ending, or makes a word of two by chance. */
const MIN_PART = 3;

/** The two numbers that a hyphen joins; undefined if the text is anything else. */
export function hyphenated(text: string): [string, string] | undefined {
  const [, first, second] = HYPHENATED_NUMBERS.exec(text) ?? [];
  return first === undefined || second === undefined ? undefined : [first, second];
}

const WITH_UNIT = /^(\p{N}[\p{N},.]*)-(\p{L}{2,})$/u;

/** A number and what a hyphen joins to it: `15,000-member`; of anything else no unit. */
export function numberWithUnit(text: string): [number: string, unit: string | undefined] {
  const [, number = '', unit] = WITH_UNIT.exec(text) ?? [];
  return [number, unit];
}

const ADDRESS = /^(?:\p{L}+:\/\/)?(?:[\p{L}\p{N}_-]{2,}\.)+\p{L}{2,}(?:\/\S*)?$/u;

/**
 * What words of the index begin with that have an address in them: they are whole, but for what is before a
 * point in them.
 * @returns none if the text is no address of the web.
 */
export function beginningsOfAddress(text: string): string[] {
  if (!ADDRESS.test(text)) return [];
  return text.includes('://') ? [text] : [text, `http://${text}`, `https://${text}`];
}

/** Whether two words may be one by more than chance, as "may be" is not "maybe". */
export function mayBeOne(first: string, second: string): boolean {
  if (!/^\p{L}+$/u.test(first + second)) return false;
  const isLetter = /^[b-hj-nqrt-xz]$/iu.test(first); // "e mail"
  return second.length >= MIN_PART && (isLetter || first.length >= MIN_PART);
}

/**
 * The parts of a word that has punctuation in it, but no hyphen, such as `HIV/AIDS` or `E.coli`.
 * @returns none if the word has no such parts, as `U.S.` and `don't`.
 */
export function partsOfWord(text: string): string[] {
  const parts = text.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);
  const isOfLetters = /^\p{L}/u.test(text) && !/[-\p{N}]/u.test(text);
  return isOfLetters && (parts.at(-1)?.length ?? 0) >= MIN_PART ? parts : [];
}

/** The ways to divide a word into two. */
export function splitsOf(key: string): [string, string][] {
  if (!/^\p{L}+$/u.test(key)) return [];
  const letters = [...key];
  const places = Array.from(
    { length: Math.max(0, letters.length - 2 * MIN_PART + 1) },
    (_, n) => n + MIN_PART,
  );
  return places.map((place) => [letters.slice(0, place).join(''), letters.slice(place).join('')]);
}
