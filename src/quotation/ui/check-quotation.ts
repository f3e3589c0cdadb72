import type { Postings } from '../../search/word-chunks.ts';
import { wordKey } from '../../search/symbols.ts';
import { type ComparedRelease, compareRelease, Lexicon } from '../compare/compared-release.ts';
import { judgeEarlier, judgeQuotation, type QuotationAnswer } from '../compare/judge-quotation.ts';
import {
  asStatements,
  isShort,
  type ParsedQuotation,
  parseQuotation,
} from '../compare/parse-quotation.ts';
import type { QuotedSource, QuotedWording } from '../compare/quoted-source.ts';
import { quotedWords } from '../compare/quoted-words.ts';
import { likelyReleases, type LookedUpWord } from './likely-releases.ts';

/** What the site says of its releases, which are numbers from the oldest on. */
export interface QuotationReader {
  /** How many there are. */
  releases: number;
  /** Words that are in almost all of them, as `wordKey` gives them. */
  common: ReadonlySet<string>;
  /** Where a word is. @param key as `wordKey` gives it. */
  word: (key: string) => Promise<Postings>;
  /** The words of a release. */
  release: (page: number) => Promise<QuotedSource>;
  /** The same with what became of its statements. */
  record: (source: QuotedSource) => Promise<QuotedSource>;
  /** The id that a text has as a statement; undefined where the browser cannot compute it. */
  digest: (text: string) => Promise<string | undefined>;
  /** The releases that have or had a statement of an id. */
  withId: (id: string) => Promise<{ releases: number[]; count: number }>;
  /** What statements said before, by release, oldest first; nothing where the site does not publish it. */
  earlier: () => Promise<ReadonlyMap<number, readonly QuotedWording[]>>;
}

/** Words that are looked up at once, and at most for a row of words: each costs a chunk of the index. */
const [AT_ONCE, MAX_LOOKED_UP] = [2, 8];
/** Releases that are read to find a quotation word for word: one more than make it common. */
const MAX_READ = 11;
/** Releases that are read to find what is nearest. */
const MAX_NEAR = 4;
/** The least of what the likeliest has that another must have to be read, too. */
const LIKELY = 0.6;
/** Changes after which the rest of a quotation is looked for elsewhere. */
const FEW_CHANGES = 3;
/** The least words of the rest. */
const MIN_REST = 5;
const MAX_RESTS = 2;

/** Checks a quotation with as few words and releases as will do. */
export async function checkQuotation(
  text: string,
  reader: QuotationReader,
): Promise<QuotationAnswer> {
  const quotation = parseQuotation(text);
  const check = new Check(quotation, reader);
  if (isShort(quotation)) return check.judge();
  const byId = await check.byId();
  if (byId !== undefined && byId.answer !== 'edited') return byId;
  const answer = byId ?? (await check.byWords());
  return isExact(answer) ? answer : ((await check.before()) ?? answer);
}

const isExact = ({ answer }: Pick<QuotationAnswer, 'answer'>) =>
  answer === 'verbatim' || answer === 'common';

const isFound = ({ answer, differences = [] }: QuotationAnswer) =>
  isExact({ answer }) ||
  (answer === 'altered' &&
    differences.filter(({ kind }) => kind === 'added' || kind === 'missing').length <= FEW_CHANGES);

/** A word of a quotation and its place among all of them. */
interface PlacedWord {
  text: string;
  key: string;
  place: number;
}

const wordsOf = ({ elements }: ParsedQuotation): PlacedWord[] =>
  elements.flatMap((element, place) =>
    element.kind === 'word' && element.beginning === undefined
      ? [{ text: element.text, key: wordKey(element.text), place }]
      : [],
  );

class Check {
  readonly #quotation: ParsedQuotation;
  readonly #reader: QuotationReader;
  readonly #lexicon = new Lexicon();
  readonly #read = new Map<number, ComparedRelease>();
  #digest: string | undefined;

  constructor(quotation: ParsedQuotation, reader: QuotationReader) {
    this.#quotation = quotation;
    this.#reader = reader;
  }

