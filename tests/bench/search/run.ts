import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { loadArchive } from '../../../src/build/load-archive.ts';
import { buildIndex } from '../../../src/search/index/build-index.ts';
import { launchBrowser } from '../../support/browser.ts';
import { Random } from '../identity/random.ts';
import { readSamples } from '../samples.ts';
import { measureRecall, openSearch, recallTable } from './bench.ts';
import { drawKnownItems, Whereabouts } from './known-items.ts';
import { serveIndex } from './served-index.ts';

export interface SearchBenchOptions {
  contentDir: string;
  cacheDir: string;
  /** How many statements are looked for. */
  items: number;
  seed: number;
}

/** Indexes an archive, looks in a real browser for statements drawn from it, and tells what was found. */
export async function benchSearch(options: SearchBenchOptions): Promise<string> {
  const { contentDir, cacheDir, items: count, seed } = options;
  const folder = join(cacheDir, 'bench', 'index');
  await rm(folder, { recursive: true, force: true });
  const archive = await loadArchive({ contentDir, base: '/', now: Date.now() });
  const htmlOf = ({ id }: { id: string }) => archive.bodies.get(id)?.html ?? '';
  await buildIndex(archive, { folder: join(folder, 'pagefind'), htmlOf });

  const releases = await readSamples(contentDir, archive.releases.length);
  const items = drawKnownItems(releases, count, new Random(seed));
  const served = await serveIndex(folder);
  const browser = await launchBrowser();
  try {
    const page = await openSearch(browser, served);
    const rows = await measureRecall(page, items, new Whereabouts(releases));
    return recallTable(rows);
  } finally {
    await browser.close();
    served.close();
  }
}
