import { wordKey } from '../symbols.ts';
import type { Postings } from '../word-chunks.ts';
import { NOWHERE, otherPlaces, samePlaces, type Step, union } from './combine-postings.ts';
import {
  beginningsOfAddress,
  mayBeOne,
  numberWithUnit,
  PARTS,
  partsOfWord,
  splitsOf,
} from './compounds.ts';
import { inRow, type WordPlaces } from './word-places.ts';

/** How much more often the archive must write two words as one, if never with a hyphen. */
const TIMES_AS_ONE = 3;
const YEAR = 4; // digits
/** Compounds that begin alike are in few chunks; of "over-" further ones may be mistaken for two words. */
const MAX_CHUNKS = 3;

/** Looks up compounds in the other ways in which they are written. */
export class CompoundFinder {
  readonly #words: WordPlaces;

  constructor(words: WordPlaces) {
    this.#words = words;
  }

  /**
   * Two words that the archive writes as one, with a hyphen at times, or much more often than as two.
   * @returns where it has the one word.
   */
  async asOne(first: string, second: string): Promise<Postings> {
    const { index } = this.#words;
    const [one, other] = [wordKey(first), wordKey(second)];
    const word = await index.word(one + other);
    if (word === undefined) return NOWHERE;
    if (word.compound !== `${one}-${other}`) {
      if (!mayBeOne(first, second)) return NOWHERE;
      const open = inRow(await this.#all([one, other]));
      if (TIMES_AS_ONE * open.pages.length > word.releases) return NOWHERE;
    }
    return this.#words.anyForm(one + other);
  }

  /** Numbers with a hyphen: `9-11` also as a date, and not as the number 911. */
  async numbers([first, second]: [string, string]): Promise<Postings> {
    const [one, other, whole, date] = await Promise.all([
      this.#words.exact(first),
      this.#words.exact(second),
      this.#words.plain(first + second),
      this.#words.plain(wordKey(`${first}/${second}`)),
    ]);
    // The index has digits of a compound as a word of their own if there are several.
    const [part] = [second, first].filter(({ length }) => length > 1);
    const sure = part === undefined ? whole : samePlaces(whole, part === second ? other : one);
    // A closed dash parts the numbers in the index.
    const years = part === undefined || part.length < YEAR ? NOWHERE : inRow([one, other]);
    return union([sure, date, years]);
  }

  /**
   * What punctuation parts, as in `HIV/AIDS` and `O'Connor`, also where a space does; addresses whole.
   * @param typed without a possessive.
   */
  async inParts(typed: string): Promise<Postings> {
    const beginnings = beginningsOfAddress(typed).map(wordKey);
    if (beginnings.length > 0) {
      const found = beginnings.map((key) => this.#words.index.beginningWith(key, 1));
      return this.#words.readAny((await Promise.all(found)).flat());
    }
    const [number, unit] = numberWithUnit(typed);
    if (unit !== undefined) {
      const [one, other] = await Promise.all([
        this.#words.exact(wordKey(number)),
        this.#words.anyForm(wordKey(unit)),
      ]);
      return union([samePlaces(one, other), inRow([one, other])]);
    }
    const keys = partsOfWord(typed).map(wordKey);
    if (keys.length < 2) return NOWHERE;
    const [first = NOWHERE, ...others] = await this.#all(keys);
    const row = inRow([first, ...others]);
    // The index has parts at the place of the whole, but no single letters.
    const isWhole = keys.every(({ length }) => length > 1);
    return isWhole ? union([row, others.reduce(samePlaces, first)]) : row;
  }

  /**
   * A rare word as two that the archive has in a row: `Walmart` as "Wal Mart".
   * @param isKnown whether the archive has the word too: then parts of three letters are chance.
   */
  async asTwo(key: string, isKnown: boolean): Promise<Postings> {
    const splits = splitsOf(key).filter((parts) => !isKnown || parts.every(isLong));
    const rows = splits.map(async ([first, second]) => {
      const one = await this.#words.plain(first);
      return one === NOWHERE ? NOWHERE : inRow([one, await this.#words.anyForm(second)]);
    });
    const found = await Promise.all(rows);
    const [best = NOWHERE] = found.sort((a, b) => b.pages.length - a.pages.length);
    return best;
  }

  /**
   * A compound as two words or more.
   * @param typed with hyphens, without a possessive; or as the archive also writes what was typed as one word.
   * @param closed where it is one word, if it was typed so: small words are more often beside others by chance.
   */
  async withoutHyphen(typed: string, closed?: Postings): Promise<Postings> {
    const parts = typed.split('-').map(wordKey);
    const [one = '', other = ''] = parts;
    const [first = NOWHERE, ...row] = await this.#all(parts.slice(0, -1));
    row.push(await this.#words.anyForm(parts.at(-1) ?? ''));
    const open = inRow([first, ...row]).pages.length;
    if (open === 0) return NOWHERE;
    if (closed && open > closed.pages.length && !mayBeOne(one, other)) return NOWHERE;
    // In "anti-viral drugs" the index has "anti" beside "drugs".
    const alike = await this.#words.index.beginningWith(one, MAX_CHUNKS);
    const compounds = alike.filter(({ compound }) => compound?.startsWith(`${one}-`));
    return inRow([otherPlaces(first, this.#words.readAny(compounds)), ...row]);
  }

  /** The words of a phrase that can be one in the archive, from one of them on. */
  async joined(words: readonly string[], keys: readonly string[], from: number): Promise<Step[]> {
    const { index } = this.#words;
    const steps = PARTS.map(async (count): Promise<Step[]> => {
      const to = from + count;
      if (to > keys.length) return [];
      const parts = keys.slice(from, to);
      const joined = parts.join('');
      const word = await index.word(joined);
      const isOne = word?.compound === parts.join('-') || (count === 2 && /\p{N}/u.test(joined));
      const isTyped = words.slice(from, to - 1).every((one) => one.endsWith('-'));
      if (word === undefined || !(isOne || isTyped)) return [];
      const whole = this.#words.read(word);
      // `D-N.Y.` is also written `D-NY`, but is not `DNY`, which has no parts.
      const postings = words[to - 1]?.includes('.')
        ? samePlaces(whole, await this.#words.plain(keys[to - 1] ?? ''))
        : whole;
      return [{ from, to, postings }];
    });
    return (await Promise.all(steps)).flat();
  }

  #all(keys: readonly string[]): Promise<Postings[]> {
    return Promise.all(keys.map((key) => this.#words.plain(key)));
  }
}

const isLong = ({ length }: string) => length > 3;
