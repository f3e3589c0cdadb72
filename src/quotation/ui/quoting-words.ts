import { quoting } from '../../words/en-quoting.ts';
import { pageWords } from '../../words/page-words.ts';

/** The words of the script that checks quotations. */
export const quotingWords = pageWords('quoting', quoting);

/** The language that they are in, as a BCP 47 tag. */
export const quotingLanguage =
  globalThis.document?.querySelector<HTMLElement>('quote-check')?.dataset['language'] ?? 'en';
