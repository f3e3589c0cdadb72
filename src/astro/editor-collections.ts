import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { listContent } from '../archive/content-folder.ts';
import { releaseSchemaOf } from '../archive/editor-schemas.ts';

const COLLECTION = 'releases';

/**
 * Writes for Astro's editor extension which files are releases and what their frontmatter holds, as
 * Astro itself does for its content collections, so that fields are completed and checked as one
 * types them.
 * @param astroDir the project's `.astro`.
 * @see node_modules/@astrojs/language-server/dist: nodeServer.js, core/frontmatterHolders.js and
 * plugins/yaml.js read the files; node_modules/astro/dist/content/types-generator.js has their form.
 */
export async function writeEditorCollections(contentDir: string, astroDir: string): Promise<void> {
  const { releases, offices, caucuses } = await listContent(contentDir);
  const slugs = (paths: string[]) => paths.map((path) => basename(path, '.yaml'));
  const schema = releaseSchemaOf({ offices: slugs(offices), caucuses: slugs(caucuses) });
  // The extension looks a file up by its address, decoded and in small letters.
  const address = (path: string) =>
    decodeURIComponent(pathToFileURL(resolve(contentDir, path)).href).toLowerCase();
  const collections = {
    collections: [{ hasSchema: true, name: COLLECTION }],
    entries: Object.fromEntries(releases.map((path) => [address(path), COLLECTION])),
  };
  const folder = join(astroDir, 'collections');
  await mkdir(folder, { recursive: true });
  await writeChanged(join(folder, `${COLLECTION}.schema.json`), schema);
  await writeChanged(join(folder, 'collections.json'), collections);
}

/** Writes the file atomically, and only if it changes, since the extension restarts with each change. */
async function writeChanged(file: string, data: unknown) {
  const text = JSON.stringify(data);
  const before = await readFile(file, 'utf8').catch(() => undefined); // the first time, there is none
  if (text === before) return;
  await writeFile(`${file}.tmp`, text);
  await rename(`${file}.tmp`, file);
}

const PAUSE = 300; // milliseconds: an import writes many files at once

/**
 * Updates what `writeEditorCollections` writes when files are added or deleted.
 * @param onError called if it cannot be written; the preview goes on without.
 * @returns the function to call when files have come or gone.
 */
export function editorCollectionsWriter(
  contentDir: string,
  astroDir: string,
  onError: (cause: unknown) => void,
): () => void {
  let writing = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      writing = writing.then(() => writeEditorCollections(contentDir, astroDir)).catch(onError);
    }, PAUSE);
    timer.unref();
  };
}
