import { mkdir, rename } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'astro';
import type { Release } from '../archive/release.ts';
import { CHECKSUMS } from '../publish/data/checksums.ts';
import type { FolderListing } from './replace/folder-listing.ts';
import { buildIndex } from '../search/index/build-index.ts';
import type { BuiltIndex, IndexOptions } from '../search/index/index-options.ts';
import { type KnownSite, Output } from './replace/output.ts';
import type { ForeignEntries } from './replace/own-files.ts';
import { prune } from '../cache/prune.ts';
import { startIndexers } from './index-pool.ts';
import type { PageListener } from '../astro/cached-pages.ts';
import type { LoadedArchive } from '../load/load-archive.ts';
import { publishSite } from './publish-site.ts';
import type { Settings } from '../settings.ts';
import { siteConfig } from '../astro/site-config.ts';
import { SiteFolder } from './write/site-folder.ts';
import { viewOf } from '../astro/site-view.ts';
import { type ExistingSite, isUnchanged } from './replace/existing-site.ts';
import { writeChecksums } from './write/write-checksums.ts';
import { writeFileList } from './write/write-file-list.ts';

/**
 * Inside the project, since the code of the pages resolves its packages from there. Each build has a folder
 * of its own: Astro's default is shared by all builds, which would break two at the same time.
 */
const WORK_FOLDERS = resolve('node_modules', '.cache', 'on-the-record', 'builds');

/** Size of the cached search index; that of 72,620 releases takes a fifth of it. */
const MAX_CACHE_BYTES = 2 ** 30;

export interface BuildOptions {
  /** The site in OUT_DIR, if it is unchanged: then only differences are written. */
  existing?: (ExistingSite & Partial<KnownSite>) | undefined;
  onPage?: PageListener | undefined;
  /** Called after each release is indexed. */
  onIndexed?: ((done: number, total: number) => void) | undefined;
  /** Called once if the search index is made without Pagefind. */
  onIndexWarning?: ((message: string) => void) | undefined;
  /** Called as share pictures are written. */
  onPicture?: ((done: number, total: number) => void) | undefined;
}

/** What was built, how much of it is from earlier builds, and how long it took. */
export interface BuiltSite {
  pages: number;
  reusedPages: number;
  /** Of the search index. */
  shards: number;
  cachedShards: number;
  /** The listing of the site; undefined if all of its files are new. */
  listing: FolderListing | undefined;
  /** Files in OUT_DIR that no build wrote; they are unchanged. */
  foreign: ForeignEntries;
  /** By stage; the index is built at the same time as the others. */
  seconds: { pages: number; index: number; files: number; data: number; checksums: number };
}

/**
 * Builds the site and replaces the existing one when it is complete; if that is known to be unchanged since
 * its build, only differences are written and applied in one step at the end. Pages are rendered while
 * Pagefind indexes the same releases in processes of its own; the list of checksums is written last.
 * @throws {Error} if a page or the index cannot be made; then the existing site is unchanged.
 */
