import {
  encodeFragment,
  readDocument,
  type ShardWord,
  wordSplitter,
} from '../pagefind-format/index.ts';
import { fragmentFile } from '../pagefind-format/browser.ts';
import { pageName } from '../page-names.ts';
import { INDEXED_SYMBOLS } from '../symbols.ts';
import { compareCodePoints } from '../word-chunks.ts';
import type { IndexedDocument } from './run-pagefind.ts';

/**
 * Indexes the releases of a shard without Pagefind, by its rules.
 * @param stem what the names of the releases begin with.
 * @param onDocument is called after each document.
 * @returns the files of the releases by their names, and all words in the order of their bytes.
 */
export function splitShard(
  documents: readonly IndexedDocument[],
  stem: string,
  onDocument?: (document: IndexedDocument) => void,
): { files: Map<string, Uint8Array>; words: ShardWord[] } {
  const files = new Map<string, Uint8Array>();
  const found = new Map<string, { page: number; places: number[] }[]>();
  const split = wordSplitter(INDEXED_SYMBOLS);
  for (const [page, document] of documents.entries()) {
    const { url, html } = document;
    const read = readDocument(html);
    files.set(fragmentFile(pageName(stem, page)), encodeFragment({ url, ...read }));
    for (const [word, places] of placesOf(read.content, split)) {
      const pages = found.get(word);
      if (pages) pages.push({ page, places });
      else found.set(word, [{ page, places }]);
    }
    onDocument?.(document);
  }
  const words = [...found]
    .sort(([a], [b]) => compareCodePoints(a, b))
    .map(([word, pages]) => ({
      key: Buffer.from(word).toString('latin1'),
      pages: {
        pages: Uint32Array.from(pages, ({ page }) => page),
        starts: startsOf(pages.map(({ places }) => places.length)),
        places: Uint32Array.from(pages.flatMap(({ places }) => places)),
      },
    }));
  return { files, words };
}

/** Where each of several parts starts that follow each other, and where the last one ends. */
function startsOf(lengths: readonly number[]): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1);
  for (const [n, length] of lengths.entries()) starts[n + 1] = (starts[n] ?? 0) + length;
  return starts;
}

/** The places of a release's words, in ascending order. */
function placesOf(content: string, split: ReturnType<typeof wordSplitter>): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [place, written] of content.split(' ').entries()) {
    for (const word of split(written)) {
      const places = found.get(word);
      if (places) places.push(place);
      // A part of a text may hold the whole of it in memory, so the key is a copy.
      else found.set(Buffer.from(word).toString(), [place]);
    }
  }
  return found;
}
