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
import { type StandingSite, stillStands } from './replace/existing-site.ts';
import { writeChecksums } from './write/write-checksums.ts';

/**
 * Where builds work: inside the project, since the pages' code finds its packages from there; Astro
 * would else use one folder in it for all builds, and two at once would spoil each other's.
 */
const WORK_FOLDERS = resolve('node_modules', '.cache', 'on-the-record', 'builds');

/** Bytes of the search index that are kept: that of 72,620 releases takes a fifth of it. */
const MOST_KEPT = 2 ** 30;

export interface BuildOptions {
  /** The site in the folder: then only what differs is written. */
  standing?: (StandingSite & Partial<KnownSite>) | undefined;
  onPage?: PageListener | undefined;
  /** Told of each release in the search index. */
  onIndexed?: ((done: number, total: number) => void) | undefined;
  /** Called with a sentence about what the search index will cost, if it costs more than usual. */
  onIndexWarning?: ((message: string) => void) | undefined;
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
  /** The listing of the site; undefined where all of its files are new. */
  listing: FolderListing | undefined;
  /** What no build wrote into the site's folder; it is still there. */
  foreign: ForeignEntries;
  /** The index is made while pages and other files are. */
  seconds: { pages: number; index: number; files: number; data: number; checksums: number };
}

/**
 * Builds the whole site and puts it in the place of the old one when it is whole; of one that is known
 * to be as it was built, it changes what differs, at the end and all at once. Pages are laid out
 * while Pagefind, in processes of its own, indexes the same releases; the checksums of all files are
 * the last thing that is written.
 * @throws {Error} if a page or the index cannot be made; then the old site stays.
 */
export async function buildSite(
  archive: LoadedArchive,
  settings: Settings,
  { standing, onPage, onIndexed, onIndexWarning, onPicture }: BuildOptions = {},
): Promise<BuiltSite> {
  const view = viewOf(archive, settings);
  const counts = { pages: 0, keptPages: 0, shards: 0, keptShards: 0 };
  const seconds = { pages: 0, index: 0, files: 0, data: 0, checksums: 0 };
  const timed = async <Result>(stage: keyof typeof seconds, work: Promise<Result>) => {
    const start = performance.now();
    const result = await work;
    seconds[stage] = (performance.now() - start) / 1000;
    return result;
  };
  /** Makes what the site that stands does not have, or all of it where none stands. */
  const fill = async (workshop: string, standing?: StandingSite) => {
    // Astro empties its folder when it begins, so the index is made beside it.
    await mkdir(workshop);
    const site = new SiteFolder(join(workshop, 'site'), standing);
    const folder = join(workshop, 'pagefind');
    const config = siteConfig({
      settings: { ...settings, outDir: site.folder },
      view,
      site,
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
    const pages = makePages();
    const options = {
      folder,
      overflow: join(workshop, 'cache'),
      existing: standing && below(standing.digests, `${INDEX}/`),
      onProgress: onIndexed,
      onWarning: onIndexWarning,
      besides: Promise.allSettled([pages]),
    };
    const work = [timed('index', makeIndex(archive, settings, options)), pages] as const;
    // Both are at their end before the folder in which they work may go.
    const [index] = await Promise.all(work).finally(() => Promise.allSettled(work));
    Object.assign(counts, { shards: index.shards, keptShards: index.cachedShards });
    for (const path of index.reused) site.keep(`${INDEX}/${path}`);
    await rename(folder, join(site.folder, INDEX));
    await timed('checksums', writeChecksums(site));
    return site;
  };
  const known = standing?.own &&
    standing.listing && { own: standing.own, listing: standing.listing };
  const output = await Output.open(settings.outDir, WORK_FOLDERS, known);
  try {
    const { foreign } = output;
    if (standing !== undefined) {
      const [copy, next] = [output.duplicate(), fill(join(output.workFolder, 'changes'), standing)];
      const [duplicate, site] = await Promise.all([
        copy,
        next.catch((cause: unknown) => {
          if (stillStands(standing)) throw cause;
          return undefined; // another build took away what was to be read
        }),
      ]).finally(() => Promise.allSettled([copy, next]));
      if (site !== undefined && stillStands(standing)) {
        const changes = { made: site.folder, gone: site.gone(), last: CHECKSUMS };
        const listing = output.update(changes, duplicate, standing.listing);
        return { ...counts, seconds, listing, foreign };
      }
    }
    const { folder } = await fill(join(output.workFolder, 'all'));
    output.replace(folder);
    return { ...counts, seconds, listing: undefined, foreign };
  } finally {
    output.close();
  }
}

/** Where Pagefind's files lie in the site. */
const INDEX = 'pagefind';

async function makeIndex(
  archive: LoadedArchive,
  { cacheDir }: Settings,
  { overflow, ...options }: Omit<IndexOptions, 'textOf' | 'indexer'> & { overflow: string },
): Promise<BuiltIndex> {
  const kept = join(cacheDir, 'index');
  const textOf = ({ id }: Release) => archive.bodies.get(id);
  const indexer = startIndexers(archive.releases.length, kept, overflow);
  try {
    return await buildIndex(archive, { ...options, textOf, indexer });
  } finally {
    await indexer.close();
    await prune(kept, MOST_KEPT);
  }
}

/** What stands in a folder, by the paths in it. */
function below(digests: StandingSite['digests'], folder: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [path, digest] of digests) {
    if (path.startsWith(folder)) found.set(path.slice(folder.length), digest);
  }
  return found;
}

async function copyMedia(
  { media }: LoadedArchive,
  { contentDir }: Settings,
  site: SiteFolder,
): Promise<void> {
  for (const path of media.keys())
    await site.copy(`media/${path}`, join(contentDir, 'media', path));
}
