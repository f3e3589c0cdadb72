import { createHash } from 'node:crypto';

/** A known text that is the same as another one, or nearly. */
interface SimilarText {
  id: string;
  isSame: boolean;
  /** The estimated share of four-word sequences that both have; 1 for the same words. */
  likeness: number;
}

const SEQUENCE = 4; // words
const SKETCH = 48; // hashes of a text: an accuracy of about a tenth
const INDEXED = 12; // of them by which others are found
const ALIKE = 0.75;
const MIN_WORDS = 24; // shorter texts are alike by chance

/**
 * Recognizes texts by their words. For each text it stores the smallest hashes of its word
 * sequences (bottom-k sketches after Broder, "On the resemblance and containment of
 * documents", 1997): texts that share most of their words share most of these.
 */
export class KnownTexts {
  #same = new Map<string, string>();
  #sketches = new Map<string, number[]>();
  #byHash = new Map<number, string[]>();

  add(id: string, text: string): void {
    const words = foldedWords(text);
    const digest = digestOf(words);
    if (!this.#same.has(digest)) this.#same.set(digest, id);
    const sketch = sketchOf(words);
    this.#sketches.set(id, sketch);
    for (const hash of sketch.slice(0, INDEXED)) {
      const ids = this.#byHash.get(hash);
      if (ids === undefined) this.#byHash.set(hash, [id]);
      else if (ids.length < 50) ids.push(id); // a sequence that fifty texts share distinguishes none of them
    }
  }

  /** The known text that is most similar, if one is similar enough. */
  find(text: string): SimilarText | undefined {
    const words = foldedWords(text);
    const same = this.#same.get(digestOf(words));
    if (same !== undefined) return { id: same, isSame: true, likeness: 1 };
    const sketch = sketchOf(words);
    const candidates = new Set(
      sketch.slice(0, INDEXED).flatMap((hash) => this.#byHash.get(hash) ?? []),
    );
    const alike = [...candidates]
      .map((id) => ({
        id,
        isSame: false,
        likeness: resemblance(sketch, this.#sketches.get(id) ?? []),
      }))
      .filter(({ likeness }) => likeness >= ALIKE)
      .sort((a, b) => b.likeness - a.likeness);
    return alike[0];
  }
}

/** The addresses of pictures are no words: they are named after their release. */
const foldedWords = (text: string): string[] =>
  text
    .replace(/\(\/media\/[^\s)]*\)/g, ' ')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const digestOf = (words: readonly string[]) =>
  createHash('sha256').update(words.join(' ')).digest('base64');

function sketchOf(words: readonly string[]): number[] {
  if (words.length < MIN_WORDS) return [];
  const hashes = new Set<number>();
  for (let n = 0; n + SEQUENCE <= words.length; n++)
    hashes.add(hashOf(words.slice(n, n + SEQUENCE).join(' ')));
  return [...hashes].sort((a, b) => a - b).slice(0, SKETCH);
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let n = 0; n < text.length; n++) hash = Math.imul(hash ^ text.charCodeAt(n), 0x01000193);
  return hash >>> 0;
}

/** The share of the smallest hashes of both texts that both have. */
function resemblance(a: readonly number[], b: readonly number[]): number {
  const both = [...new Set([...a, ...b])]
    .sort((x, y) => x - y)
    .slice(0, Math.min(a.length, b.length));
  const [inA, inB] = [new Set(a), new Set(b)];
  return both.length === 0
    ? 0
    : both.filter((hash) => inA.has(hash) && inB.has(hash)).length / both.length;
}
