import { createHash } from 'node:crypto';
import { join, posix } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { debuglog } from 'node:util';
import type { AstroPrerenderer, PathWithRoute } from 'astro';
import { EntryBundle } from '../cache/entry-bundle.ts';
import { folderDigest, projectDigest } from '../cache/project-digest.ts';
import { prune } from '../cache/prune.ts';
import { decodeFormerParam } from '../archive/former-path.ts';
import { decodePath } from '../archive/path-encoding.ts';
import { preloadModules } from './preload-modules.ts';
import type { RouteCode } from './route-code.ts';
import type { Settings } from '../settings.ts';

/** Logs each rendered page if NODE_DEBUG=on-the-record is set. */
const log = debuglog('on-the-record');
/** Size of the page cache; pages of 72,620 releases take half of it. */
const MAX_CACHE_BYTES = 4 * 2 ** 30;
/** Code that affects pages but is in none of their bundles: the setup of Astro, and Astro itself. */
const CODE = ['src/astro', 'src/load', 'src/settings.ts', 'package-lock.json'];

/** Called after each page is written; `reused` counts the pages from an earlier build. */
export type PageListener = (done: number, total: number, reused: number) => void;

/** The pages of the site being built. Paths are relative to its root, with `/`. */
export interface SiteFiles {
  /** Where new files are written. */
  readonly folder: string;
  /** Whether a file has been written by this build. */
  isMade(path: string): boolean;
  /** Reuses a file of the existing site if it has this SHA-256, in hexadecimal. */
  reuseIfSame(path: string, sha256: string): boolean;
  write(path: string, bytes: Uint8Array): void;
}

export interface PageCacheOptions {
  settings: Settings;
  site: SiteFiles;
  /** Where bundles of pages are cached. */
  folder: string;
  code: RouteCode | undefined;
  onPage?: PageListener | undefined;
}

/**
 * Wraps Astro's prerenderer so that only changed pages are rendered; others come from the cache. A page's
 * cache key covers its path, the code that renders it, the site's stylesheets and scripts, and its data,
 * as declared by its route with `keyed()`; a page without a key is always rendered. Pages with a key are
 * written here and not by Astro, which spends as long on writing them as on rendering.
 */
