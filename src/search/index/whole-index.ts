import type { Archive } from '../../archive/model.ts';
import type { IndexOptions } from './index-options.ts';
import { indexLanguage, releaseDocument } from './release-document.ts';
import { type IndexedDocument, runPagefind } from './run-pagefind.ts';
import { type CountedWords, WordCounter } from './word-counter.ts';

/**
 * Has Pagefind index a whole archive, straight into the folder of the index and through its API alone:
 * this works with any version, whatever its files look like. Each release gets its place in the table
 * to be sorted by, from which browsers learn what Pagefind calls it.
 * @throws {Error} with Pagefind's own words if it can't index a release.
 */
export async function indexWhole(
  archive: Archive,
  { folder, textOf, onProgress }: Pick<IndexOptions, 'folder' | 'textOf' | 'onProgress'>,
): Promise<CountedWords> {
  const total = archive.releases.length;
  const documents = function* (): Generator<IndexedDocument> {
    for (const [row, release] of archive.releases.entries()) {
      const html = releaseDocument(archive, release, textOf(release)?.html, row);
      yield { url: release.path, html };
    }
  };
  const counter = new WordCounter();
  let done = 0;
  await runPagefind(documents(), indexLanguage(archive), folder, ({ html }) => {
    counter.add(html);
    onProgress?.(++done, total);
  });
  return counter.summary();
}
