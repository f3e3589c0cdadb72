import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { filesBelow } from '../../files/files-below.ts';
import { atOnce } from '../index/at-once.ts';

/** What Pagefind indexes for a release. */
export interface ShardDocument {
  /** The release's path on the site. */
  url: string;
  html: string;
}

/** Releases sent to the indexer at a time: it works on one, the next ones wait with it. */
const IN_FLIGHT = 16;
const FILES_AT_ONCE = 32;
/** Pagefind's own interfaces, which this site has no use for. */
const UNUSED = /^pagefind-(?:(?:component-|modular-)?ui|highlight)\.(?:js|css)$/;

/**
 * Runs Pagefind's indexer, a process of its own, on some releases; one at a time in a thread.
 * @param language of the site; one for all releases.
 * @param output the folder into which it writes its files.
 * @returns the files by their paths with `/`, in alphabetical order.
 * @throws {Error} with Pagefind's own words if it can't index a release.
 */
export async function runPagefind(
  documents: readonly ShardDocument[],
  language: string,
  output: string,
  onDocument?: (document: ShardDocument) => void,
): Promise<Map<string, Buffer>> {
  const { index, errors } = await createIndex({ forceLanguage: language });
  try {
    if (index === undefined) throw new Error(errors.join('\n'));
    await atOnce(IN_FLIGHT, documents, async (document) => {
      await add(index, document);
      onDocument?.(document);
    });
    // Pagefind writes its files itself, which takes less memory than to be handed them.
    const written = await index.writeFiles({ outputPath: output });
    if (written.errors.length > 0) throw new Error(written.errors.join('\n'));
  } finally {
    await close(); // ends the indexer's process, and so gives its memory back
  }
  return readFiles(output);
}

async function add(index: PagefindIndex, { url, html }: ShardDocument) {
  const { errors } = await index.addHTMLFile({ url, content: html });
  if (errors.length > 0)
    throw new Error(`The search index cannot take ${url}: ${errors.join('\n')}`);
}

async function readFiles(folder: string): Promise<Map<string, Buffer>> {
  const paths = filesBelow(folder).filter((path) => !UNUSED.test(path));
  const files = new Map(paths.map((path) => [path, EMPTY]));
  await atOnce(FILES_AT_ONCE, paths, async (path) => {
    files.set(path, await readFile(join(folder, path)));
  });
  return files;
}
const EMPTY: Buffer = Buffer.alloc(0);
