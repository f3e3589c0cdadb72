import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { Pack, writePack } from './bundle.ts';

/** Keeps files that were made together under a key of all that they depend on. */
export type PackCache = ReturnType<typeof packCache>;

/**
 * Keeps packs under `folder`, such as the shards of the search index, each named by its key.
 * @param overflow a folder for what `folder` does not take, being full or read-only, where a build needs
 * again what it has written. Without one, that is lost: a cache only saves time.
 */
export function packCache(folder: string, overflow?: string) {
  const folders = overflow === undefined ? [folder] : [folder, overflow];
  return {
    /** Files that were kept, to be closed when they are read; one that is damaged counts as none. */
    async open(key: string): Promise<Pack | undefined> {
      const now = new Date();
      for (const file of folders.map((one) => join(one, `${key}.pack`))) {
        const files = Pack.open(file);
        if (files === undefined) continue;
        // Another build may have taken it away meanwhile: what is open can be read all the same.
        await utimes(file, now, now).catch(() => undefined);
        return files;
      }
      return undefined;
    },
    async write(key: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
      for (const file of folders.map((one) => join(one, `${key}.pack`))) {
        const isWritten = await writePack(file, files).then(
          () => true,
          () => false,
        );
        if (isWritten) return;
      }
    },
  };
}
