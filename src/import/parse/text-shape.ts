/** The shape of a line shows whether it is a headline, a sentence, or a name. */

/** Collapses white space, no-break spaces too, to single spaces. */
export const collapse = (text: string) => text.replace(/[\s\u00a0]+/g, ' ').trim();

/** The beginning of a text, of so many characters at most, cut between words if there are two. */
export function beginningOf(text: string, reach: number): string {
  if (text.length <= reach) return text;
  const start = text.slice(0, reach);
  const gap = Math.max(...[' ', '\t', '\u00a0'].map((space) => start.lastIndexOf(space)));
  return gap === -1 ? start : start.slice(0, gap);
}

export const wordsIn = (text: string): string[] =>
  text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.&-]*/gu) ?? [];

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const CHARACTERS_A_WORD = 1.7; // in Chinese

/** The number of words; in scripts without spaces, about as many as its translation has. */
export function countWords(text: string): number {
  const characters = text.match(CJK)?.length ?? 0;
  return characters < 4
    ? wordsIn(text).length
    : wordsIn(text.replace(CJK, ' ')).length + Math.round(characters / CHARACTERS_A_WORD);
}

/** Words that are not capitalized in headlines either. */
const SMALL =
  /^(?:a|an|and|as|at|but|by|de|del|el|for|from|his|her|in|into|is|its|la|los|nor|of|on|or|s|the|their|to|u|up|vs?|via|with|y|por|para|con|que|una?|las|en|e|et|des|du|les?|à|aux?|pour|sur|do|da|dos|das|em|und|der|das|den|von|zu|für|im|mit)$/i;

/** Whether all letters are capitals, except in a name such as McCAIN or an `s` after an apostrophe. */
export function isCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const small = text.match(/\p{Ll}/gu) ?? [];
  return letters.length >= 2 && small.length / letters.length <= 0.12;
}

/** The share of words that begin with a small letter, without numbers and words like `of`. */
export function shareOfSmall(text: string): number {
  const words = wordsIn(text).filter((word) => !SMALL.test(word) && /^\p{L}/u.test(word));
  if (words.length === 0) return 0;
  return words.filter((word) => /^\p{Ll}/u.test(word)).length / words.length;
}

/** Whether it is written as headlines are: in capitals, or with most words capitalized. */
export const isTitleCase = (text: string) => isCapitals(text) || shareOfSmall(text) <= 0.25;

/** Ends like a sentence: with punctuation, perhaps before a closing quotation mark or bracket. */
export const endsSentence = (text: string) =>
  /[.:;!?…。！？；：]["”’')\]」』）]*\s*$/u.test(text.trim());

/** Ends with a full stop, but not that of an abbreviation. */
export const endsWithStop = (text: string) =>
  /[.?!。！？]["”’)\]」』）]*\s*$/u.test(text) &&
  !/(?:\b\p{Lu}\.|\b(?:Inc|Co|Corp|St|Jr|Sr|No|Ave|vs))\s*$/u.test(text);

/** Text that has lost its punctuation: long, and without a stop or a comma. */
export function hasLostPunctuation(text: string): boolean {
  const all = wordsIn(text);
  const words = all.filter((word) => word.length > 1).length;
  if (all.length > 1.5 * words) return false; // letters that a scanner tore apart
  const marks = text.match(/[.,;:](?=\s)/g)?.length ?? 0;
  return words > 30 && marks < words / 60;
}
