import {
  type ChunkList,
  compareCodePoints,
  decodeChunk,
  type IndexedWord,
} from '../word-chunks.ts';

/** Looks up the other forms of a word that the archive has: other numbers and tenses. */
export type FormFinder = (key: string, index: WordIndex) => Promise<IndexedWord[]>;

/** The words of the archive. Only the chunks in which a word may be are fetched. */
export class WordIndex {
  readonly #list: ChunkList;
  readonly #fetch: (id: string) => Promise<Uint8Array>;
  readonly #words = new Map<number, Promise<Map<string, IndexedWord>>>();

  constructor(list: ChunkList, fetchChunk: (id: string) => Promise<Uint8Array>) {
    this.#list = list;
    this.#fetch = fetchChunk;
  }

  /** A word, or undefined if no release has it. @param key as `wordKey` gives it. */
  async word(key: string): Promise<IndexedWord | undefined> {
    return key === '' ? undefined : (await this.#chunk(this.#chunkOf(key))).get(key);
  }

  /** Those of some words that a release has. */
  async words(keys: readonly string[]): Promise<IndexedWord[]> {
    const found = await Promise.all(keys.map((key) => this.word(key)));
    return found.filter((word) => word !== undefined);
  }

  /**
   * The words that begin with some letters.
   * @param maxChunks how many chunks may be fetched for it; of words in further ones nothing is known.
   */
  async beginningWith(prefix: string, maxChunks = Infinity): Promise<IndexedWord[]> {
    const first = this.#chunkOf(prefix);
    const last = Math.min(this.#chunkOf(`${prefix}\u{10FFFF}`), first + maxChunks - 1);
    const numbers = Array.from({ length: last - first + 1 }, (_, n) => first + n);
    const chunks = await Promise.all(numbers.map((number) => this.#chunk(number)));
    return chunks
      .flatMap((words) => [...words.values()])
      .filter(({ word }) => word.startsWith(prefix));
  }

  /** The number of the chunk in which a word would be; -1 if there are no chunks. */
  #chunkOf(key: string): number {
    const { firsts } = this.#list;
    let [from, to] = [0, firsts.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (compareCodePoints(firsts[middle] ?? '', key) <= 0) from = middle + 1;
      else to = middle;
    }
    return from - 1;
  }

  #chunk(number: number): Promise<Map<string, IndexedWord>> {
    const id = this.#list.ids[number];
    if (id === undefined) return Promise.resolve(new Map<string, IndexedWord>());
    const known = this.#words.get(number);
    if (known !== undefined) return known;
    const words = this.#fetch(id).then(
      (bytes) => new Map(decodeChunk(bytes).map((word) => [word.word, word])),
    );
    words.catch(() => this.#words.delete(number)); // so that the next try can succeed
    this.#words.set(number, words);
    return words;
  }
}
