import { searching } from '../../words/en-searching.ts';
import { pageWords } from '../../words/page-words.ts';
import type { Plural } from '../../words/plural.ts';
import { fillCount, formatNumber } from '../../words/words.ts';

/** The words of the search page's script. */
export const words = pageWords('searching', searching);

/** The language that they are in, as a BCP 47 tag. */
export const language =
  globalThis.document?.querySelector<HTMLElement>('release-search')?.dataset['language'] ?? 'en';

/** A number as the language writes it. */
export const numeral = (number: number): string => formatNumber(language, number);

/** The form of a plural that a number takes, with the number in the place of `{count}`. */
export const countText = (forms: Plural, count: number, values?: Record<string, string>): string =>
  fillCount({ language }, forms, count, values);
