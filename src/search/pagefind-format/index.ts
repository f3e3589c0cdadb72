/*
 * The one door to Pagefind's private file format, for the build. Browser scripts take `browser.ts`,
 * which does not use Node. README.md says what is known of the format and how it was found out.
 */

export { joinShards, type ShardIndex } from './join-shards.ts';
export { namePages } from './name-pages.ts';
export {
  chunkFile,
  compress,
  FORMAT_VERSION,
  type IndexMeta,
  isFragment,
} from './pagefind-files.ts';
export { type OtherFiles, splitFiles, startFiles } from './start-files.ts';
