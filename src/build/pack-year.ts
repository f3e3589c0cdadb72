import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { PackCache } from './cache/pack-cache.ts';

/** The byte of a gzip header that tells the system it was made on, and its value for "unknown". */
const SYSTEM = 9;
const UNKNOWN = 0xff;

/** The name of the packed releases within their pack in the cache. */
const PACKED = 'releases.jsonl.gz';

/** The releases of a year, to be put into one file. */
export interface Year {
  /** Their files, each one line, in order. */
  files: readonly string[];
  /** Of what they hold: names them in the cache. */
  digest: string;
}

/**
 * Packs the releases of a year as `releases-<year>.jsonl.gz` has them, one line each; what did not change
 * since another build comes from the cache. The same releases give the same bytes on every system: no time
 * and no name is among them.
 */
export async function packYear({ files, digest }: Year, cache: PackCache): Promise<Buffer> {
  const key = `${digest}-zlib-${process.versions.zlib}`;
  const pack = await cache.open(key);
  const kept = pack?.get(PACKED);
  pack?.close();
  if (kept !== undefined) return kept;
  const packed = await pipeline(
    function* () {
      for (const file of files) yield readFileSync(file); // small: a stream for each costs more
    },
    createGzip(),
    buffer,
  );
  packed[SYSTEM] = UNKNOWN;
  await cache.write(key, new Map([[PACKED, packed]]));
  return packed;
}
