import { NUMBER_SYMBOLS } from '../symbols.ts';
import { PARTS } from './compounds.ts';

/**
 * The places of words that are in a row in a text, in ascending order.
 * @param text the words of a release, and `keys` those in a row, as `wordKey` gives them.
 * @param starts where a row may begin.
 */
export function rowsInText(
  text: readonly string[],
  starts: readonly number[],
  keys: readonly string[],
): number[] {
  const places = starts.flatMap((start) => range(start, endOfRow(text, start, keys)));
  return [...new Set(places)].sort((a, b) => a - b);
}

/** Where words in a row end that begin at a place; the place itself if they are not there. */
function endOfRow(text: readonly string[], start: number, keys: readonly string[]): number {
  let place = start;
  for (let n = 0; n < keys.length; place++) {
    const word = text[place];
    // A compound of the text counts as its words.
    const read =
      word === keys[n] || isNumber(word, keys[n])
        ? 1
        : PARTS.find(
            (parts) => n + parts <= keys.length && word === keys.slice(n, n + parts).join(''),
          );
    if (read === undefined) return start;
    n += read;
  }
  return place;
}

/** Whether a word of the text is a number that was typed without its sign: `500` for `$500`. */
const isNumber = (word = '', key = '') =>
  /^\p{N}/u.test(key) && word.startsWith(key) && NUMBER_SYMBOLS.includes(word.slice(key.length));

const range = (start: number, end: number) =>
  Array.from({ length: end - start }, (_, n) => start + n);
