import { GROUPED, NUMBER_SYMBOLS, partWords, wordKey } from '../symbols.ts';
import { decodePostings, type IndexedWord, type Postings } from '../word-chunks.ts';
import { NOWHERE, samePlaces, sequence, type Step, union } from './combine-postings.ts';
import {
  beginningsOfAddress,
  hyphenated,
  mayBeOne,
  numberWithUnit,
  PARTS,
  partsOfWord,
  splitsOf,
} from './compounds.ts';
import { waysToWrite } from './identifiers.ts';
import type { FormFinder, WordIndex } from './word-index.ts';

/** Where something that was typed appears. */
export interface Found {
  postings: Postings;
  /** Whether a release has it as it was typed; else these are other forms of it, or nothing. */
  isKnown: boolean;
}

/** A number, its point and its fraction bar among the bound signs, and the sign of an amount. */
const NUMBER = /^(?<digits>\p{N}[\p{N}\uE001\uE002\uE00B]*)(?<sign>[\uE004\uE006-\uE009]?)$/u;
/** An acronym: capitals with or without points. */
const CAPITALS = /^(?:\p{Lu}\.?)+$/u;
/** Shorter words have no forms: `us` is not `use`. */
const MAY_HAVE_FORMS = /^\p{L}{4,}$/u;
const POSSESSIVE = /(?<=\p{L})['’]s$/iu;
/** These have a verb behind the apostrophe. */
const CONTRACTION = /^(?:it|he|she|that|what|there|here|who|where|how|let)['’]s$/iu;
/** How much more often the archive must write two words as one, if never with a hyphen. */
const TIMES_AS_ONE = 3;
const YEAR = 4; // digits
/** Of a word in more releases it is not asked whether the archive writes it as two. */
const MAX_RARE = 10;
/** Looks up words and phrases. */
export class WordFinder {
  readonly #index: WordIndex;
  readonly #findForms: FormFinder | undefined;
  readonly #decoded = new WeakMap<IndexedWord, Postings>();

  /** @param findForms in the language that most releases are in. */
  constructor(index: WordIndex, findForms: FormFinder | undefined) {
    this.#index = index;
    this.#findForms = findForms;
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
    if (numbers !== undefined) return known(await this.#numbers(numbers));
    const key = wordKey(CONTRACTION.test(typed) ? typed : typed.replace(POSSESSIVE, ''));
    if (NUMBER.test(key)) return known(await this.#signed(key));
    const isAcronym = CAPITALS.test(typed) && !isTitle && typed.length > 1;
    const inParts = this.#inParts(typed);
    const [word, forms] = await Promise.all([
      this.#index.word(key),
      isAcronym ? [] : this.#forms(key),
    ]);
    const compound = [word, ...forms].find((own) => own?.compound !== undefined)?.compound;
    const opened = await Promise.all([this.#withoutHyphen(typed, compound), inParts]);
    const found = union([this.#anyForm([word, ...forms]), ...opened]);
    const isKnown = word !== undefined || opened.some(({ pages }) => pages.length > 0);
    const { length } = found.pages;
    const mayBeTwo = length <= MAX_RARE && /^[\p{L}\p{M}]+$/u.test(typed);
    const two = mayBeTwo ? await this.#asTwo(key, isKnown) : NOWHERE;
    return { postings: two.pages.length > length ? union([found, two]) : found, isKnown };
  }

  /**
   * Two words that the archive writes as one, with a hyphen at times, or much more often than as two.
   * @returns where it has the one word.
   */
  async asOne(first: string, second: string): Promise<Postings> {
    const [one, other] = [wordKey(first), wordKey(second)];
    const word = await this.#index.word(one + other);
    if (word === undefined) return NOWHERE;
    if (word.compound !== `${one}-${other}`) {
      if (!mayBeOne(first, second)) return NOWHERE;
      const two = await Promise.all([one, other].map((key) => this.#index.word(key)));
      const open = this.row(two.map((own) => this.#read(own)));
      if (TIMES_AS_ONE * open.pages.length > word.releases) return NOWHERE;
    }
    const words = [word, ...(await this.#forms(one + other))];
    return union(words.map((own) => this.#read(own)));
  }

  /** The words that begin with some letters. */
  async beginningWith(letters: string): Promise<Found> {
    const words = await this.#index.beginningWith(wordKey(letters));
    return known(union(words.map((word) => this.#read(word))));
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
      Promise.all(keys.map((_, n) => this.#joined(words, keys, n))),
      ...keys.map(async (key) => (isSkipped(key) ? undefined : this.#signed(key))),
    ]);
    for (const [n, postings] of found.entries()) steps.push({ from: n, to: n + 1, postings });
    steps.push(...joined.flat());
    return known(sequence(keys.length, steps));
  }

  /** Words in a row, in any of their forms. @param postings of each; undefined for any word. */
  row(postings: readonly (Postings | undefined)[]): Postings {
    const steps = postings.map((own, n) => ({ from: n, to: n + 1, postings: own }));
    return sequence(postings.length, steps);
  }

  async #anyOf(ways: readonly string[][]): Promise<Postings> {
    const found = ways.map(async (keys) => {
      // Behind letters a number is part of a name, and no amount.
      const words = await Promise.all(
        keys.map(async (key, n) =>
          /\p{L}$/u.test(keys[n - 1] ?? '')
            ? this.#read(await this.#index.word(key))
            : this.#signed(key),
        ),
      );
      return words.some(({ pages }) => pages.length === 0) ? NOWHERE : this.row(words);
    });
    return union(await Promise.all(found));
  }

  /** A word as it is; a number also with commas, and, without a sign, as an amount or a percentage. */
  async #signed(key: string): Promise<Postings> {
    const { digits, sign = '' } = NUMBER.exec(key)?.groups ?? {};
    if (digits === undefined) return this.#read(await this.#index.word(key));
    const signs = sign === '' ? ['', ...NUMBER_SYMBOLS] : [sign];
    const keys = signs.flatMap((one) => [digits + one, digits + GROUPED + one]);
    const found = await Promise.all(keys.map((one) => this.#index.word(one)));
    return union(found.map((word) => this.#read(word)));
  }

  /** Numbers with a hyphen: `9-11` also as a date, and not as the number 911. */
  async #numbers([first, second]: [string, string]): Promise<Postings> {
    const [one, other] = await Promise.all([this.#signed(first), this.#signed(second)]);
    const [whole, date] = await Promise.all(
      [first + second, wordKey(`${first}/${second}`)].map((key) => this.#index.word(key)),
    );
    // The index has digits of a compound as a word of their own if there are several.
    const [part] = [second, first].filter(({ length }) => length > 1);
    const own = this.#read(whole);
    const sure = part === undefined ? own : samePlaces(own, part === second ? other : one);
    // A closed dash parts the numbers in the index.
    const years = part === undefined || part.length < YEAR ? NOWHERE : this.row([one, other]);
    return union([sure, this.#read(date), years]);
  }

  /** What punctuation parts, as in `HIV/AIDS` and `O'Connor`, also where a space does; addresses whole. */
  async #inParts(typed: string): Promise<Postings> {
    const beginnings = beginningsOfAddress(typed).map(wordKey);
    if (beginnings.length > 0) {
      const found = beginnings.map((key) => this.#index.beginningWith(key, 1));
      return union((await Promise.all(found)).flat().map((word) => this.#read(word)));
    }
    const [number, unit] = numberWithUnit(typed);
    if (unit !== undefined) {
      const [one, own, forms] = await Promise.all([
        this.#signed(wordKey(number)),
        this.#index.word(wordKey(unit)),
        this.#forms(wordKey(unit)),
      ]);
      const other = this.#anyForm([own, ...forms]);
      return union([samePlaces(one, other), this.row([one, other])]);
    }
    const keys = partsOfWord(typed.replace(POSSESSIVE, '')).map(wordKey);
    if (keys.length < 2) return NOWHERE;
    const words = await Promise.all(keys.map((key) => this.#index.word(key)));
    const [first = NOWHERE, ...others] = words.map((word) => this.#read(word));
    const row = this.row([first, ...others]);
    // The index has parts at the place of the whole, but no single letters.
    const isWhole = keys.every(({ length }) => length > 1);
    return isWhole ? union([row, others.reduce(samePlaces, first)]) : row;
  }

  /**
   * A rare word as two that the archive has in a row: `Walmart` as "Wal Mart".
   * @param isKnown whether the archive has the word too: then parts of three letters are chance.
   */
  async #asTwo(key: string, isKnown: boolean): Promise<Postings> {
    const splits = splitsOf(key).filter((parts) => !isKnown || parts.every(isLong));
    const rows = splits.map(async ([first, second]) => {
      const one = await this.#index.word(first);
      if (one === undefined) return NOWHERE;
      const [other, forms] = await Promise.all([this.#index.word(second), this.#forms(second)]);
      return this.row([this.#read(one), this.#anyForm([other, ...forms])]);
    });
    const found = await Promise.all(rows);
    const [best = NOWHERE] = found.sort((a, b) => b.pages.length - a.pages.length);
    return best;
  }

  #anyForm(words: readonly (IndexedWord | undefined)[]): Postings {
    return union(words.map((word) => this.#read(word)));
  }

  async #forms(key: string): Promise<IndexedWord[]> {
    return MAY_HAVE_FORMS.test(key) ? ((await this.#findForms?.(key, this.#index)) ?? []) : [];
  }

  /**
   * A compound as two words or more. @param compound how the archive also writes it, with hyphens, where it was
   * typed without.
   */
  async #withoutHyphen(typed: string, compound: string | undefined): Promise<Postings> {
    const hyphenated = /\p{L}-[\p{L}\p{N}]/u.test(typed) ? typed.replace(POSSESSIVE, '') : compound;
    if (hyphenated === undefined) return NOWHERE;
    const parts = hyphenated.split('-');
    const last = wordKey(parts.at(-1) ?? '');
    const [forms, ...words] = await Promise.all([
      this.#forms(last),
      ...parts.map((part) => this.#index.word(wordKey(part))),
    ]);
    const read = words.map((word) => this.#read(word));
    return this.row([...read.slice(0, -1), this.#anyForm([words.at(-1), ...forms])]);
  }

  /** The words of a phrase that can be one in the archive, from one of them on. */
  async #joined(words: readonly string[], keys: readonly string[], from: number): Promise<Step[]> {
    const steps = PARTS.map(async (count): Promise<Step[]> => {
      const to = from + count;
      if (to > keys.length) return [];
      const parts = keys.slice(from, to);
      const joined = parts.join('');
      const word = await this.#index.word(joined);
      const isOne = word?.compound === parts.join('-') || (count === 2 && /\p{N}/u.test(joined));
      const isTyped = words.slice(from, to - 1).every((one) => one.endsWith('-'));
      if (word === undefined || !(isOne || isTyped)) return [];
      const whole = this.#read(word);
      // `D-N.Y.` is also written `D-NY`, but is not `DNY`, which has no parts.
      const postings = words[to - 1]?.includes('.')
        ? samePlaces(whole, this.#read(await this.#index.word(keys[to - 1] ?? '')))
        : whole;
      return [{ from, to, postings }];
    });
    return (await Promise.all(steps)).flat();
  }

  #read(word: IndexedWord | undefined): Postings {
    if (word === undefined) return NOWHERE;
    const postings = this.#decoded.get(word) ?? decodePostings(word);
    this.#decoded.set(word, postings);
    return postings;
  }
}

const isLong = ({ length }: string) => length > 3;

const known = (postings: Postings): Found => ({ postings, isKnown: postings.pages.length > 0 });

/** The words of a phrase; of a compound each part, with its hyphen, unless it shall be one word. */
export function phraseWords(typed: string, hasParts = true): string[] {
  const spaced = partWords(typed);
  const parted = hasParts ? spaced.replace(/(?<=\p{L})-(?=[\p{L}\p{N}])/gu, '- ') : spaced;
  return parted.split(/\s+/).filter((word) => wordKey(word) !== '');
}
