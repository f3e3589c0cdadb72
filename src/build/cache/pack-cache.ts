import { existsSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { Pack, writePack } from './pack.ts';

/** Keeps files that were made together under a key of all that they depend on. */
export type PackCache = ReturnType<typeof packCache>;

/** Keeps packs under `folder`, such as the shards of the search index, each named by its key. */
export function packCache(folder: string) {
  const fileOf = (key: string) => join(folder, `${key}.pack`);
  return {
    /** Files that were kept, to be closed when they are read; one that is damaged counts as none. */
    async open(key: string): Promise<Pack | undefined> {
      const files = Pack.open(fileOf(key));
      const now = new Date();
      // Another build may have taken it away meanwhile: what is open can be read all the same.
      if (files) await utimes(fileOf(key), now, now).catch(() => undefined);
      return files;
    },
    async write(key: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
      await writePack(fileOf(key), files).catch((cause: NodeJS.ErrnoException) => {
        // Windows puts nothing in the place of a file that another build reads: it has written the same.
        if (cause.code !== 'EPERM' || !existsSync(fileOf(key))) throw cause;
      });
    },
  };
}