  /** The answer by all releases that were read. */
  judge(): QuotationAnswer {
    const releases = [...this.#read].sort((a, b) => a[0] - b[0]).map(([, release]) => release);
    return judgeQuotation(this.#quotation, releases, this.#lexicon, this.#digest);
  }

  /** The answer if the quotation is a whole statement, as it is now or was before an edit. */
  async byId(): Promise<QuotationAnswer | undefined> {
    let found: { digest: string; releases: number[]; count: number } | undefined;
    for (const text of asStatements(this.#quotation.text)) {
      const digest = await this.#reader.digest(text);
      if (digest === undefined) return undefined;
      const having = await this.#reader.withId(digest);
      if (having.releases.length === 0) continue;
      found = { digest, ...having };
      break;
    }
    if (found === undefined) return undefined;
    const { digest, releases, count } = found;
    await this.#readAll(releases.slice(0, MAX_READ));
    const answer = this.judge();
    if (answer.answer === 'common')
      return { ...answer, releases: Math.max(count, answer.releases) };
    // Its words may also be in a longer statement; whole ones are named first in any case.
    if (answer.answer === 'verbatim') return answer;
    for (const [page, source] of this.#read) {
      const record = await this.#reader.record(source);
      this.#read.set(page, compareRelease(record, this.#lexicon));
    }
    this.#digest = digest;
    const edited = this.judge();
    return edited.answer === 'edited' ? edited : undefined;
  }

  /** The answer by releases that have its words, and then by those that have what is left of it. */
  async byWords(): Promise<QuotationAnswer> {
    await this.lookFor(wordsOf(this.#quotation));
    let answer = this.judge();
    for (let n = 0; n < MAX_RESTS && !isFound(answer); n++) {
      const rest = this.rest();
      if (rest.length < MIN_REST) break;
      await this.lookFor(rest);
      answer = this.judge();
    }
    return answer;
  }

  /** The answer by what statements said before they were edited or removed; undefined where none said so. */
  async before(): Promise<QuotationAnswer | undefined> {
    const rows = rowsOf(this.#quotation.keys);
    const isLikely = ({ text }: QuotedWording) =>
      rowsOf(quotedWords(text).map(({ key }) => key)).some((row) => rows.includes(row));
    const likely = [...(await this.#reader.earlier())]
      .filter(([, wordings]) => wordings.some(isLikely))
      .slice(0, MAX_READ);
    await this.#readAll(likely.map(([page]) => page));
    const releases = likely.flatMap(([page, earlier]) => {
      const release = this.#read.get(page);
      return release ? [compareRelease({ ...release, earlier }, this.#lexicon)] : [];
    });
    return judgeEarlier(this.#quotation, releases, this.#lexicon);
  }

  /** Looks words up, the likely rare ones first, and reads the releases that have them, until these are few. */
  async lookFor(words: readonly PlacedWord[]): Promise<void> {
    const queue = rareFirst(words, this.#reader.common).slice(0, MAX_LOOKED_UP);
    const looked: LookedUpWord[] = [];
    while (queue.length > 0) {
      const next = queue.splice(0, AT_ONCE);
      const found = await Promise.all(next.map(({ key }) => this.#reader.word(key)));
      for (const [n, postings] of found.entries()) {
        const { place = 0 } = next[n] ?? {};
        if (postings.pages.length > 0) looked.push({ place, postings });
      }
      const likely = likelyReleases(looked, this.#reader.releases);
      const [best] = likely;
      if (best === undefined) continue;
      const equals = likely.filter(({ score }) => score >= LIKELY * best.score);
      const areAll = best.words === looked.length;
      const certain = likely.filter(({ words }) => words === looked.length);
      // One that has all of the words may have the quotation: all such are read, or none is missed by chance.
      if (queue.length > 0 && (equals.length > MAX_READ || looked.length < 2)) continue;
      const chosen = areAll && certain.length > MAX_NEAR ? certain : equals.slice(0, MAX_NEAR);
      await this.#readAll(chosen.slice(0, MAX_READ).map(({ page }) => page));
      const answer = this.judge();
      if (isFound(answer) || queue.length === 0) return;
    }
  }

  /** The longest row of the quotation's words that no release read has. */
  rest(): PlacedWord[] {
    const words = wordsOf(this.#quotation);
    const rows: PlacedWord[][] = [[]];
    const covered = this.#covered(words);
    for (const word of words) {
      if (covered.has(word.place)) rows.push([]);
      else rows.at(-1)?.push(word);
    }
    return rows.reduce((longest, row) => (row.length > longest.length ? row : longest), []);
  }

  /** The places of the words that are in a row of three with others which a release has so. */
  #covered(words: readonly PlacedWord[]): Set<number> {
    const { elements } = this.#quotation;
    const covered = new Set<number>();
    const numbers = words.map(({ place }) => {
      const element = elements[place];
      return element?.kind === 'word' ? this.#lexicon.find(element.key) : -1;
    });
    for (const { words: own } of this.#read.values()) {
      const rows = new Set<string>();
      for (let n = 2; n < own.length; n++) rows.add(`${own[n - 2]} ${own[n - 1]} ${own[n]}`);
      for (let n = 2; n < numbers.length; n++) {
        if (!rows.has(`${numbers[n - 2]} ${numbers[n - 1]} ${numbers[n]}`)) continue;
        for (const word of words.slice(n - 2, n + 1)) covered.add(word.place);
      }
    }
    return covered;
  }

  async #readAll(pages: readonly number[]): Promise<void> {
    const missing = pages.filter((page) => !this.#read.has(page));
    const sources = await Promise.all(missing.map((page) => this.#reader.release(page)));
    for (const [n, source] of sources.entries()) {
      this.#read.set(missing[n] ?? 0, compareRelease(source, this.#lexicon));
    }
  }
}

/** Each three words in a row. */
const rowsOf = (keys: readonly string[]) =>
  keys.slice(2).map((key, n) => `${keys[n]} ${keys[n + 1]} ${key}`);

/** Words in the order of how rare they likely are: numbers, names and long words first; each once. */
function rareFirst(words: readonly PlacedWord[], common: ReadonlySet<string>): PlacedWord[] {
  const rarity = ({ text, key }: PlacedWord, n: number) =>
    Math.min(key.length, 12) +
    (/\p{N}/u.test(key) ? 4 : 0) +
    (n > 0 && /^\p{Lu}\p{Ll}/u.test(text) ? 2 : 0);
  const once = new Map(words.map((word, n) => [word.key, { word, rarity: rarity(word, n) }]));
  const rare = [...once]
    .filter(([key]) => key !== '' && !common.has(key))
    .map(([, own]) => own)
    .sort((a, b) => b.rarity - a.rarity)
    .map(({ word }) => word);
  return rare.length > 0 ? rare : words.filter(({ key }) => key !== '').slice(0, AT_ONCE);
}
