import { join } from 'node:path';
import { packCache } from '../cache/bundle-cache.ts';
import { prune } from '../cache/prune.ts';
import type { Settings } from '../settings.ts';
import type { SiteFolder } from './write/site-folder.ts';
import type { SiteView } from '../astro/site-view.ts';
import { writeBulkData } from './write/write-bulk-data.ts';
import { writeHostFiles } from './write/write-host-files.ts';
import { writeSharePictures } from './write/write-share-pictures.ts';
import { writeSitemaps } from './write/write-sitemaps.ts';

/** Bytes of packed years that are kept: those of 72,620 releases take a tenth of it. */
const MOST_KEPT = 2 ** 30;
/** Bytes of pictures that are kept: those of 72,620 releases take three quarters of it. */
const MOST_PICTURES_KEPT = 2 ** 31;

/**
 * Writes beside the pages what other programs read: releases as data, bulk data, share pictures,
 * sitemaps and what hosts are told. It does not go through Astro: of 10,000 releases these are 40,000
 * small files, and bodies pass one by one, so that memory does not grow with the archive.
 */
export async function publishSite(
  site: SiteFolder,
  view: SiteView,
  { cacheDir }: Pick<Settings, 'cacheDir'>,
  onPicture?: (done: number, total: number) => void,
): Promise<void> {
  const [kept, pictures] = [join(cacheDir, 'data'), join(cacheDir, 'share-pictures')];
  const records = await writeBulkData(site, view, packCache(kept));
  await prune(kept, MOST_KEPT);
  await writeSharePictures(site, view, packCache(pictures), onPicture);
  await prune(pictures, MOST_PICTURES_KEPT);
  await writeSitemaps(site, view, records);
  writeHostFiles(site, view);
}
