import { wordKey } from '../symbols.ts';
import type { Postings } from '../word-chunks.ts';
import { both, NOWHERE, PostingsBuilder, placesAt } from './combine-postings.ts';
import { type Found, known, phraseWords, type WordFinder } from './find-words.ts';
import { waysToWrite } from './identifiers.ts';
import { splitWords } from './rank-statements.ts';
import { rowsInText } from './rows-in-text.ts';

/** Words so frequent that they distinguish few releases; as `wordKey` gives them. */
export type CommonWords = ReadonlySet<string>;

export interface PhraseOptions {
  finder: WordFinder;
  /** Words that are not searched for if others are distinctive enough. */
  common: CommonWords;
  /** The words of a release, in their order: to see whether it has a phrase with common words. */
  read: (page: number) => Promise<string>;
}

/** Up to so many releases are read to see whether they have a phrase: they are shown anyway. */
export const MAX_READ = 10;

/** Finds a phrase; an ellipsis in it joins parts that may be anywhere in a release. */
export async function findPhrase(phrase: string, options: PhraseOptions): Promise<Found> {
  const parts = phrase.split(/…|\.{3,}/).filter((part) => wordKey(part) !== '');
  const [first, ...others] = await Promise.all(parts.map((part) => findRow(part, options)));
  return known(others.reduce(both, first ?? NOWHERE));
}

/**
 * Words in a row. Of a phrase with common words the others are looked up, at their distances; where
 * few releases have these, they are read, else the common words are looked up too.
 */
async function findRow(phrase: string, { finder, common, read }: PhraseOptions): Promise<Postings> {
  const keys = phraseWords(phrase).map(wordKey);
  const isCommon = (key: string) => common.has(key);
  const isName = waysToWrite(phrase, true) !== undefined; // one thing, whose words may be joined
  if (isName || !keys.some(isCommon) || keys.every(isCommon))
    return (await finder.phrase(phrase)).postings;
  const { postings } = await finder.phrase(phrase, isCommon);
  if (postings.pages.length > MAX_READ) return (await finder.phrase(phrase)).postings;
  const before = keys.findIndex((key) => !isCommon(key));
  const builder = new PostingsBuilder();
  for (const [n, page] of postings.pages.entries()) {
    const text = splitWords(await read(page)).map(wordKey);
    const starts = [...placesAt(postings, n)].map((place) => place - before);
    const places = rowsInText(text, starts, keys);
    if (places.length > 0) builder.add(page, places, postings.headlines[n] ?? 0);
  }
  return builder.postings();
}
