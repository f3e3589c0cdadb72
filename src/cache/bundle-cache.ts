import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { Bundle, writeBundle } from './bundle.ts';

/** A cache of files that were made together, under a key of all that they depend on. */
export type BundleCache = ReturnType<typeof bundleCache>;

/**
 * Opens a cache of bundles in `folder`, such as the shards of the search index, each named by its key.
 * @param overflow a folder to write to if `folder` is full or read-only, for a build that reads again
 * what it has written. Without one, that is lost: a cache only saves time.
 */
export function bundleCache(folder: string, overflow?: string) {
  const folders = overflow === undefined ? [folder] : [folder, overflow];
  return {
    /** The cached files, to be closed after reading; a damaged bundle counts as missing. */
    async open(key: string): Promise<Bundle | undefined> {
      const now = new Date();
      for (const file of folders.map((one) => join(one, `${key}.bundle`))) {
        const files = Bundle.open(file);
        if (files === undefined) continue;
        // Another build may have deleted it meanwhile: what is open can be read all the same.
        await utimes(file, now, now).catch(() => undefined);
        return files;
      }
      return undefined;
    },
    async write(key: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
      for (const file of folders.map((one) => join(one, `${key}.bundle`))) {
        const isWritten = await writeBundle(file, files).then(
          () => true,
          () => false,
        );
        if (isWritten) return;
      }
    },
  };
}
