import { hash } from 'node:crypto';
import { bundleCache } from '../cache/bundle-cache.ts';
import { projectDigest } from '../cache/project-digest.ts';

/** The name of a text in its bundle in the cache. */
const TEXT = 'text';

/** What a text is made from. */
export interface TextSources {
  /** Files and folders of the project whose code makes it. */
  code: readonly string[];
  /** All else, as JSON has it. */
  data: unknown;
}

/**
 * A text for a page that is rendered in every build, and would take long to make each time.
 * @param folder of the cache.
 */
export async function cachedText(
  folder: string,
  { code, data }: TextSources,
  make: () => Promise<string>,
): Promise<string> {
  const key = `text-${hash('sha256', JSON.stringify([await projectDigest(code), data]))}`;
  const cache = bundleCache(folder);
  const bundle = await cache.open(key);
  const cached = bundle?.get(TEXT)?.toString();
  bundle?.close();
  if (cached !== undefined) return cached;
  const made = await make();
  await cache.write(key, new Map([[TEXT, Buffer.from(made)]]));
  return made;
}
