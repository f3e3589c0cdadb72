/*
 * Scripts written without spaces, such as Chinese and Thai: in the index each of their characters is a
 * word, and what is searched in them is a phrase of such words. So they are found by any of their words,
 * without a dictionary that the indexer, every browser and every year would have to agree on.
 */

/** But for the apostrophe of letters, which Thai has in common with Ukrainian and others. */
const CHARACTER = String.raw`(?:(?=\p{L})(?!\u02BC)[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}])`;
/** Punctuation is not a word: it stays with the word before it. */
const PUNCTUATION = String.raw`[^\s\p{L}\p{N}]*`;
/**
 * Before a letter or digit that follows another, where one of the two is such a character. Lookahead
 * comes first, so that a row of punctuation is gone back over once and not from each of its characters.
 */
const BORDER = new RegExp(
  `(?=[\\p{L}\\p{N}])(?<=${CHARACTER}${PUNCTUATION})|(?=${CHARACTER})(?<=[\\p{L}\\p{N}]${PUNCTUATION})`,
  'gu',
);
const ANY = new RegExp(CHARACTER, 'u');

/** Precedes a word that follows the previous one without a space; it is invisible. */
export const UNSPACED = '\u2063'; // invisible separator

/** The first of these scripts, Thai, begins here. To look for these alone is much faster. */
const MAY_BE = /[\u0E00-\u1FFF\u2E80-\uFFFF]/;

/** Whether any of it is in a script without spaces. */
export const hasUnspacedScript = (text: string) => MAY_BE.test(text) && ANY.test(text);

/** The text with a space between its characters. @param mark follows each of these spaces. */
export function spaceCharacters(text: string, mark = ''): string {
  return hasUnspacedScript(text) ? text.replaceAll(BORDER, ` ${mark}`) : text;
}

/** The text as it was issued, from one that `spaceCharacters` has spaced with `UNSPACED`. */
export const unspaceCharacters = (text: string) => text.replaceAll(` ${UNSPACED}`, '');
