import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * A digest of files of the project and of the Node that runs them, whose data of languages decides how
 * days are written.
 * @param places files and folders, below the project.
 */
export async function projectDigest(places: readonly string[]): Promise<string> {
  const { node, icu = '', cldr = '' } = process.versions;
  const hash = createHash('sha256').update(JSON.stringify([node, icu, cldr]));
  for (const place of places) {
    hash.update(`\n${place} ${await folderDigest(join(PROJECT, place))}`);
  }
  return hash.digest('hex');
}

/** A digest of a folder's files, by their names and bytes; or of one file. */
export async function folderDigest(place: string): Promise<string> {
  const hash = createHash('sha256');
  for (const name of await filesOf(place)) {
    const bytes = await readFile(join(place, name));
    hash.update(`\n${name.replaceAll('\\', '/')} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}

/** The files below a folder, sorted; of a file itself, the empty path. */
async function filesOf(place: string): Promise<string[]> {
  const entries = await readdir(place, { recursive: true, withFileTypes: true }).catch(
    (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ENOTDIR') return undefined;
      throw cause;
    },
  );
  if (entries === undefined) return [''];
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(place.length + 1))
    .sort();
}
