import type { Publication } from '../publish/publication.ts';
import type { Settings } from './settings.ts';
import { writeBulkData } from './write-bulk-data.ts';
import { writeChecksums } from './write-checksums.ts';

/**
 * Writes beside the pages what other programs read: releases as data, bulk data, and last the checksums
 * of all files. It does not go through Astro: of 10,000 releases these are 40,000 small files, and bodies
 * pass one by one, so that memory does not grow with the archive.
 * @param site the folder of the pages, whole but for this.
 */
export async function publishSite(
  site: string,
  publication: Publication,
  { cacheDir }: Pick<Settings, 'cacheDir'>,
): Promise<void> {
  await writeBulkData(site, publication, cacheDir);
  await writeChecksums(site);
}
