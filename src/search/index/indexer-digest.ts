import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

/** Folders, seen from this one, whose code makes a shard of its releases, or decides what a browser finds in it. */
export const INDEXER_CODE = [
  '../',
  './',
  '../pagefind-format/',
  '../../archive/',
  '../../markdown/',
  '../../words/',
];

/**
 * A digest of everything that decides how a release is indexed, except the release itself.
 * @param pagefind its version.
 */
export function indexerDigest(pagefind: string): string {
  const hash = createHash('sha256');
  for (const place of INDEXER_CODE) {
    const folder = new URL(place, import.meta.url);
    const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
    for (const name of files.sort()) hash.update(readFileSync(new URL(name, folder)));
  }
  const { node, icu = '', unicode = '' } = process.versions; // these decide what a letter is
  return hash.update(JSON.stringify([pagefind, node, icu, unicode])).digest('hex');
}
