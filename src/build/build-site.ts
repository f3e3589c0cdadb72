import { cp, mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'astro';
import { buildIndex } from '../search/index/build-index.ts';
import { prune } from './cache/prune.ts';
import { startIndexers } from './indexers.ts';
import type { PageListener } from './keep-pages.ts';
import type { LoadedArchive } from './load-archive.ts';
import { publishSite } from './publish-site.ts';
import { replaceFolder } from './replace-folder.ts';
import type { Settings } from './settings.ts';
import { siteConfig } from './site-config.ts';
import { viewOf } from './site-view.ts';
import { writeChecksums } from './write-checksums.ts';

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
  onIndexed?: ((done: number, total: number) => void) | undefined;
  /** Told of each release whose share picture is there. */
  onPicture?: ((done: number, total: number) => void) | undefined;
}

/** What was built, how much of it is from earlier builds, and how long it took. */
export interface BuiltSite {
  pages: number;
  keptPages: number;
  /** Parts of the search index. */
  shards: number;
  keptShards: number;
  /** The index is made while pages and other files are. */
  seconds: { pages: number; index: number; files: number; data: number; checksums: number };
}

/**
 * Builds the whole site and puts it in the place of the old one when it is whole. Pages are laid out
 * while Pagefind, in processes of its own, indexes the same releases from memory; the checksums of all
 * files are the last thing that is written.
 * @throws {Error} if a page or the index cannot be made; then the old site stays.
 */
export async function buildSite(
  archive: LoadedArchive,
  settings: Settings,
  { onPage, onIndexed, onPicture }: BuildOptions = {},
): Promise<BuiltSite> {
  const view = viewOf(archive, settings);
  const kept = join(settings.cacheDir, 'index');
  const counts = { pages: 0, keptPages: 0, shards: 0, keptShards: 0 };
  const seconds = { pages: 0, index: 0, files: 0, data: 0, checksums: 0 };
  const timed = async (stage: keyof typeof seconds, work: Promise<void>) => {
    const start = performance.now();
    await work;
    seconds[stage] = (performance.now() - start) / 1000;
  };
  const makeIndex = async (folder: string) => {
    const htmlOf = ({ id }: { id: string }) => archive.bodies.get(id)?.html ?? '';
    const indexer = startIndexers(archive.releases.length, kept);
    try {
      const built = await buildIndex(archive, { folder, htmlOf, indexer, onProgress: onIndexed });
      Object.assign(counts, built);
    } finally {
      await indexer.close();
    }
  };
  const fill = async (workshop: string) => {
    // Astro empties its folder when it begins, so the index is made beside it.
    const [site, index] = [join(workshop, 'site'), join(workshop, 'pagefind')];
    const config = siteConfig({
      settings: { ...settings, outDir: site },
      view,
      onPage: (done, total, keptPages) => {
        Object.assign(counts, { pages: done, keptPages });
        onPage?.(done, total, keptPages);
      },
    });
    const makePages = async () => {
      const inline = { ...config, root: process.cwd(), configFile: false as const };
      await timed('pages', build({ ...inline, logLevel: 'warn' }));
      await timed('files', copyMedia(archive, settings, site));
      await timed('data', publishSite(site, view, settings, onPicture));
    };
    await Promise.all([makePages(), timed('index', makeIndex(index))]);
    await rename(index, join(site, 'pagefind'));
    await timed('checksums', writeChecksums(site));
    return site;
  };
  await replaceFolder(settings.outDir, fill, WORKSHOPS);
  await prune(kept, MOST_KEPT);
  return { ...counts, seconds };
}

async function copyMedia(
  { media }: LoadedArchive,
  { contentDir }: Settings,
  site: string,
): Promise<void> {
  for (const path of media.keys()) {
    const target = join(site, 'media', path);
    await mkdir(dirname(target), { recursive: true });
    await cp(join(contentDir, 'media', path), target, { dereference: true });
  }
}
