import { foldText } from '../fold-text.ts';
import { LEAST_LETTERS, type Vocabulary } from '../vocabulary.ts';

const MOST_WORDS = 20_000; // about 80 kB packed
/** A word of one release alone is as likely a mistake as a word. */
const LEAST_RELEASES = 2;
/** Longer ones are no words: addresses, or sentences of a language that has no spaces. */
const MOST_LETTERS = 30;
const WORD = new RegExp(
  `(?<![\\p{L}\\p{N}])\\p{L}{${LEAST_LETTERS},${MOST_LETTERS}}(?![\\p{L}\\p{N}])`,
  'gu',
);
/** Tags, with whatever stands in their attributes, and references such as `&#x26;`. */
const MARKUP = /<(?:"[^"]*"|'[^']*'|[^'">])*>|&#?\w+;/g;

/** Counts the words of releases, one release after the other. */
export class WordCounter {
  readonly #counts = new Map<string, number>();

  /** @param html of all that the release says. */
  add(html: string): void {
    const text = foldText(html.replace(MARKUP, ' '));
    for (const word of new Set(text.match(WORD))) {
      const count = this.#counts.get(word);
      // A piece of a text may keep the whole text in memory: what is kept is a copy.
      if (count === undefined) this.#counts.set(Buffer.from(word).toString(), 1);
      else this.#counts.set(word, count + 1);
    }
  }

  /**
   * The words that stand in several releases.
   * @param most words, so that browsers need not load more than they use.
   */
  vocabulary(most = MOST_WORDS): Vocabulary {
    const words = [...this.#counts].filter(([, count]) => count >= LEAST_RELEASES);
    const sorted = words.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    return new Map(sorted.slice(0, most));
  }
}
