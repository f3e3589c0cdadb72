import { foldText } from '../fold-text.ts';
import { MIN_LETTERS, type Vocabulary } from '../vocabulary.ts';

const MAX_WORDS = 20_000; // about 80 kB compressed
/** A word of one release alone is as likely a mistake as a word. */
const MIN_RELEASES = 2;
/** Longer ones are not words, but addresses, or sentences of a language without spaces. */
const MAX_LETTERS = 30;
const WORD = /[\p{L}\p{N}]+/gu;
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
}

/** What a search needs to know of the words of an archive. */
export interface CountedWords {
  /** The words that several releases have, with how many do. */
  vocabulary: [word: string, releases: number][];
  /** Words so frequent that a search should not fetch where they appear. */
  common: string[];
}

/** Counts the words of releases, one release after the other. */
export class WordCounter {
  readonly #counts = new Map<string, { releases: number; places: number }>();
  #releases = 0;

  /** @param html the whole text of a release. */
  add(html: string): void {
    this.#releases++;
    const text = foldText(html.replace(MARKUP, ' '));
    const seen = new Set<string>();
    for (const word of text.match(WORD) ?? []) {
      let count = this.#counts.get(word);
      if (count === undefined) {
        count = { releases: 0, places: 0 };
        // A substring may hold the whole text in memory, so the key is a copy.
        this.#counts.set(Buffer.from(word).toString(), count);
      }
      count.places++;
      if (!seen.has(word)) count.releases++;
      seen.add(word);
    }
  }

  /** The counts in alphabetical order, so that they do not depend on the order of releases. */
  counts(): WordCounts {
    const words = [...this.#counts].map(([word, { releases, places }]): WordCounts['words'][0] => [
      word,
      releases,
      places,
    ]);
    return { releases: this.#releases, words: words.sort(([a], [b]) => (a < b ? -1 : 1)) };
  }

  /** Adds what has been counted in other releases. */
  addAll({ releases, words }: WordCounts): void {
    this.#releases += releases;
    for (const [word, inReleases, places] of words) {
      const count = this.#counts.get(word);
      if (count === undefined) this.#counts.set(word, { releases: inReleases, places });
      else {
        count.releases += inReleases;
        count.places += places;
      }
    }
  }

  summary(): CountedWords {
    return { vocabulary: [...this.vocabulary()], common: this.common() };
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
