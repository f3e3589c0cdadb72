import { join } from 'node:path';
import { packCache } from './cache/pack-cache.ts';
import { prune } from './cache/prune.ts';
import type { Settings } from './settings.ts';
import type { SiteView } from './site-view.ts';
import { writeBulkData } from './write-bulk-data.ts';
import { writeChecksums } from './write-checksums.ts';
import { writeRedirects } from './write-redirects.ts';
import { writeSitemaps } from './write-sitemaps.ts';

/** Bytes of packed years that are kept: those of 72,620 releases take a tenth of it. */
const MOST_KEPT = 2 ** 30;

/**
 * Writes beside the pages what other programs read: releases as data, bulk data, and last the checksums
 * of all files. It does not go through Astro: of 10,000 releases these are 40,000 small files, and bodies
 * pass one by one, so that memory does not grow with the archive.
 * @param site the folder of the pages, whole but for this.
 */
export async function publishSite(
  site: string,
  view: SiteView,
  { cacheDir }: Pick<Settings, 'cacheDir'>,
): Promise<void> {
  const kept = join(cacheDir, 'data');
  const records = await writeBulkData(site, view, packCache(kept));
  await prune(kept, MOST_KEPT);
  await writeSitemaps(site, view, records);
  writeRedirects(site, view);
  await writeChecksums(site);
}
