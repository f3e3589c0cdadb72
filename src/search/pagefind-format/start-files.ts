import { hash } from 'node:crypto';
import {
  chunkIn,
  compress,
  encodeMeta,
  type IndexMeta,
  type MetaPage,
  SHORT_WINDOW,
} from './pagefind-files.ts';

/** The files of a shard that are not the words of a release. */
export interface OtherFiles {
  /** The chunks of the word index, compressed, by their ids. */
  chunks: ReadonlyMap<string, Uint8Array>;
  /** What a browser searches with, by the names of the files: the same for each shard. */
  program: ReadonlyMap<string, Uint8Array>;
}

/** Separates the chunks of an index from the program. */
export function splitFiles(files: Iterable<readonly [string, Uint8Array]>): OtherFiles {
  const [chunks, program] = [new Map<string, Uint8Array>(), new Map<string, Uint8Array>()];
  for (const [file, bytes] of files) {
    const id = chunkIn(file);
    if (id === undefined) program.set(file, bytes);
    else chunks.set(id, bytes);
  }
  return { chunks, program };
}

/**
 * The files that a browser fetches before the first word of a search: Pagefind's program, and its list
 * of pages and chunks.
 * @param program of any of the shards.
 * @param meta of the joined index.
 */
export async function startFiles(
  program: ReadonlyMap<string, Uint8Array>,
  meta: IndexMeta,
): Promise<Map<string, Uint8Array>> {
  const files = new Map(program);
  const entry = JSON.parse(new TextDecoder().decode(files.get(ENTRY))) as PagefindEntry;
  const bytes = encodeMeta({ ...meta, pages: withRelativeLengths(meta.pages) });
  for (const [language, known] of Object.entries(entry.languages)) {
    const name = `${language}_${hash('sha256', bytes).slice(0, 10)}`;
    files.set(`pagefind.${name}.pf_meta`, await compress(bytes, SHORT_WINDOW));
    entry.languages[language] = { ...known, hash: name, page_count: meta.pages.length };
  }
  files.set(ENTRY, Buffer.from(JSON.stringify(entry)));
  return files;
}

/** Lists the index of each language; here there is one at most. */
const ENTRY = 'pagefind-entry.json';
interface PagefindEntry {
  languages: Record<string, { hash: string; page_count: number }>;
}

/** How many steps make an average length: exact numbers would double the size of the list of pages. */
const STEPS = 12;

/**
 * Gives lengths in twelfths of the average: Pagefind only takes their ratio to the average, and most
 * are then a single byte.
 * @see https://pagefind.app/docs/ranking/#configuring-page-length
 */
function withRelativeLengths(pages: readonly MetaPage[]): MetaPage[] {
  const average = pages.reduce((sum, { words }) => sum + words, 0) / pages.length;
  return pages.map(({ id, words }) => ({
    id,
    words: words === 0 ? 0 : Math.max(1, Math.round((STEPS * words) / average)),
  }));
}
