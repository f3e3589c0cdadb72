import { stemmer } from '@orama/stemmers/english';
import type { FormFinder } from './word-index.ts';

/** The least letters of a form. */
const MIN_LETTERS = 3;
/** What forms of an English word begin alike with, such as `use` and `using`. */
const MIN_BASE = 2;

/** Endings of English plurals, tenses and possessives; a consonant may be doubled before some. */
const ENDINGS = /^(?:|e|e?s|s?e?d|y|ies|ied|i?ed|y?ing|([^aeiou\P{L}])\1?(?:ed|ing))$/u;
/** The same as they are written, but for a doubled consonant, and the length of the longest. */
const WRITTEN_ENDINGS = ['', 'e', 's', 'es', 'd', 'ed', 'y', 'ies', 'ied', 'ing', 'ying'];
const MAX_ENDING = 5;

/** English words that look like plurals of others: "news" is not "new". */
const NO_PLURALS = new Set(['news', 'goods', 'customs', 'means']);
const SIBILANT = /(?:s|x|z|ch|sh|o)$/;

/** How forms are found in a language: not at all where its words have no endings, or are not known. */
export async function loadForms(language: string): Promise<FormFinder | undefined> {
  // What another language needs is in files of its own; the stemmer of English is small.
  switch (language.split('-')[0]) {
    case 'en':
      return (key, index) => index.words(englishForms(key));
    case 'es':
      return (await import('./spanish-forms.ts')).spanishForms;
    case 'fr':
      return (await import('./french-forms.ts')).frenchForms;
    default:
      return undefined;
  }
}

/** The other forms that an English word can have, whether or not the archive has them. */
function englishForms(key: string): string[] {
  const forms = new Set<string>();
  for (let end = Math.max(MIN_BASE, key.length - MAX_ENDING); end <= key.length; end++) {
    if (!ENDINGS.test(key.slice(end))) continue;
    const base = key.slice(0, end);
    for (const ending of WRITTEN_ENDINGS)
      forms.add(base + ending).add(base + base.slice(-1) + ending);
  }
  const stem = stemOf(key);
  return [...forms].filter((form) => {
    if (form === key || form.length < MIN_LETTERS) return false;
    if (isPlural(form, key) || isPlural(key, form)) return true;
    return stemOf(form) === stem && areInflected(form, key);
  });
}

/** "try" and "tries" have one stem, which the stemmer leaves in a word of one syllable. */
const stemOf = (word: string) => stemmer(word).replace(/y$/, 'i');

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
  // "skies" and "levied" are forms of "sky" and "levy", but not of "ski" and "Levi".
  if (one[same - 1] === 'i' && endings.some((ending) => ending[0] === 'e')) return false;
  const haveE = endings.filter((ending) => /^es?$/.test(ending)).length;
  const lackE = endings.filter((ending) => /^s?$/.test(ending)).length;
  return haveE === 0 || lackE === 0 || SIBILANT.test(one.slice(0, same));
}
