import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

/** What makes a shard of its releases: this folder, what it takes from beside it, Pagefind's version. */
const CODE = ['./', '../pagefind-format/', '../signs.ts', '../fold-text.ts', '../id-runs.ts'];

/** A digest of all that decides what is made of a release in the index, but for the release itself. */
export function indexEdition(): string {
  const hash = createHash('sha256');
  for (const place of CODE) {
    const url = new URL(place, import.meta.url);
    const files = place.endsWith('/') ? readdirSync(url).sort() : [''];
    for (const name of files) hash.update(readFileSync(new URL(name, url)));
  }
  const pagefind = new URL('../package.json', import.meta.resolve('pagefind'));
  const { version } = JSON.parse(readFileSync(pagefind, 'utf8')) as { version: string };
  const { node, icu = '', unicode = '' } = process.versions; // these know what a letter is
  return hash.update(JSON.stringify([version, node, icu, unicode])).digest('hex');
}