export async function buildSite(
  archive: LoadedArchive,
  settings: Settings,
  { existing, onPage, onIndexed, onIndexWarning, onPicture }: BuildOptions = {},
): Promise<BuiltSite> {
  const view = viewOf(archive, settings);
  const counts = { pages: 0, reusedPages: 0, shards: 0, cachedShards: 0 };
  const seconds = { pages: 0, index: 0, files: 0, data: 0, checksums: 0 };
  const timed = async <Result>(stage: keyof typeof seconds, work: Promise<Result>) => {
    const start = performance.now();
    const result = await work;
    seconds[stage] = (performance.now() - start) / 1000;
    return result;
  };
  /** Writes all files that the existing site does not have, or all of them if there is none. */
  const writeSite = async (workshop: string, existing?: ExistingSite) => {
    // Astro empties its output folder first, so the index is built outside it.
    await mkdir(workshop);
    const site = new SiteFolder(join(workshop, 'site'), existing);
    const folder = join(workshop, 'pagefind');
    const config = siteConfig({
      settings: { ...settings, outDir: site.folder },
      view,
      site,
      onPage: (done, total, reusedPages) => {
        Object.assign(counts, { pages: done, reusedPages });
        onPage?.(done, total, reusedPages);
      },
    });
    const makePages = async () => {
      // Two builds with one cache folder of Vite's delete each other's files.
      const vite = { ...config.vite, cacheDir: join(workshop, 'vite') };
      const inline = { ...config, vite, root: process.cwd(), configFile: false as const };
      await timed('pages', build({ ...inline, logLevel: 'warn' }));
      await timed('files', copyMedia(archive, settings, site));
      await timed('data', publishSite(site, view, settings, onPicture));
    };
    const pages = makePages();
    const options = {
      folder,
      overflow: join(workshop, 'cache'),
      existing: existing && below(existing.digests, `${INDEX}/`),
      onProgress: onIndexed,
      onWarning: onIndexWarning,
      besides: Promise.allSettled([pages]),
    };
    const work = [timed('index', makeIndex(archive, settings, options)), pages] as const;
    // Both must have ended before their folder is deleted.
    const [index] = await Promise.all(work).finally(() => Promise.allSettled(work));
    Object.assign(counts, { shards: index.shards, cachedShards: index.cachedShards });
    for (const path of index.reused) site.reuse(`${INDEX}/${path}`);
    await rename(folder, join(site.folder, INDEX));
    await writeFileList(site, view);
    await timed('checksums', writeChecksums(site));
    return site;
  };
  const known = existing?.own &&
    existing.listing && { own: existing.own, listing: existing.listing };
  const output = await Output.open(settings.outDir, WORK_FOLDERS, known);
  try {
    const { foreign } = output;
    if (existing !== undefined) {
      const [copy, next] = [
        output.duplicate(),
        writeSite(join(output.workFolder, 'changes'), existing),
      ];
      const [duplicate, site] = await Promise.all([
        copy,
        next.catch((cause: unknown) => {
          if (isUnchanged(existing)) throw cause;
          return undefined; // another build has deleted files that were needed
        }),
      ]).finally(() => Promise.allSettled([copy, next]));
      if (site !== undefined && isUnchanged(existing)) {
        const changes = { made: site.folder, gone: site.gone(), last: CHECKSUMS };
        const listing = output.update(changes, duplicate, existing.listing);
        return { ...counts, seconds, listing, foreign };
      }
    }
    const { folder } = await writeSite(join(output.workFolder, 'all'));
    output.replace(folder);
    return { ...counts, seconds, listing: undefined, foreign };
  } finally {
    output.close();
  }
}

/** The folder of Pagefind's files in the site. */
const INDEX = 'pagefind';

async function makeIndex(
  archive: LoadedArchive,
  { cacheDir }: Settings,
  { overflow, ...options }: Omit<IndexOptions, 'textOf' | 'indexer'> & { overflow: string },
): Promise<BuiltIndex> {
  const cache = join(cacheDir, 'index');
  const textOf = ({ id }: Release) => archive.bodies.get(id);
  const indexer = startIndexers(archive.releases.length, cache, overflow);
  try {
    return await buildIndex(archive, { ...options, textOf, indexer });
  } finally {
    await indexer.close();
    await prune(cache, MAX_CACHE_BYTES);
  }
}

/** The digests of the files in a folder, by their paths relative to it. */
function below(digests: ExistingSite['digests'], folder: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [path, digest] of digests) {
    if (path.startsWith(folder)) found.set(path.slice(folder.length), digest);
  }
  return found;
}

async function copyMedia(
  { media, face }: LoadedArchive,
  { contentDir }: Settings,
  site: SiteFolder,
): Promise<void> {
  for (const [path, source] of face.files) await site.copy(path, join(contentDir, source));
  for (const path of media.keys())
    await site.copy(`media/${path}`, join(contentDir, 'media', path));
}
