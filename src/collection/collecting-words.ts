import { collecting } from '../words/en-collecting.ts';
import { pageWords } from '../words/page-words.ts';

/** The words of the script of a collection. */
export const collectingWords = pageWords('collecting', collecting);
