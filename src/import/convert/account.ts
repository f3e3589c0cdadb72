import type { LeftOut } from '../read/document.ts';

/** What became of a source's words. */
export interface Account {
  /** Words of the source, and how many of them are in the body, in fields and left out. */
  words: number;
  body: number;
  fields: number;
  leftOut: number;
  /** Words that are nowhere: with one of them the import of the file fails. */
  missing: string[];
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const wordsIn = (text: string) => text.match(WORD) ?? [];

/** Holds a source's words against what was made of them. */
export function accountForWords(
  source: string,
  made: { body: string; fields: readonly string[]; leftOut: readonly LeftOut[] },
): Account {
  const counts = new Map<string, number>();
  const all = wordsIn(source);
  for (const word of all) counts.set(word, (counts.get(word) ?? 0) + 1);
  const take = (text: string) => {
    const words = wordsIn(text);
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) - 1);
    return words.length;
  };
  const body = take(made.body);
  const fields = made.fields.reduce((sum, text) => sum + take(text), 0);
  const leftOut = made.leftOut.reduce((sum, { text }) => sum + take(text), 0);
  const missing = withoutParted(counts);
  return { words: all.length, body, fields, leftOut, missing };
}

/**
 * The words that are left over, but for those that were cut in two: where a page's lines ran into one
 * another, as in `2006Contact`, a field ends within what looks like a word.
 */
function withoutParted(counts: ReadonlyMap<string, number>): string[] {
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

/** No word of a language is longer; what is, as a row of one letter, would be cut in too many places. */
const LONG = 100;

/** Where a word may have been cut, from its beginning on. */
function cutsOf(word: string, surplus: ReadonlyMap<string, number>): number[] {
  if (word.length <= LONG) return Array.from({ length: word.length - 1 }, (_, k) => k + 1);
  return [...surplus.keys()]
    .filter((part) => word.startsWith(part))
    .map((part) => part.length)
    .sort((a, b) => a - b);
}
