import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Deletes the least recently used files of a cache.
 * @param max bytes that may remain.
 */
export async function prune(folder: string, max: number): Promise<void> {
  const names = await readdir(folder).catch(() => []); // nothing is cached yet
  const files = await Promise.all(
    names.map(async (name) => {
      const file = join(folder, name);
      const found = await stat(file).catch(() => undefined); // another build deleted it
      return { file, size: found?.size ?? 0, used: found?.mtimeMs ?? 0 };
    }),
  );
  let left = max;
  for (const { file, size } of files.sort((a, b) => b.used - a.used)) {
    left -= size;
    if (left < 0) await rm(file, { force: true }).catch(() => undefined); // a read-only folder
  }
}
