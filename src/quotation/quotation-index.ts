import { type ComparedRelease, compareRelease, Lexicon } from './compare/compared-release.ts';
import type { QuotedSource } from './compare/quoted-source.ts';
import { judgeEarlier, judgeQuotation, type QuotationAnswer } from './compare/judge-quotation.ts';
import {
  asStatements,
  isShort,
  MIN_WORDS,
  type ParsedQuotation,
  parseQuotation,
} from './compare/parse-quotation.ts';

/** Releases that are aligned with a quotation that none has word for word. */
const MAX_ALIGNED = 20;
/** Of releases with rare words of a quotation, those that are looked at for pairs of its words. */
const MAX_RATED = 300;
/** Words of a quotation, the rarest, by which releases like it are found. */
const MAX_RARE = 30;
/** Releases that have a row of its words, for each row. */
const MAX_FOR_ROW = 4;
/** Of words in more releases, rows are not looked for. */
const MAX_ROW_RELEASES = 3000;

/** All releases of an archive, in memory, to find those that may be the source of a quotation. */
export class QuotationIndex {
  readonly #lexicon = new Lexicon();
  readonly #releases: ComparedRelease[] = [];
  /** Of each word the places of the releases that have it, in ascending order. */
  readonly #postings: number[][] = [];
  /** Of each id that was made of other words than its statement has now, the places of the releases. */
  readonly #earlier = new Map<string, number[]>();
  /** Releases of which earlier words are known. */
  readonly #edited: ComparedRelease[] = [];
  readonly #digest: (text: string) => string;

