import { citing } from '../words/en.ts';
import { pageWords } from '../words/page-words.ts';

/** The words of the script for citing. */
export const words = pageWords(citing);
