import { partWords, wordKey } from '../symbols.ts';
import type { IndexedWord, Postings } from '../word-chunks.ts';
import { NOWHERE, sequence, type Step, union } from './combine-postings.ts';
import { hyphenated } from './compounds.ts';
import { CompoundFinder } from './find-compounds.ts';
import { waysToWrite } from './identifiers.ts';
import { inRow, isNumber, WordPlaces } from './word-places.ts';
import type { FormFinder, WordIndex } from './word-index.ts';

/** Where something that was typed appears. */
export interface Found {
  postings: Postings;
  /** Whether a release has it as it was typed; else these are other forms of it, or nothing. */
  isKnown: boolean;
}

/** An acronym: capitals with or without points. */
const CAPITALS = /^(?:\p{Lu}\.?)+$/u;
const POSSESSIVE = /(?<=\p{L})['’]s$/iu;
/** These have a verb behind the apostrophe. */
const CONTRACTION = /^(?:it|he|she|that|what|there|here|who|where|how|let)['’]s$/iu;
/** Of a word in more releases it is not asked whether the archive writes it as two. */
const MAX_RARE = 10;

/** Looks up words and phrases. */
export class WordFinder {
  readonly #words: WordPlaces;
  readonly compounds: CompoundFinder;

  /** @param findForms in the language that most releases are in. */
  constructor(index: WordIndex, findForms: FormFinder | undefined) {
    this.#words = new WordPlaces(index, findForms);
    this.compounds = new CompoundFinder(this.#words);
  }

  /**
   * A word, with its other endings and its other spellings with hyphens; of a number, an acronym and a
   * word of three letters the word alone. @param isTitle whether all that was typed is in capitals.
   */
  async word(typed: string, isTitle = false): Promise<Found> {
    const ways = waysToWrite(typed);
    if (ways !== undefined) return known(await this.#anyOf(ways));
    if (phraseWords(typed, false).length > 1) return this.phrase(typed);
    const numbers = hyphenated(typed);
    if (numbers !== undefined) return known(await this.compounds.numbers(numbers));
    const own = CONTRACTION.test(typed) ? typed : typed.replace(POSSESSIVE, '');
    const key = wordKey(own);
    if (isNumber(key)) return known(await this.#words.exact(key));
    const isAcronym = CAPITALS.test(typed) && !isTitle && typed.length > 1;
    const inParts = this.compounds.inParts(own);
    const [word, forms] = await Promise.all([
      this.#words.index.word(key),
      isAcronym ? [] : this.#words.forms(key),
    ]);
    const closed = this.#words.readAny([word, ...forms]);
    const opened = await Promise.all([this.#opened(own, [word, ...forms], closed), inParts]);
    const found = union([closed, ...opened]);
    const isKnown = word !== undefined || opened.some(({ pages }) => pages.length > 0);
    const { length } = found.pages;
    const mayBeTwo = length <= MAX_RARE && /^[\p{L}\p{M}]+$/u.test(typed);
    const two = mayBeTwo ? await this.compounds.asTwo(key, isKnown) : NOWHERE;
    return { postings: two.pages.length > length ? union([found, two]) : found, isKnown };
  }

  /** A word, one of whose forms the archive may also write with hyphens, as several. */
  async #opened(
    typed: string,
    words: readonly (IndexedWord | undefined)[],
    closed: Postings,
  ): Promise<Postings> {
    if (/\p{L}-[\p{L}\p{N}]/u.test(typed)) return this.compounds.withoutHyphen(typed);
    const compound = words.find((own) => own?.compound !== undefined)?.compound;
    return compound === undefined ? NOWHERE : this.compounds.withoutHyphen(compound, closed);
  }

  /** The words that begin with some letters. */
  async beginningWith(letters: string): Promise<Found> {
    return known(this.#words.readAny(await this.#words.index.beginningWith(wordKey(letters))));
  }

  /**
   * Words in a row, exactly as they were typed but for case, accents and hyphens.
   * @param isSkipped the words that may be any; at the ends they count for nothing.
   */
  async phrase(typed: string, isSkipped: (key: string) => boolean = () => false): Promise<Found> {
    const ways = waysToWrite(typed, true);
    if (ways !== undefined) return known(await this.#anyOf(ways));
    const all = phraseWords(typed);
    const [first, last] = [
      all.findIndex((word) => !isSkipped(wordKey(word))),
      all.findLastIndex((word) => !isSkipped(wordKey(word))),
    ];
    const words = all.slice(Math.max(first, 0), last + 1);
    const keys = words.map(wordKey);
    const steps: Step[] = [];
    // A hyphen makes one word of two: "stem cell" is found as "stem-cell", and the other way round.
    const [joined, ...found] = await Promise.all([
      Promise.all(keys.map((_, n) => this.compounds.joined(words, keys, n))),
      ...keys.map(async (key) => (isSkipped(key) ? undefined : this.#words.exact(key))),
    ]);
    for (const [n, postings] of found.entries()) steps.push({ from: n, to: n + 1, postings });
    steps.push(...joined.flat());
    return known(sequence(keys.length, steps));
  }

  async #anyOf(ways: readonly string[][]): Promise<Postings> {
    const found = ways.map(async (keys) => {
      // Behind letters a number is part of a name, and no amount.
      const words = await Promise.all(
        keys.map((key, n) =>
          /\p{L}$/u.test(keys[n - 1] ?? '') ? this.#words.plain(key) : this.#words.exact(key),
        ),
      );
      return words.some(({ pages }) => pages.length === 0) ? NOWHERE : inRow(words);
    });
    return union(await Promise.all(found));
  }
}

/** What appears is known as it was typed. */
export const known = (postings: Postings): Found => ({
  postings,
  isKnown: postings.pages.length > 0,
});

/** The words of a phrase; of a compound each part, with its hyphen, unless it shall be one word. */
export function phraseWords(typed: string, hasParts = true): string[] {
  const spaced = partWords(typed);
  const parted = hasParts ? spaced.replace(/(?<=\p{L})-(?=[\p{L}\p{N}])/gu, '- ') : spaced;
  return parted.split(/\s+/).filter((word) => wordKey(word) !== '');
}
