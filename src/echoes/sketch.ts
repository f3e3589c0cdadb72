import { hash } from 'node:crypto';
import { scramble, wordPairs } from './word-pairs.ts';

/*
 * What a build remembers of the words of a release, so that its statements can be compared with all others of the
 * archive without reading them: of each the digest of its text, and bands of a MinHash. Two texts of which any band
 * is the same may be nearly the same; only then their words are compared.
 */

/** 32-bit numbers of a digest: 128 bits of SHA-256, at which no two texts of an archive collide. */
export const DIGEST_LENGTH = 4;
/** More bands find more, fewer rows in each compare more: see `npm run bench -- echoes`. */
export const BANDS = 10;
const ROWS = 3;
/** 32-bit numbers of a statement. */
export const SKETCH_LENGTH = DIGEST_LENGTH + BANDS;

/** To multiply with an odd number, modulo 2³², puts all pairs in another order. */
const FACTORS = Uint32Array.from({ length: BANDS * ROWS }, (_, n) => scramble(n + 1) | 1);

/** What is remembered of the statements of a release that are long enough. */
export interface ReleaseSketch {
  /** The ids of the statements, one space between them. */
  ids: string;
  /** For each its digest and its bands: see `SKETCH_LENGTH`. */
  numbers: Uint32Array;
}

/** @param statements of a release. */
export function sketchRelease(
  statements: readonly { id: string; text: string }[],
): ReleaseSketch | undefined {
  const ids: string[] = [];
  const numbers: number[] = [];
  for (const { id, text } of statements) {
    const pairs = wordPairs(text);
    if (pairs === undefined) continue;
    ids.push(id);
    numbers.push(...textDigest(text), ...bandsOf(pairs));
  }
  return ids.length === 0 ? undefined : { ids: ids.join(' '), numbers: Uint32Array.from(numbers) };
}

/** By this a text is the same as another. Statements have NFC and single spaces already. */
function textDigest(text: string): number[] {
  const bytes = hash('sha256', text, 'buffer');
  return Array.from({ length: DIGEST_LENGTH }, (_, n) => bytes.readUInt32LE(4 * n));
}

/**
 * MinHash with banding: of as many orders of all pairs as there are factors, the first pair that the text has.
 * @see https://en.wikipedia.org/wiki/MinHash
 */
function bandsOf(pairs: Uint32Array): number[] {
  const bands: number[] = [];
  for (let band = 0; band < BANDS; band++) {
    let hash = band;
    for (let row = 0; row < ROWS; row++) {
      const factor = FACTORS[band * ROWS + row] ?? 1;
      let least = 0x7fffffff;
      for (const pair of pairs) {
        const place = Math.imul(pair, factor);
        if (place < least) least = place;
      }
      hash = scramble(Math.imul(hash, 0x01000193) ^ least);
    }
    bands.push(hash);
  }
  return bands;
}
