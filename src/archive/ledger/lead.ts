import type { PresentWord } from './keys.ts';

/** Texts with more words are prose, whose beginning is no key. */
const LONGEST = 25;
/** The most words that a key has. */
const MOST = 8;
/** What stands between the key of an item and the rest: `Yolo County – $20,000`. */
const SEPARATOR = /^[\s"”’)\]]*(?:[:–—|\t]|-(?=\s))|\s[–—-]\s/;

/**
 * How many words, from the beginning, are the key of an item or a row: those before a colon, a dash, or the
 * first number. 0 for prose.
 */
export function leadOf(tokens: readonly PresentWord[], text: string): number {
  if (tokens.length < 2 || tokens.length > LONGEST) return 0;
  const normalized = text.normalize('NFC');
  for (let n = 1; n <= MOST && n < tokens.length; n++) {
    const [before, next] = [tokens[n - 1], tokens[n]];
    if (before === undefined || next === undefined) return 0;
    const between = normalized.slice(before.start + before.word.length, next.start);
    if (SEPARATOR.test(between)) return n;
  }
  if (/[.!?]["”’)]*$/.test(normalized)) return 0; // a sentence
  const number = tokens.findIndex(({ word }) => /\p{N}/u.test(word));
  return number > 0 && number <= MOST ? number : 0;
}
