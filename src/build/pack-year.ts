import { createWriteStream, readFileSync } from 'node:fs';
import { copyFile, mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

/** The byte of a gzip header that tells the system it was made on, and its value for "unknown". */
const SYSTEM = 9;
const UNKNOWN = 0xff;

/** The releases of a year, to be put into one file. */
export interface Year {
  /** Their files, each one line, in order. */
  files: readonly string[];
  /** Of what they hold: names the packed file in the cache. */
  digest: string;
  target: string;
  cacheDir: string;
}

/**
 * Packs the releases of a year into `releases-<year>.jsonl.gz`, one line each; what did not change since
 * another build comes from the cache. The same releases give the same bytes on every system: no time and
 * no name is written into the file.
 */
export async function packYear({ files, digest, target, cacheDir }: Year): Promise<void> {
  const folder = join(cacheDir, 'data');
  const kept = join(folder, `${digest}-zlib-${process.versions.zlib}.jsonl.gz`);
  const isKept = await copyFile(kept, target).then(
    () => true,
    () => false, // not there yet
  );
  if (isKept) return;
  await mkdir(folder, { recursive: true });
  const fresh = `${kept}.${process.pid}`; // whole under its name, whoever else builds
  await pipeline(
    function* () {
      for (const file of files) yield readFileSync(file); // small: a stream for each costs more
    },
    createGzip(),
    withoutSystem,
    createWriteStream(fresh),
  );
  await rename(fresh, kept);
  await copyFile(kept, target);
}

async function* withoutSystem(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let place = 0;
  for await (const chunk of chunks) {
    if (place <= SYSTEM && SYSTEM < place + chunk.length) chunk[SYSTEM - place] = UNKNOWN;
    place += chunk.length;
    yield chunk;
  }
}
