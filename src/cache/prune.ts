import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Takes away the files of a cache that have gone unused for longest.
 * @param most bytes that may stay.
 */
export async function prune(folder: string, most: number): Promise<void> {
  const names = await readdir(folder).catch(() => []); // nothing is kept yet
  const files = await Promise.all(
    names.map(async (name) => {
      const file = join(folder, name);
      const found = await stat(file).catch(() => undefined); // another build took it away
      return { file, size: found?.size ?? 0, used: found?.mtimeMs ?? 0 };
    }),
  );
  let left = most;
  for (const { file, size } of files.sort((a, b) => b.used - a.used)) {
    left -= size;
    if (left < 0) await rm(file, { force: true }).catch(() => undefined); // a folder that is only read
  }
}
