import type { TaggedUnit } from '../tag-units.ts';
import { wordsIn } from '../text-shape.ts';
import type { StoryStart } from './read-head.ts';
import { isStain } from './scanned-line.ts';

const MAX_UNITS = 60; // of a text that are read
/** Whether there are letters, and not those of an address: rules and end marks are no stains. */
const hasLetters = (text: string) => /\p{L}/u.test(text) && !/[@/]/u.test(text);

/** What the story below a headline says about its words. */
export interface StoryWords {
  /** Its words, in small letters. */
  words: ReadonlySet<string>;
  /** Whether the text was read from a scanned page: there are stains among its lines. */
  isScanned: boolean;
}

/** The words of the beginning of the story. */
export function storyWords(units: readonly TaggedUnit[], { unit, offset }: StoryStart): StoryWords {
  const story = units.slice(unit, unit + MAX_UNITS).map(({ text }, n) => (n === 0 ? text.slice(offset) : text)); // prettier-ignore
  return {
    words: new Set(story.flatMap(wordsIn).map((word) => word.toLowerCase())),
    isScanned: units.slice(0, MAX_UNITS).some(({ text }) => hasLetters(text) && isStain(text)),
  };
}

const NO_VOWEL = /^(?![^\p{L}]*\p{L}{0,20}[AEIOUYÀ-Ý])\p{Lu}{3,}$/u;

/**
 * Whether a headline of a scanned page has a word that may be misread: capitals without a vowel that the
 * story does not have, or small letters and marks among capitals.
 */
export const mayBeMisread = (headline: string, { words, isScanned }: StoryWords): boolean =>
  isScanned &&
  wordsIn(headline).some(
    (word) =>
      (NO_VOWEL.test(word) && !words.has(word.toLowerCase())) ||
      /\p{Lu}{2}['’]?\p{Ll}['’]?\p{Lu}/u.test(word),
  );

const STEM = 5; // characters of a word that stay the same in `Poland` and `Polish` or in a plural

/** Whether the story has one of the longer words of a line, in whatever form. */
export function isSpokenOf(text: string, { words }: StoryWords): boolean {
  const stems = wordsIn(text.toLowerCase()).filter((word) => word.length >= STEM).map((word) => word.slice(0, STEM)); // prettier-ignore
  return stems.some((stem) => [...words].some((word) => word.startsWith(stem)));
}
