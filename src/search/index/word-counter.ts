import { foldText } from '../fold-text.ts';
import { MIN_LETTERS, type Vocabulary } from '../vocabulary.ts';

const MAX_WORDS = 20_000; // about 80 kB compressed
/** A word of one release alone is as likely a mistake as a word. */
const MIN_RELEASES = 2;
/** Longer ones are not words, but addresses, or sentences of a language without spaces. */
const MAX_LETTERS = 30;
/** A word, or several with hyphens, and the space before the next one. */
const WORDS = /[\p{L}\p{N}-]+ ?/gu;
/** A word with hyphens in it, such as `health-care`. */
const COMPOUND = /^\p{L}{2,}(?:-\p{L}{2,})+$/u;
/** A word that can be half of another, such as "land" and "owner". */
const HALF = /^\p{L}{3,12}$/u;
/** In a larger share of releases a word is beside any other by chance: "not able" is not "notable". */
const MAX_HALF = { share: 0.15, releases: 3 };
const OF_VOCABULARY = new RegExp(`^\\p{L}{${MIN_LETTERS},${MAX_LETTERS}}$`, 'u');
/** A word that appears so often in the archive, and so often in a release on average, is common. */
const COMMON = { places: 20_000, inRelease: 2 };
/** Tags with their attributes, and references such as `&#x26;`. */
const MARKUP = /<(?:"[^"]*"|'[^']*'|[^'"<>])*>|&#?\w+;/g;

/** The words of some releases. */
export interface WordCounts {
  releases: number;
  /** Each with the number of releases that have it, and of places. */
  words: [word: string, releases: number, places: number][];
  /** How words are also written, with hyphens, in alphabetical order: `health-care`. */
  compounds: string[];
  /** The same of those that are also written as two words, with a hyphen for the space: `land-owner`. */
  pairs: string[];
}

/** What a search needs to know of the words of an archive. */
export interface CountedWords {
  /** The words that several releases have, with how many do. */
  vocabulary: [word: string, releases: number][];
  /** Words so frequent that a search should not fetch where they appear. */
  common: string[];
  /** How words are also written, by the words: `health-care` by `healthcare`, with a hyphen for a space too. */
  compounds: ReadonlyMap<string, string>;
}

interface WordCount {
  releases: number;
  places: number;
  /** The number of the last release that has it. */
  last: number;
}

/** Counts the words of releases, one release after the other. */
export class WordCounter {
  readonly #counts = new Map<string, WordCount>();
  /** By the words without hyphens. */
  readonly #compounds = new Map<string, string>();
  /** Words side by side, with a hyphen between; some may be one word elsewhere. */
  readonly #pairs = new Set<string>();
  #releases = 0;

  /** @param html the whole text of a release. */
  add(html: string): void {
    this.#releases++;
    const text = foldText(html.replace(MARKUP, ' '));
    let before: string | undefined; // a word with one space behind it
    for (const found of text.match(WORDS) ?? []) {
      const words = found.trimEnd();
      if (words.includes('-')) {
        for (const word of words.split('-')) if (word !== '') this.#addWord(word);
        if (COMPOUND.test(words)) this.#addCompound(copy(words));
        before = undefined;
        continue;
      }
      this.#addWord(words);
      const isHalf = HALF.test(words);
      if (isHalf && before !== undefined) this.#pairs.add(copy(`${before}-${words}`));
      before = isHalf && words !== found ? words : undefined;
    }
  }

  #addWord(word: string) {
    let count = this.#counts.get(word);
    if (count === undefined) {
      count = { releases: 0, places: 0, last: 0 };
      this.#counts.set(copy(word), count);
    }
    count.places++;
    if (count.last !== this.#releases) count.releases++;
    count.last = this.#releases;
  }

  /** Of several ways the first one in the alphabet counts, so that the same releases give the same. */
  #addCompound(hyphenated: string) {
    const word = hyphenated.replaceAll('-', '');
    const known = this.#compounds.get(word);
    if (known === undefined || hyphenated < known) this.#compounds.set(word, hyphenated);
  }

  /**
   * The counts in alphabetical order, so that they do not depend on the order of releases. Of words side by side only
   * those are kept that are one word in these releases too.
   */
  counts(): WordCounts {
    const words = [...this.#counts].map(([word, { releases, places }]): WordCounts['words'][0] => [
      word,
      releases,
      places,
    ]);
    return {
      releases: this.#releases,
      words: words.sort(([a], [b]) => (a < b ? -1 : 1)),
      compounds: [...this.#compounds.values()].sort(),
      pairs: this.#closedPairs(),
    };
  }

  /** Adds what has been counted in other releases. */
  addAll({ releases, words, compounds, pairs }: WordCounts): void {
    for (const word of compounds) this.#addCompound(word);
    for (const pair of pairs) this.#pairs.add(pair);
    this.#releases += releases;
    for (const [word, inReleases, places] of words) {
      const count = this.#counts.get(word);
      if (count === undefined)
        this.#counts.set(word, { releases: inReleases, places, last: this.#releases });
      else {
        count.releases += inReleases;
        count.places += places;
      }
    }
  }

  summary(): CountedWords {
    const vocabulary = [...this.vocabulary()];
    return { vocabulary, common: this.common(), compounds: this.compounds() };
  }

  /** How words are also written; where they are written with a hyphen and as two words, the former. */
  compounds(): ReadonlyMap<string, string> {
    const max = Math.max(MAX_HALF.releases, MAX_HALF.share * this.#releases);
    const isRareEnough = (word: string) => (this.#counts.get(word)?.releases ?? 0) <= max;
    const open = this.#closedPairs()
      .reverse() // of several the first in the alphabet counts
      .filter((pair) => pair.split('-').every(isRareEnough))
      .map((pair) => [pair.replace('-', ''), pair] as const);
    return new Map([...open, ...this.#compounds]);
  }

  /** The words side by side that are one word too, in alphabetical order. */
  #closedPairs(): string[] {
    return [...this.#pairs].filter((pair) => this.#counts.has(pair.replace('-', ''))).sort();
  }

  /** The words so frequent that a search should not fetch where they appear; in alphabetical order. */
  common(): string[] {
    const min = Math.max(COMMON.places, COMMON.inRelease * this.#releases);
    return [...this.#counts]
      .filter(([, { places }]) => places >= min)
      .map(([word]) => word)
      .sort();
  }

  /**
   * The words that several releases have.
   * @param limit of words, so that browsers need not load more than they use.
   */
  vocabulary(limit = MAX_WORDS): Vocabulary {
    const words = [...this.#counts].filter(
      ([word, { releases }]) => releases >= MIN_RELEASES && OF_VOCABULARY.test(word),
    );
    const sorted = words.sort(([a, m], [b, n]) => n.releases - m.releases || (a < b ? -1 : 1));
    return new Map(sorted.slice(0, limit).map(([word, { releases }]) => [word, releases]));
  }
}

/** A substring may hold the whole text in memory. */
const copy = (word: string) => Buffer.from(word).toString();
