import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { BundleCache } from '../../cache/bundle-cache.ts';

/** Offset of the operating system in a gzip header, and its value for "unknown" (RFC 1952). */
const OS_OFFSET = 9;
const UNKNOWN_OS = 0xff;

/** Bytes passed on at a time: passing on single releases takes a third of the time. */
const CHUNK_BYTES = 2 ** 18;

/** The name of the gzipped releases in their bundle in the cache. */
const GZIPPED = 'releases.jsonl.gz';

/** The records of a year's releases, to be written to one file. */
export interface Year {
  /** Files of one line each, in order. */
  files: readonly string[];
  /** The SHA-256 of each, in hexadecimal. */
  sha256: readonly string[];
}

/**
 * Gzips the releases of a year for `releases-<year>.jsonl.gz`, or takes them from the cache if they have not
 * changed. The same releases give the same bytes on every system: the header has neither time nor name.
 * @throws {Error} if a file does not have its SHA-256, because another build has changed the site.
 */
export async function gzipYear({ files, sha256 }: Year, cache: BundleCache): Promise<Buffer> {
  const digest = hash('sha256', sha256.join('\n'));
  const key = `${digest}-zlib-${process.versions.zlib}`;
  const bundle = await cache.open(key);
  const cached = bundle?.get(GZIPPED);
  bundle?.close();
  if (cached !== undefined) return cached;
  const gzipped = await pipeline(
    function* () {
      let [chunk, size]: [Buffer[], number] = [[], 0];
      for (const [n, file] of files.entries()) {
        const bytes = readFileSync(file); // synchronous: small files, for which streams cost more
        if (hash('sha256', bytes) !== sha256[n])
          throw new Error(`${file} has changed during the build`);
        chunk.push(bytes);
        size += bytes.length;
        if (size < CHUNK_BYTES) continue;
        yield Buffer.concat(chunk);
        [chunk, size] = [[], 0];
      }
      yield Buffer.concat(chunk);
    },
    createGzip(),
    buffer,
  );
  gzipped[OS_OFFSET] = UNKNOWN_OS;
  await cache.write(key, new Map([[GZIPPED, gzipped]]));
  return gzipped;
}
