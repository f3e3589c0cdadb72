import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** The files below a folder, by their paths with `/`, sorted. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

/** A digest of each file below a folder, to see that not a byte of it has changed. */
export async function digests(folder: string): Promise<Record<string, string>> {
  const files = await filesIn(folder);
  const pairs = files.map(async (path) => {
    const bytes = await readFile(join(folder, path));
    return [path, createHash('sha256').update(bytes).digest('hex')] as const;
  });
  return Object.fromEntries(await Promise.all(pairs));
}

/** The paths whose names or bytes, decompressed if they are gzipped, hold any of these words. */
export async function filesWith(folder: string, words: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of await filesIn(folder)) {
    const bytes = await readFile(join(folder, path));
    const isGzipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
    const content = isGzipped ? gunzipSync(bytes) : bytes;
    if (words.some((word) => path.includes(word) || content.includes(word))) found.push(path);
  }
  return found;
}
