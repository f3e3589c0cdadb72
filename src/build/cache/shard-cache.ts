import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { ShardCache } from '../../search/index/index-shard.ts';
import { readPack, writePack } from './pack.ts';

/** Keeps the shards of the search index under `folder`, one pack each, named by its key. */
export function shardCache(folder: string): ShardCache {
  const fileOf = (key: string) => join(folder, `${key}.pack`);
  return {
    async read(key) {
      const files = await readPack(fileOf(key));
      const now = new Date();
      // Another build may have taken it away meanwhile: what was read is whole all the same.
      if (files) await utimes(fileOf(key), now, now).catch(() => undefined);
      return files;
    },
    write: (key, files) => writePack(fileOf(key), files),
  };
}

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
    if (left < 0) await rm(file, { force: true });
  }
}
