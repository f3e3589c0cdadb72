import { readFileSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { filesBelow } from '../../files/files-below.ts';
import { forEachConcurrently } from '../for-each-concurrently.ts';

/** What Pagefind indexes for a release. */
export interface IndexedDocument {
  /** The release's path on the site. */
  url: string;
  html: string;
}

/** Releases sent to the indexer at a time: it works on one, the next ones wait with it. */
const MAX_IN_FLIGHT = 16;
const MAX_OPEN_FILES = 32;
/** Pagefind's own interfaces, which this site has no use for. */
const UNUSED = /^pagefind-(?:(?:component-|modular-)?ui|highlight)\.(?:js|css)$/;

/** The version of Pagefind that is installed. */
export function installedPagefind(): string {
  const manifest = new URL('../package.json', import.meta.resolve('pagefind'));
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}

/**
 * Runs Pagefind's indexer, which is a separate process, on some releases; one at a time in each thread.
 * @param language of the site; one for all releases.
 * @param output the folder into which it writes its files.
 * @param onDocument is called after each document.
 * @throws {Error} with Pagefind's own words if it can't index a release.
 */
export async function runPagefind(
  documents: Iterable<IndexedDocument>,
  language: string,
  output: string,
  onDocument?: (document: IndexedDocument) => void,
): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: language });
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
  for (const name of await readdir(output)) {
    if (UNUSED.test(name)) await rm(join(output, name));
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