  /**
   * @param sources in the order in which equal matches are listed.
   * @param digest gives the id of a text.
   */
  constructor(sources: Iterable<QuotedSource>, digest: (text: string) => string) {
    this.#digest = digest;
    for (const source of sources) {
      const release = compareRelease(source, this.#lexicon);
      const place = this.#releases.push(release) - 1;
      if (release.versions.length > 0) this.#edited.push(release);
      for (const word of release.words) {
        const own = (this.#postings[word] ??= []);
        if (own.at(-1) !== place) own.push(place);
      }
      for (const id of earlierIds(source)) {
        this.#earlier.set(id, [...(this.#earlier.get(id) ?? []), place]);
      }
    }
  }

  get size(): number {
    return this.#releases.length;
  }

  /** Compares a quotation with all releases. */
  answer(text: string): QuotationAnswer {
    const quotation = parseQuotation(text);
    const judge = (places: Iterable<number>, digest?: string) => {
      const releases = [...places].flatMap((place) => this.#releases[place] ?? []);
      return judgeQuotation(quotation, releases, this.#lexicon, digest);
    };
    if (isShort(quotation)) return judge([]);
    const exact = judge(this.#withAll(quotation));
    if (exact.answer === 'verbatim' || exact.answer === 'common') return exact;
    const before = judgeEarlier(quotation, this.#edited, this.#lexicon);
    if (before !== undefined) return before;
    const digests = asStatements(text).map(this.#digest);
    const digest = digests.find((one) => this.#earlier.has(one));
    const edited = digest === undefined ? [] : (this.#earlier.get(digest) ?? []);
    const rows = this.#withRows(quotation);
    const near = this.#nearest(quotation, rows);
    return judge(new Set([...edited, ...near, ...rows]), digest);
  }

  /** The releases that have all words of a quotation, but for those whose ending is an editor's. */
  #withAll({ parts }: ParsedQuotation): number[] {
    const keys = parts.flatMap((part) =>
      part.flatMap((own) => (own.kind === 'word' && own.beginning === undefined ? [own.key] : [])),
    );
    return this.#intersect(keys.map((key) => this.#lexicon.find(key)));
  }

  #intersect(words: readonly number[]): number[] {
    const lists = [...new Set(words)].map((word) => this.#postings[word] ?? []);
    const [first = [], ...others] = lists.sort((a, b) => a.length - b.length);
    return others.reduce((left, list) => left.filter((place) => includes(list, place)), first);
  }

  /** Releases that have five words of a quotation in a row; a few for each row. */
  #withRows({ parts }: ParsedQuotation): Set<number> {
    const found = new Set<number>();
    for (const part of parts) {
      const words = part.map((own) => (own.kind === 'word' ? this.#lexicon.find(own.key) : -1));
      const length = Math.min(MIN_WORDS, words.length);
      for (let start = 0; start + length <= words.length; start++) {
        const row = words.slice(start, start + length);
        const rarest = Math.min(...row.map((word) => this.#postings[word]?.length ?? 0));
        if (rarest === 0 || rarest > MAX_ROW_RELEASES) continue;
        let count = 0;
        for (const place of this.#intersect(row)) {
          if (!hasRow(this.#releases[place], row)) continue;
          found.add(place);
          if (++count === MAX_FOR_ROW) break;
        }
      }
    }
    return found;
  }

  /** The releases that are most like a quotation: by its rare words, then by its pairs of words. */
  #nearest({ keys }: ParsedQuotation, rows: ReadonlySet<number>): number[] {
    const words = [...new Set(keys.map((key) => this.#lexicon.find(key)))]
      .map((word) => ({ word, places: this.#postings[word] ?? [] }))
      .filter(({ places }) => places.length > 0)
      .sort((a, b) => a.places.length - b.places.length)
      .slice(0, MAX_RARE);
    const scores = new Map<number, number>();
    for (const { places } of words) {
      const weight = Math.log(1 + this.size / places.length);
      for (const place of places) scores.set(place, (scores.get(place) ?? 0) + weight);
    }
    const rated = [...scores]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, MAX_RATED)
      .map(([place]) => place);
    const pairs = new Set<number>();
    const numbers = keys.map((key) => this.#lexicon.find(key));
    for (let n = 1; n < numbers.length; n++) pairs.add(this.#pair(numbers[n - 1], numbers[n]));
    return [...new Set([...rated, ...rows])]
      .map((place) => ({ place, pairs: this.#countPairs(place, pairs) }))
      .sort((a, b) => b.pairs - a.pairs || (scores.get(b.place) ?? 0) - (scores.get(a.place) ?? 0))
      .slice(0, MAX_ALIGNED)
      .map(({ place }) => place);
  }

  #countPairs(place: number, wanted: ReadonlySet<number>): number {
    const words = this.#releases[place]?.words ?? new Uint32Array();
    const found = new Set<number>();
    for (let n = 1; n < words.length; n++) {
      const pair = this.#pair(words[n - 1], words[n]);
      if (wanted.has(pair)) found.add(pair);
    }
    return found.size;
  }

  #pair(first = -1, second = -1): number {
    return (first + 1) * (this.#lexicon.size + 1) + second + 1;
  }
}

/** The ids, without the numbers behind them, of statements that were edited or removed since. */
function earlierIds({ statements, removed = [] }: QuotedSource): string[] {
  const edited = statements.filter(({ digest }) => digest !== undefined).map(({ id }) => id);
  const merged = statements.flatMap(({ former = [] }) => former);
  return [...edited, ...merged, ...removed].map((id) => id.slice(0, ID_LENGTH));
}

const ID_LENGTH = 's-'.length + 8; // characters

/** Whether a list in ascending order has a number. */
function includes(list: readonly number[], number: number): boolean {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((list[middle] ?? 0) < number) from = middle + 1;
    else to = middle;
  }
  return list[from] === number;
}

function hasRow(release: ComparedRelease | undefined, row: readonly number[]): boolean {
  const words = release?.words ?? new Uint32Array();
  for (
    let start = words.indexOf(row[0] ?? 0);
    start >= 0;
    start = words.indexOf(row[0] ?? 0, start + 1)
  ) {
    if (row.every((word, n) => words[start + n] === word)) return true;
  }
  return false;
}
