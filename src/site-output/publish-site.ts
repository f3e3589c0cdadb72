import { join } from 'node:path';
import { bundleCache } from '../cache/bundle-cache.ts';
import { prune } from '../cache/prune.ts';
import type { Settings } from '../settings.ts';
import type { SiteFolder } from './write/site-folder.ts';
import type { SiteView } from '../astro/site-view.ts';
import { writeBulkData } from './write/write-bulk-data.ts';
import { writeHostFiles } from './write/write-host-files.ts';
import { writeEditor } from './write/write-editor.ts';
import { writeIdTable } from './write/write-id-table.ts';
import { writeSharePictures } from './write/write-share-pictures.ts';
import { writeSitemaps } from './write/write-sitemaps.ts';

/** Size of the cache of gzipped years and notes on files; those of 72,620 releases take a tenth of it. */
const MAX_DATA_CACHE_BYTES = 2 ** 30;
/** Size of the cache of share pictures; those of 72,620 releases take three quarters of it. */
const MAX_PICTURE_CACHE_BYTES = 2 ** 31;

/**
 * Writes the files for other programs: releases as data, bulk data, share pictures, sitemaps and
 * configuration of hosts. They do not go through Astro: 10,000 releases have 40,000 such small files, and
 * bodies are read one by one, so that memory use does not grow with the archive.
 */
export async function publishSite(
  site: SiteFolder,
  view: SiteView,
  { cacheDir }: Pick<Settings, 'cacheDir'>,
  onPicture?: (done: number, total: number) => void,
): Promise<void> {
  const [data, pictures] = [join(cacheDir, 'data'), join(cacheDir, 'share-pictures')];
  const records = await writeBulkData(site, view, bundleCache(data));
  await prune(data, MAX_DATA_CACHE_BYTES);
  writeIdTable(site, view, records);
  await writeSharePictures(site, view, bundleCache(pictures), onPicture);
  await prune(pictures, MAX_PICTURE_CACHE_BYTES);
  await writeSitemaps(site, view, records);
  await writeEditor(site, view);
  writeHostFiles(site, view);
}
