import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { readPack, writePack } from './pack.ts';

/** Keeps files that were made together under a key of all that they depend on. */
export type PackCache = ReturnType<typeof packCache>;

/** Keeps packs under `folder`, such as the shards of the search index, each named by its key. */
export function packCache(folder: string) {
  const fileOf = (key: string) => join(folder, `${key}.pack`);
  return {
    async read(key: string) {
      const files = await readPack(fileOf(key));
      const now = new Date();
      // Another build may have taken it away meanwhile: what was read is whole all the same.
      if (files) await utimes(fileOf(key), now, now).catch(() => undefined);
      return files;
    },
    write: (key: string, files: ReadonlyMap<string, Uint8Array>) => writePack(fileOf(key), files),
  };
}
