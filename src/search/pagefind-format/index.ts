/*
 * The one door to Pagefind's private file format, for the build. Browser scripts take `browser.ts`,
 * which does not use Node. README.md says what is known of the format and how it was found out.
 */

export { joinShards, type ShardIndex } from './join-shards.ts';
export { namePages } from './name-pages.ts';
export { chunkIn, FORMAT_VERSION, isFragment, type MetaChunk } from './pagefind-files.ts';
