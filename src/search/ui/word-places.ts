import { GROUPED, NUMBER_SYMBOLS } from '../symbols.ts';
import { decodePostings, type IndexedWord, type Postings } from '../word-chunks.ts';
import { NOWHERE, sequence, union } from './combine-postings.ts';
import type { FormFinder, WordIndex } from './word-index.ts';

/** A number, its point and its fraction bar among the bound signs, and the sign of an amount. */
const NUMBER = /^(?<digits>\p{N}[\p{N}\uE001\uE002\uE00B]*)(?<sign>[\uE004\uE006-\uE009]?)$/u;
/** Shorter words have no forms: `us` is not `use`. */
const MAY_HAVE_FORMS = /^\p{L}{4,}$/u;

/** Whether a key is that of a number, an amount or a percentage. */
export const isNumber = (key: string): boolean => NUMBER.test(key);

/** Where words of the archive appear. Keys are as `wordKey` gives them. */
export class WordPlaces {
  readonly index: WordIndex;
  readonly #findForms: FormFinder | undefined;

  /** @param findForms in the language that most releases are in. */
  constructor(index: WordIndex, findForms: FormFinder | undefined) {
    this.index = index;
    this.#findForms = findForms;
  }

  /** Where a word of the index appears. */
  read(word: IndexedWord | undefined): Postings {
    return word === undefined ? NOWHERE : (word.decoded ??= decodePostings(word));
  }

  /** Where any of some words of the index appears. */
  readAny(words: readonly (IndexedWord | undefined)[]): Postings {
    return union(words.map((word) => this.read(word)));
  }

  /** A word as it is in the index. */
  async plain(key: string): Promise<Postings> {
    return this.read(await this.index.word(key));
  }

  /** A word as it is; a number also with commas, and, without a sign, as an amount or a percentage. */
  async exact(key: string): Promise<Postings> {
    const { digits, sign = '' } = NUMBER.exec(key)?.groups ?? {};
    if (digits === undefined) return this.plain(key);
    const signs = sign === '' ? ['', ...NUMBER_SYMBOLS] : [sign];
    const keys = signs.flatMap((one) => [digits + one, digits + GROUPED + one]);
    return this.readAny(await this.index.words(keys));
  }

  /** The other forms of a word that the archive has. */
  async forms(key: string): Promise<IndexedWord[]> {
    return MAY_HAVE_FORMS.test(key) ? ((await this.#findForms?.(key, this.index)) ?? []) : [];
  }

  /** A word in any of its forms. */
  async anyForm(key: string): Promise<Postings> {
    const [word, forms] = await Promise.all([this.index.word(key), this.forms(key)]);
    return this.readAny([word, ...forms]);
  }
}

/** Words in a row. @param postings of each; undefined for any word. */
export function inRow(postings: readonly (Postings | undefined)[]): Postings {
  const steps = postings.map((own, n) => ({ from: n, to: n + 1, postings: own }));
  return sequence(postings.length, steps);
}
