import type { LeftOut } from '../read/document.ts';

/** Where the words of a source went. */
export interface Account {
  /** The number of words in the source, in the body, in fields, and left out. */
  words: number;
  body: number;
  fields: number;
  leftOut: number;
  /** Words that are in none of these: with a single one the import of the file fails. */
  missing: string[];
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const countedWords = (text: string) => text.match(WORD) ?? [];

/** Compares the words of a source with the words of what was made of it. */
export function compareWords(
  source: string,
  made: { body: string; fields: readonly string[]; leftOut: readonly LeftOut[] },
): Account {
  const counts = new Map<string, number>();
  const all = countedWords(source);
  for (const word of all) counts.set(word, (counts.get(word) ?? 0) + 1);
  const take = (text: string) => {
    const words = countedWords(text);
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) - 1);
    return words.length;
  };
  const body = take(made.body);
  const fields = made.fields.reduce((sum, text) => sum + take(text), 0);
  const leftOut = made.leftOut.reduce((sum, { text }) => sum + take(text), 0);
  const missing = withoutSplitWords(counts);
  return { words: all.length, body, fields, leftOut, missing };
}

/**
 * The words that are left over, except those that were cut in two: where the lines of a page ran together,
 * as in `2006Contact`, a field ends inside what looks like a word.
 */
function withoutSplitWords(counts: ReadonlyMap<string, number>): string[] {
  const missing: string[] = [];
  const surplus = new Map([...counts].filter(([, left]) => left < 0));
  const has = (part: string) => (surplus.get(part) ?? 0) < 0;
  for (const [word, left] of counts) {
    for (let n = 0; n < left; n++) {
      const cut = cutsOf(word, surplus).find(
        (place) => has(word.slice(0, place)) && has(word.slice(place)),
      );
      if (cut === undefined) missing.push(word);
      else {
        for (const part of [word.slice(0, cut), word.slice(cut)]) {
          surplus.set(part, (surplus.get(part) ?? 0) + 1);
        }
      }
    }
  }
  return missing;
}

/** Characters. Longer runs of letters are no words, and have too many places to try. */
const LONG_WORD = 100;

/** Where a word may have been cut, from its beginning on. */
function cutsOf(word: string, surplus: ReadonlyMap<string, number>): number[] {
  if (word.length <= LONG_WORD) return Array.from({ length: word.length - 1 }, (_, k) => k + 1);
  return [...surplus.keys()]
    .filter((part) => word.startsWith(part))
    .map((part) => part.length)
    .sort((a, b) => a - b);
}
