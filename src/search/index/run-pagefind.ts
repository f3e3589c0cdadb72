import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { join } from 'node:path';
import type { PagefindIndex } from 'pagefind';
import { filesBelow } from '../../files/files-below.ts';
import { forEachConcurrently } from '../for-each-concurrently.ts';
import { INDEXED_SYMBOLS } from '../symbols.ts';

/** What Pagefind indexes for a release. */
export interface IndexedDocument {
  /** The release's path on the site. */
  url: string;
  html: string;
  /** How many words the headline has. */
  headline: number;
}

/** Releases sent to the indexer at a time: it works on one, the next ones wait with it. */
const MAX_IN_FLIGHT = 16;
const MAX_OPEN_FILES = 32;
/**
 * No language (BCP 47: undetermined), since Pagefind would index stems of words instead of the words. What
 * forms of a word a search finds is decided where it is searched, which so knows what the archive has.
 */
const LANGUAGE = 'und';

/** The version of Pagefind that is installed. */
export function installedPagefind(): string {
  const manifest = findPackageJSON('pagefind', import.meta.url);
  if (manifest === undefined) return 'of an unknown version';
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}

/**
 * Runs Pagefind's indexer, a process of its own, on some releases; one at a time in a thread.
 * @param output the folder into which it writes its files.
 * @param onDocument is called after each document.
 * @throws {Error} with Pagefind's own words if it can't index a release.
 */
export async function runPagefind(
  documents: Iterable<IndexedDocument>,
  output: string,
  onDocument?: (document: IndexedDocument) => void,
): Promise<void> {
  // Loaded here alone, since another version of it may be another program.
  const { close, createIndex } = await import('pagefind');
  const { index, errors } = await createIndex({
    forceLanguage: LANGUAGE,
    includeCharacters: INDEXED_SYMBOLS,
  });
  try {
    if (index === undefined) throw new Error(errors.join('\n'));
    await forEachConcurrently(MAX_IN_FLIGHT, documents, async (document) => {
      await add(index, document);
      onDocument?.(document);
    });
    // Pagefind writes its files itself, which takes less memory than handing them over.
    const written = await index.writeFiles({ outputPath: output });
    if (written.errors.length > 0) throw new Error(written.errors.join('\n'));
  } finally {
    await close(); // ends the indexer's process, and so gives its memory back
  }
}

async function add(index: PagefindIndex, { url, html }: IndexedDocument) {
  const { errors } = await index.addHTMLFile({ url, content: html });
  if (errors.length > 0)
    throw new Error(`The search index cannot take ${url}: ${errors.join('\n')}`);
}

/** Reads the files below a folder, by their paths there with `/`, in alphabetical order. */
export async function readFiles(folder: string): Promise<Map<string, Buffer>> {
  const paths = filesBelow(folder);
  const files = new Map(paths.map((path) => [path, EMPTY]));
  await forEachConcurrently(MAX_OPEN_FILES, paths, async (path) => {
    files.set(path, await readFile(join(folder, path)));
  });
  return files;
}
const EMPTY: Buffer = Buffer.alloc(0);
