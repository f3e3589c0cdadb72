import type { FormFinder } from './word-index.ts';

/** The least that forms of a word begin alike with, and the least letters of one. */
const MIN_LETTERS = 3;
/** The forms of a word are in few chunks; of a short beginning further words are not its forms. */
const MAX_CHUNKS = 3;

/** Finds the words that have the same stem, in a language whose endings are many. */
export function formsByStem(stemmer: (word: string) => string): FormFinder {
  return async (key, index) => {
    const stem = stemmer(key);
    let same = 0;
    while (same < stem.length && stem[same] === key[same]) same++;
    const beginning = key.slice(0, Math.max(same, MIN_LETTERS));
    const words = await index.beginningWith(beginning, MAX_CHUNKS);
    return words.filter(
      ({ word }) => word !== key && word.length >= MIN_LETTERS && stemmer(word) === stem,
    );
  };
}
