import { cp, mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'astro';
import { buildIndex } from '../search/index/build-index.ts';
import { prune, shardCache } from './cache/shard-cache.ts';
import type { PageListener } from './integration.ts';
import type { LoadedArchive } from './load-archive.ts';
import { publishSite } from './publish-site.ts';
import { replaceFolder } from './replace-folder.ts';
import type { Settings } from './settings.ts';
import { siteConfig } from './site-config.ts';
import { viewOf } from './site-view.ts';

/**
 * Where builds work: inside the project, since the pages' code finds its packages from there; Astro
 * would else use one folder in it for all builds, and two at once would spoil each other's.
 */
const WORKSHOPS = join('node_modules', '.cache', 'on-the-record', 'builds');

/** Bytes of the search index that are kept: that of 72,620 releases takes a fifth of it. */
const MOST_KEPT = 2 ** 30;

export interface BuildOptions {
  onPage?: PageListener | undefined;
  /** Told of each release in the search index. */
  onIndexed?: PageListener | undefined;
  /** Told of each release whose share picture is there. */
  onPicture?: PageListener | undefined;
}

/**
 * Builds the whole site and puts it in the place of the old one when it is whole. Pages are laid out
 * while Pagefind, a process of its own, indexes the same releases from memory.
 * @throws {Error} if a page or the index cannot be made; then the old site stays.
 */
export async function buildSite(
  archive: LoadedArchive,
  settings: Settings,
  { onPage, onIndexed, onPicture }: BuildOptions = {},
): Promise<void> {
  const view = viewOf(archive, settings);
  const kept = join(settings.cacheDir, 'index');
  const fill = async (workshop: string) => {
    // Astro empties its folder when it begins, so the index is made beside it.
    const [site, index] = [join(workshop, 'site'), join(workshop, 'pagefind')];
    const config = siteConfig({ settings: { ...settings, outDir: site }, view, onPage });
    await Promise.all([
      build({ ...config, root: process.cwd(), configFile: false, logLevel: 'warn' }),
      buildIndex(archive, {
        folder: index,
        htmlOf: ({ id }) => archive.bodies.get(id)?.html ?? '',
        cache: shardCache(kept),
        onProgress: onIndexed,
      }),
    ]);
    await rename(index, join(site, 'pagefind'));
    for (const path of archive.media.keys()) {
      const target = join(site, 'media', path);
      await mkdir(dirname(target), { recursive: true });
      await cp(join(settings.contentDir, 'media', path), target, { dereference: true });
    }
    await publishSite(site, view, settings, onPicture);
    return site;
  };
  await replaceFolder(settings.outDir, fill, WORKSHOPS);
  await prune(kept, MOST_KEPT);
}
