/*
 * Scripts written without spaces: in the index each of their signs is a word, and what is searched in
 * them is a phrase of such words. So they are found by any of their words, without a dictionary that
 * the indexer, every browser and every year would have to agree on.
 */

const SIGN = String.raw`(?:(?=\p{L})[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}])`;
/** What stands between words and counts as none: it stays with the word before it. */
const PUNCTUATION = String.raw`[^\s\p{L}\p{N}]*`;
/**
 * Before a letter or digit that follows another, where one of the two is a sign. What follows is asked
 * first, so that a row of punctuation is gone back over once and not from each of its signs.
 */
const BORDER = new RegExp(
  `(?=[\\p{L}\\p{N}])(?<=${SIGN}${PUNCTUATION})|(?=${SIGN})(?<=[\\p{L}\\p{N}]${PUNCTUATION})`,
  'gu',
);
const ANY = new RegExp(SIGN, 'u');

/** Stands before a word that follows the one before it without a space; nobody sees it. */
export const UNSPACED = '\u2063'; // invisible separator

/** Whether there is anything in it that is written without spaces. */
export const hasSigns = (text: string) => ANY.test(text);

/** The text with a space between its signs. @param mark stands behind each of them. */
export function spaceSigns(text: string, mark = ''): string {
  return hasSigns(text) ? text.replaceAll(BORDER, ` ${mark}`) : text;
}

/** The text as it was issued, from one that `spaceSigns` has spaced with `UNSPACED`. */
export const unspaceSigns = (text: string) => text.replaceAll(` ${UNSPACED}`, '');
