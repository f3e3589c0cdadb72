import type { Operator } from './query-operators.ts';

/** Something that was understood, and where it was typed: one chip. */
export interface Part {
  kind: 'words' | 'phrase' | 'without' | 'between' | Operator;
  /**
   * The words or the phrase, without punctuation and quotation marks around them; of an operator a slug, a
   * year, or the date as typed. It has several words only if it looked like an operator, but is none.
   */
  value: string;
  /** Whether the value must appear (or, if excluded, not appear) as an exact phrase. */
  isPhrase: boolean;
  /** Whether words that begin with the value are asked for: `immigra*`. */
  isPrefix: boolean;
  /** What a chip shows, such as `without “fees”`. */
  text: string;
  /** Its range in the text, in UTF-16 units, with the punctuation around it; `end` is exclusive. */
  start: number;
  end: number;
}
