import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { PackCache } from '../../cache/bundle-cache.ts';

/** The byte of a gzip header that tells the system it was made on, and its value for "unknown". */
const SYSTEM = 9;
const UNKNOWN = 0xff;

/** Bytes that are packed at a time: with single releases, passing them on takes a third of the time. */
const AT_ONCE = 2 ** 18;

/** The name of the packed releases within their pack in the cache. */
const PACKED = 'releases.jsonl.gz';

/** The releases of a year, to be put into one file. */
export interface Year {
  /** Their files, each one line, in order. */
  files: readonly string[];
  /** The SHA-256 of each, in hexadecimal digits. */
  sha256: readonly string[];
}

/**
 * Packs the releases of a year as `releases-<year>.jsonl.gz` has them, one line each; what did not change
 * since another build comes from the cache. The same releases give the same bytes on every system: no time
 * and no name is among them.
 * @throws {Error} if a file is another than it is told to be, as where another build has changed the site.
 */
export async function packYear({ files, sha256 }: Year, cache: PackCache): Promise<Buffer> {
  const digest = hash('sha256', sha256.join('\n'));
  const key = `${digest}-zlib-${process.versions.zlib}`;
  const pack = await cache.open(key);
  const kept = pack?.get(PACKED);
  pack?.close();
  if (kept !== undefined) return kept;
  const packed = await pipeline(
    function* () {
      let [waiting, size]: [Buffer[], number] = [[], 0];
      for (const [n, file] of files.entries()) {
        const bytes = readFileSync(file); // small: a stream for each costs more
        if (hash('sha256', bytes) !== sha256[n]) throw new Error(`${file} has changed meanwhile`);
        waiting.push(bytes);
        size += bytes.length;
        if (size < AT_ONCE) continue;
        yield Buffer.concat(waiting);
        [waiting, size] = [[], 0];
      }
      yield Buffer.concat(waiting);
    },
    createGzip(),
    buffer,
  );
  packed[SYSTEM] = UNKNOWN;
  await cache.write(key, new Map([[PACKED, packed]]));
  return packed;
}
