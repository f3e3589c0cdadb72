/*
 * Which releases have or had a statement of an id, for browsers: whoever has the words of a whole statement can
 * compute its id, and so finds it with one small file. The table is cut into shards by the first characters of
 * ids. Numbers are varints: of each id the difference from the one before, how many releases have it, and
 * the first of these, each as the difference from the one before.
 */

import { BASE32 } from '../archive/statement-id-form.ts';
import { VarintReader, VarintWriter } from '../search/varint.ts';

/** Characters of an id behind `s-`. */
const ID_LENGTH = 8;
/** Characters of an id that are compared; what is behind them differs in one of a thousand shards. */
const COMPARED = 6;
/** More releases with one statement are counted, not listed. */
const MAX_LISTED = 12;

/** How many characters of an id name its shard: few bytes for each, and few files. @param releases of the archive. */
export const shardDigits = (releases: number): number =>
  releases <= 150 ? 0 : releases <= 5000 ? 1 : releases <= 150_000 ? 2 : 3;

/** The file of an id's shard, below `quote/`. */
export const shardFile = (id: string, digits: number): string =>
  `ids/${id.slice(2, 2 + digits) || 'all'}.bin`;

/** The releases that have a statement, by their numbers from the oldest on; all of them are counted. */
export interface ReleasesOfId {
  releases: number[];
  count: number;
}

/** Writes the shards. @param ids of the statements of each release, the oldest first. */
export function encodeShards(
  ids: readonly (readonly string[])[],
  digits = shardDigits(ids.length),
): Map<string, Uint8Array> {
  const shards = new Map<string, Map<number, ReleasesOfId>>();
  for (const [release, own] of ids.entries()) {
    for (const id of new Set(own.map((one) => one.slice(0, 2 + ID_LENGTH)))) {
      const file = shardFile(id, digits);
      const shard = shards.get(file) ?? new Map<number, ReleasesOfId>();
      shards.set(file, shard);
      const key = keyOf(id, digits);
      const known = shard.get(key) ?? { releases: [], count: 0 };
      shard.set(key, known);
      known.count++;
      if (known.releases.length < MAX_LISTED) known.releases.push(release);
    }
  }
  // Those without an id, too, so that no browser asks for a file that does not exist.
  const files = new Set([...prefixes(digits)].map((prefix) => shardFile(`s-${prefix}`, digits)));
  return new Map([...files].map((file) => [file, encodeShard(shards.get(file) ?? new Map())]));
}

function* prefixes(digits: number): Generator<string> {
  if (digits === 0) yield '';
  else for (const first of BASE32) for (const rest of prefixes(digits - 1)) yield first + rest;
}

/** Characters that follow those of the shard, as a number. */
function keyOf(id: string, digits: number): number {
  let key = 0;
  for (const character of id.slice(2 + digits, 2 + COMPARED)) {
    key = key * BASE32.length + BASE32.indexOf(character);
  }
  return key;
}

function encodeShard(shard: ReadonlyMap<number, ReleasesOfId>): Uint8Array {
  const writer = new VarintWriter();
  let last = 0;
  for (const [key, { releases, count }] of [...shard].sort((a, b) => a[0] - b[0])) {
    writer.number(key - last);
    writer.number(count);
    let before = 0;
    for (const release of releases) {
      writer.number(release - before);
      before = release;
    }
    last = key;
  }
  return writer.bytes();
}

/** The releases that have an id, by its shard as `encodeShards` has written it. */
export function releasesOfId(shard: Uint8Array, id: string, digits: number): ReleasesOfId {
  const wanted = keyOf(id, digits);
  const reader = new VarintReader(shard);
  for (let key = 0; !reader.isAtEnd;) {
    key += reader.number();
    const count = reader.number();
    const releases: number[] = [];
    for (let n = Math.min(count, MAX_LISTED); n > 0; n--) {
      releases.push((releases.at(-1) ?? 0) + reader.number());
    }
    if (key === wanted) return { releases, count };
    if (key > wanted) break;
  }
  return { releases: [], count: 0 };
}
