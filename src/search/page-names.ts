/*
 * Releases of the index are numbered from the oldest on; the newest is the last. The words of each are
 * in a file of their own, which is named by its shard and its number there: `9b92ec7d.0017`.
 */

const BASE = 8; // longer names, but consecutive ones compress to fewer bytes
const DIGITS = 4; // at least

/** @param stem of the shard. */
export const pageName = (stem: string, number: number): string =>
  `${stem}.${number.toString(BASE).padStart(DIGITS, '0')}`;

/** The shards of an index, the oldest first: what the names of their pages begin with, and how many. */
export type ShardStems = readonly (readonly [stem: string, pages: number])[];

/** The name of a release's file. @throws {RangeError} if the index has fewer releases. */
export function nameOfPage(shards: ShardStems, page: number): string {
  let number = page;
  for (const [stem, pages] of shards) {
    if (number < pages) return pageName(stem, number);
    number -= pages;
  }
  throw new RangeError(`The index has no release ${page}`);
}