export function withCachedPages(
  astro: AstroPrerenderer,
  options: PageCacheOptions,
): AstroPrerenderer {
  const { settings, site, folder, code, onPage } = options;
  const { siteUrl, base, contentDir } = settings;
  const count = { done: 0, total: 0, reused: 0 };
  const report = () => onPage?.(count.done, count.total, count.reused);

  /** Writes a page from the cache, without reading it if the existing site has the same one. */
  function writeCached(file: string, key: string, bundle: EntryBundle): boolean {
    const digest = bundle.digestOf(key);
    if (digest !== undefined && site.reuseIfSame(file, digest)) {
      bundle.reuse(key);
      return true;
    }
    const page = bundle.get(key);
    if (page !== undefined) site.write(file, page);
    return page !== undefined;
  }

  /** @returns undefined if the route has no such page. @throws {Error} with the page's address. */
  async function render({ pathname, route }: PathWithRoute): Promise<Buffer | undefined> {
    const path = trimmed(pathname);
    log('page /%s', path);
    const address = base + path + (route.type === 'page' && path !== '' ? '/' : '');
    const request = new Request(new URL(address, siteUrl));
    const result = await Promise.resolve(astro.render(request, { routeData: route })).catch(
      (cause: unknown) => {
        throw new Error(`Cannot render ${address}: ${String(cause)}`, { cause });
      },
    );
    const response = result instanceof Response ? result : result.response;
    return response.status === 200 ? Buffer.from(await response.arrayBuffer()) : undefined;
  }

  /** Writes the pages of one bundle; returns those that Astro has to render. */
  async function writePages(
    pages: readonly Keyed[],
    bundle: EntryBundle,
  ): Promise<PathWithRoute[]> {
    const remaining: PathWithRoute[] = [];
    for (const { path, key } of pages) {
      const file = outputPath(path);
      // Astro reports a page that conflicts with a file of `public/`.
      if (site.isMade(file)) {
        remaining.push(path);
        continue;
      }
      const isReused = writeCached(file, key, bundle);
      if (!isReused) {
        const page = await render(path);
        if (page === undefined) {
          remaining.push(path);
          continue;
        }
        bundle.set(key, page);
        site.write(file, page);
        await setImmediate(); // lets the search index, built at the same time, request texts
      }
      count.done++;
      if (isReused) count.reused++;
      report();
    }
    await bundle.save();
    return remaining;
  }

  return {
    ...astro,
    async getStaticPaths() {
      const paths = await astro.getStaticPaths();
      count.total = paths.length;
      const assets = await folderDigest(join(site.folder, 'assets'));
      const common = [await projectDigest(CODE), siteUrl, base, assets];
      const isShared = findSharedFiles(paths);
      const [keyed, others] = [[] as Keyed[], [] as PathWithRoute[]];
      for (const path of paths) {
        const { pathname, route, cacheKey } = path;
        const codeDigest = code?.digestOf(route.component);
        const file = outputPath(path);
        if (isFormer(path) && (isShared(file) || site.isMade(file))) {
          throw new Error(
            `A former address would be written to ${file}, where the site has another page`,
          );
        }
        if (cacheKey === undefined || codeDigest === undefined || isShared(file)) others.push(path);
        else keyed.push({ path, key: digest([...common, codeDigest, pathname, cacheKey]) });
      }
      const groups = Map.groupBy(
        keyed,
        ({ path }) => `${path.route.component} ${groupOf(path.pathname)}`,
      );
      for (const [group, pages] of groups) {
        const name = digest([contentDir, siteUrl, base, group]);
        others.push(...(await writePages(pages, new EntryBundle(join(folder, `${name}.bundle`)))));
      }
      return others;
    },
    async render(request, options) {
      const result = await astro.render(request, options);
      const { pathname } = new URL(request.url);
      log('page /%s', trimmed((decodePath(pathname) ?? pathname).slice(base.length - 1)));
      count.done++;
      report();
      const response = result instanceof Response ? result : result.response;
      if (!response.headers.get('content-type')?.startsWith('text/html')) return result;
      const page = await preloadModules(await response.text(), base, site.folder);
      return new Response(page, response);
    },
    async teardown() {
      await astro.teardown?.();
      await prune(folder, MAX_CACHE_BYTES);
    },
  };
}

interface Keyed {
  path: PathWithRoute;
  key: string;
}

const trimmed = (path: string) => path.replace(/^\/|\/$/g, '');

/** Whether a page is at a former address, whose path is encoded so that Astro does not change it. */
const isFormer = ({ route }: PathWithRoute) =>
  /\/\[\.{3}(?:moved|gone)\]\.astro$/.test(route.component);

/** The file of a page, relative to the site's root. */
function outputPath(page: PathWithRoute): string {
  const path = trimmed(page.pathname);
  if (page.route.type !== 'page') return path;
  return posix.join(isFormer(page) ? decodeFormerParam(path) : path, 'index.html');
}

/** Finds files that several routes would write: Astro decides which of them wins. */
function findSharedFiles(paths: readonly PathWithRoute[]) {
  const counts = new Map<string, number>();
  for (const file of paths.map(outputPath)) {
    counts.set(file, (counts.get(file) ?? 0) + 1);
  }
  return (file: string) => (counts.get(file) ?? 0) > 1;
}

/** Pages of the list of all releases in one bundle. */
const LIST_PAGES_PER_BUNDLE = 200;

/**
 * The bundle of a page among those of its route: pages that tend to change together and are rendered one
 * after the other, so that memory use stays low. They are grouped by month of release, by number in the
 * list of all releases, or by the first letters of their addresses.
 */
function groupOf(pathname: string): string {
  const parts = trimmed(pathname).split('/');
  const [first = '', second = '', third] = parts;
  if (first !== 'releases') return `${first.slice(0, 3)}/${[...second][0] ?? ''}`;
  if (second === 'page')
    return `releases/page/${Math.floor(Number(third) / LIST_PAGES_PER_BUNDLE)}`;
  return parts.slice(0, 3).join('/');
}

const digest = (parts: readonly string[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
