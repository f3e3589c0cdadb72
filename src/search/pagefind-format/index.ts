/*
 * The one door to Pagefind's private file format, for the build. Browser scripts take `browser.ts`,
 * which does not use Node. README.md says what is known of the format and how it was found out.
 */

export { namePages } from './name-pages.ts';
export { encodeFragment, FORMAT_VERSION, isFragment } from './pagefind-files.ts';
export { pagefindWords, type ShardWord } from './postings.ts';
export { readDocument } from './read-document.ts';
export { wordSplitter } from './split-word.ts';
