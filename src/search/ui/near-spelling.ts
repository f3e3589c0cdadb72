import leven from 'leven';
import { MIN_LETTERS, type Vocabulary } from '../vocabulary.ts';

const MAX_CHANGES = 2; // letters
const LONG = 6; // letters; in a shorter word only one letter may differ
const LETTERS = /^\p{L}+$/u;
/** A word that some releases have may be another word than the near one: that must be so much more frequent. */
const TIMES_AS_FREQUENT = 20;
/**
 * The word of the archive that is nearest to a rare one, or one that it does not have; of several the
 * most frequent. A word that some releases have must differ in one letter, or two that changed places.
 * @param word without case and accents. @param count how many releases have it.
 */
export function nearestWord(word: string, vocabulary: Vocabulary, count = 0): string | undefined {
  if (word.length < MIN_LETTERS || !LETTERS.test(word)) return undefined;
  let best: string | undefined;
  let distance = word.length < LONG ? MAX_CHANGES : MAX_CHANGES + 1; // a nearer word is taken
  for (const [known, releases] of vocabulary) {
    if (known === word && count === 0) return undefined;
    if (known === word || Math.abs(known.length - word.length) >= distance) continue;
    if (releases < TIMES_AS_FREQUENT * count) break; // the most frequent comes first
    const found = leven(word, known, { maxDistance: distance });
    if (found >= distance || (count > 0 && found > 1 && !isSwapped(word, known))) continue;
    [best, distance] = [known, found];
    if (distance === 1) break;
  }
  return best;
}

/** Whether two neighboring letters have changed places. */
function isSwapped(one: string, other: string): boolean {
  let place = 0;
  while (place < one.length && one[place] === other[place]) place++;
  const swapped = `${one.slice(0, place)}${one[place + 1] ?? ''}${one[place] ?? ''}${one.slice(place + 2)}`;
  return swapped === other;
}
