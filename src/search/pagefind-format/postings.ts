import type { Postings } from '../word-chunks.ts';
import { CborReader } from './cbor.ts';
import { pagefindChunkFile, decompressSync, type MetaChunk } from './pagefind-files.ts';

/*
 * A word of an index is `[word, pages, variants]`, a variant (the same word with other accents)
 * `[form, pages]`, and a page `[number, positions, positions in fields]`. The first page's number counts
 * from 0, each further one from the previous number. Positions count from the previous one, and from 0
 * behind a negative number, which is the weight of the next ones. Positions in fields are those of
 * metadata, which no search asks for: pages that have a word there alone are left out.
 */

/** A word of a shard. */
export interface ShardWord {
  /** Its bytes as UTF-8, each as a letter of Latin-1: in the order of these Pagefind orders words. */
  key: string;
  pages: Omit<Postings, 'headlines'>;
}

/** The word index of a shard, as Pagefind has written it. */
interface PagefindChunks {
  /** In the order of their words. */
  wordChunks: readonly MetaChunk[];
  /** The number that each page has among the shard's releases. */
  numberOf: readonly number[];
}

/**
 * Goes over the words of a shard in their order; holds one chunk of them at a time.
 * @param files the compressed chunks by the names of their files.
 * @throws {Error} if a chunk is missing, or is not what Pagefind writes.
 */
export function* pagefindWords(
  { wordChunks, numberOf }: PagefindChunks,
  files: Pick<ReadonlyMap<string, Uint8Array>, 'get'>,
): Generator<ShardWord> {
  for (const { id } of wordChunks) {
    const compressed = files.get(pagefindChunkFile(id));
    if (compressed === undefined) throw new Error(`The index has no chunk ${id}`);
    yield* wordsOf(decompressSync(compressed), numberOf);
  }
}

function* wordsOf(chunk: Buffer, numberOf: readonly number[]): Generator<ShardWord> {
  const reader = new CborReader(chunk);
  reader.array();
  for (let left = reader.array(); left > 0; left--) {
    reader.array();
    const { start, end } = reader.textPlace();
    const key = chunk.toString('latin1', start, end);
    const pages: Page[] = [];
    readPages(reader, numberOf, pages);
    for (let more = reader.array(); more > 0; more--) {
      reader.array();
      reader.textPlace(); // the form: a search compares words without accents
      readPages(reader, numberOf, pages);
    }
    yield { key, pages: joined(pages) };
  }
}

interface Page {
  number: number;
  /** In ascending order, each once. */
  places: number[];
}

function readPages(reader: CborReader, numberOf: readonly number[], pages: Page[]) {
  let page = 0;
  for (let left = reader.array(); left > 0; left--) {
    reader.array();
    page += reader.unsigned();
    const places: number[] = [];
    let [place, last, isAscending] = [0, -1, true];
    for (let more = reader.array(); more > 0; more--) {
      const number = reader.integer();
      place = number < 0 ? 0 : place + number;
      if (number < 0) continue;
      places.push(place);
      isAscending &&= place > last;
      last = place;
    }
    reader.skip(reader.array());
    if (places.length === 0) continue;
    pages.push({ number: numberOf[page] ?? page, places: isAscending ? places : distinct(places) });
  }
}

/** Of each weight places are in order; a word's whole and one of its parts may be the same. */
const distinct = (places: readonly number[]) => [...new Set(places)].sort((a, b) => a - b);

/** Pages in ascending order, with the places of all forms, each once. */
function joined(pages: Page[]): ShardWord['pages'] {
  const isSorted = pages.every(({ number }, n) => number > (pages[n - 1]?.number ?? -1));
  const merged = isSorted ? pages : merge(pages);
  const numbers = new Uint32Array(merged.length);
  const starts = new Uint32Array(merged.length + 1);
  let end = 0;
  for (let n = 0; n < merged.length; n++) {
    const page = merged[n] as Page;
    numbers[n] = page.number;
    starts[n + 1] = end += page.places.length;
  }
  const places = new Uint32Array(end);
  for (let n = 0; n < merged.length; n++) places.set((merged[n] as Page).places, starts[n]);
  return { pages: numbers, starts, places };
}

function merge(pages: readonly Page[]): Page[] {
  const byNumber = Map.groupBy(pages, ({ number }) => number);
  return [...byNumber]
    .sort(([a], [b]) => a - b)
    .map(([number, same]) => ({ number, places: distinct(same.flatMap(({ places }) => places)) }));
}
