import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { forEachConcurrently } from '../for-each-concurrently.ts';

const MAX_OPEN_FILES = 32;

/** Writes files below a folder, each named by its path there with `/`. */
export async function writeFiles(
  folder: string,
  files: Iterable<readonly [path: string, bytes: Uint8Array]>,
): Promise<void> {
  const made = new Set<string>();
  await forEachConcurrently(MAX_OPEN_FILES, files, async ([path, bytes]) => {
    const file = join(folder, path);
    const parent = dirname(file);
    if (!made.has(parent)) await mkdir(parent, { recursive: true });
    made.add(parent);
    await writeFile(file, bytes);
  });
}
