import { stemmer as english } from '@orama/stemmers/english';
import type { IndexedWord } from '../word-chunks.ts';

/** Shortens a word to what its forms have in common. */
export type Stemmer = (word: string) => string;

/** Shorter words have no forms: `us` is not `use`. */
const MIN_LETTERS = 4;
/** The least that forms of a word begin alike with. */
const MIN_ALIKE = 3;

/** Endings of English plurals, tenses and possessives; a consonant may be doubled before some. */
const ENDINGS = /^(?:|e|e?s|s?e?d|y|ies|ied|i?ed|y?ing|(\p{L})\1?(?:ed|ing))$/u;

/** English words that look like plurals of others: "news" is not "new". */
const NO_PLURALS = new Set(['news', 'goods', 'customs', 'means']);
const SIBILANT = /(?:s|x|z|ch|sh|o)$/;

/** The stemmer of a language: none where its words have no endings, or are not known. */
export async function loadStemmer(language: string): Promise<Stemmer | undefined> {
  // Each is a file of its own, so that a browser fetches one alone; that of English is small.
  switch (language.split('-')[0]) {
    case 'en':
      return english;
    case 'es':
      return (await import('@orama/stemmers/spanish')).stemmer;
    case 'fr':
      return (await import('@orama/stemmers/french')).stemmer;
    default:
      return undefined;
  }
}

/** What all forms of a word begin with; undefined if it has none but itself. */
export function beginningOfForms(key: string, stemmer: Stemmer | undefined): string | undefined {
  if (stemmer === undefined || key.length < MIN_LETTERS || !/^\p{L}+$/u.test(key)) return undefined;
  if (/[aiu]ses$/.test(key)) return key.slice(0, -2); // the stem of "buses" is `buse`
  const stem = stemmer(key).replace(/i$/, ''); // `polici` is the stem of both policy and policies
  let same = 0;
  while (same < stem.length && stem[same] === key[same]) same++;
  return key.slice(0, Math.max(same, MIN_ALIKE));
}

/** The forms of a word, itself among them. @param words that begin as its forms do. */
export function formsOf(
  key: string,
  words: readonly IndexedWord[],
  stemmer: Stemmer,
  language: string,
): IndexedWord[] {
  const stem = stemmer(key);
  return words.filter(({ word }) => {
    if (word === key) return true;
    if (word.length < MIN_LETTERS - 1) return false;
    const isEnglish = language.startsWith('en');
    if (stemmer(word) !== stem) return isEnglish && (isPlural(word, key) || isPlural(key, word));
    return !isEnglish || areInflected(word, key);
  });
}

/** Whether a word is the plural of another that looks like a plural itself: "campuses" of "campus". */
const isPlural = (word: string, one: string) => /[aiu]s$/.test(one) && word === `${one}es`;

/**
 * Whether two English words differ in their endings alone: "reforms" and "reformed", not "reformation", and
 * not "aids" and "aides", which are the plurals of two words.
 */
function areInflected(one: string, other: string): boolean {
  if (NO_PLURALS.has(one) || NO_PLURALS.has(other)) return false;
  let same = 0;
  while (same < one.length && one[same] === other[same]) same++;
  const endings = [one.slice(same), other.slice(same)];
  if (!endings.every((ending) => ENDINGS.test(ending))) return false;
  const haveE = endings.filter((ending) => /^es?$/.test(ending)).length;
  const lackE = endings.filter((ending) => /^s?$/.test(ending)).length;
  return haveE === 0 || lackE === 0 || SIBILANT.test(one.slice(0, same));
}
