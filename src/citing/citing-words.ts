import { citing } from '../words/en-citing.ts';
import { pageWords } from '../words/page-words.ts';

/** The words of the script for citing. */
export const citingWords = pageWords('citing', citing);
