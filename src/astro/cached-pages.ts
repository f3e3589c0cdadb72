import { createHash } from 'node:crypto';
import { join, posix } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { debuglog } from 'node:util';
import type { AstroPrerenderer, PathWithRoute } from 'astro';
import { KeptPack } from '../cache/entry-bundle.ts';
import { folderDigest, projectDigest } from '../cache/project-digest.ts';
import { prune } from '../cache/prune.ts';
import { decodeFormerParam } from '../archive/former-path.ts';
import type { RouteCode } from './route-code.ts';
import type { Settings } from '../settings.ts';

/** Tells what is made anew where NODE_DEBUG=on-the-record is set. */
const log = debuglog('on-the-record');
/** Bytes of pages that are kept: those of 72,620 releases take half of it. */
const MOST_KEPT = 4 * 2 ** 30;
/** What makes pages and is in none of their bundles: how Astro is set up, and Astro itself. */
const CODE = ['src/astro', 'src/load', 'src/settings.ts', 'package-lock.json'];

/** Told of each page as it is written, and how many are from an earlier build. */
export type PageListener = (done: number, total: number, kept: number) => void;

/** The site in the making, as far as pages are concerned. Paths are below its root, with `/`. */
export interface SiteFiles {
  /** Where its files are made. */
  readonly folder: string;
  /** Whether a file has been made. */
  isMade(path: string): boolean;
  /** Reuses a file of the existing site, if it has this SHA-256, in hexadecimal digits. */
  keepSame(path: string, sha256: string): boolean;
  write(path: string, bytes: Uint8Array): void;
}

export interface KeepOptions {
  settings: Settings;
  site: SiteFiles;
  /** Where packs of pages lie. */
  folder: string;
  code: RouteCode | undefined;
  /** Told of each page, and how many of them are from an earlier build. */
  onPage?: PageListener | undefined;
}

/**
 * Lets Astro render only the pages that have changed, and writes the others as they were. A page is
 * kept under a digest of its path, of the code that renders it, of the stylesheets and scripts of the
 * site, and of what it shows, which its route tells by `keyed()`; without that it is always rendered.
 * Pages with a key are written here and not by Astro, which spends as long on that as on rendering them.
 */
export function keepPages(astro: AstroPrerenderer, options: KeepOptions): AstroPrerenderer {
  const { settings, site, folder, code, onPage } = options;
  const { siteUrl, base, contentDir } = settings;
  const count = { done: 0, total: 0, kept: 0 };
  const tell = () => onPage?.(count.done, count.total, count.kept);

  /** Puts a page in its place, if it is kept; one that stands there is not even read. */
  function place(file: string, key: string, pack: KeptPack): boolean {
    const digest = pack.digestOf(key);
    if (digest !== undefined && site.keepSame(file, digest)) {
      pack.keep(key);
      return true;
    }
    const page = pack.get(key);
    if (page !== undefined) site.write(file, page);
    return page !== undefined;
  }

  /** Undefined if there is none. @throws {Error} that names the page. */
  async function render({ pathname, route }: PathWithRoute): Promise<Buffer | undefined> {
    const path = trimmed(pathname);
    log('page /%s', path);
    const address = base + path + (route.type === 'page' && path !== '' ? '/' : '');
    const request = new Request(new URL(address, siteUrl));
    const result = await Promise.resolve(astro.render(request, { routeData: route })).catch(
      (cause: unknown) => {
        throw new Error(`${address} cannot be made: ${String(cause)}`, { cause });
      },
    );
    const response = result instanceof Response ? result : result.response;
    return response.status === 200 ? Buffer.from(await response.arrayBuffer()) : undefined;
  }

  /** Puts pages that are kept together in their places; returns those that are left to Astro. */
  async function make(pages: readonly Keyed[], pack: KeptPack): Promise<PathWithRoute[]> {
    const left: PathWithRoute[] = [];
    for (const { path, key } of pages) {
      const file = outputPath(path);
      // Where a file of `public/` has its place, Astro has a word to say.
      if (site.isMade(file)) {
        left.push(path);
        continue;
      }
      const isKept = place(file, key, pack);
      if (!isKept) {
        const page = await render(path);
        if (page === undefined) {
          left.push(path);
          continue;
        }
        pack.set(key, page);
        site.write(file, page);
        await setImmediate(); // the search index is made meanwhile, and asks for texts
      }
      count.done++;
      if (isKept) count.kept++;
      tell();
    }
    await pack.save();
    return left;
  }

  return {
    ...astro,
    async getStaticPaths() {
      const paths = await astro.getStaticPaths();
      count.total = paths.length;
      const assets = await folderDigest(join(site.folder, 'assets'));
      const common = [await projectDigest(CODE), siteUrl, base, assets];
      const isTwice = twice(paths);
      const [keyed, others] = [[] as Keyed[], [] as PathWithRoute[]];
      for (const path of paths) {
        const { pathname, route, cacheKey } = path;
        const made = code?.digestOf(route.component);
        const file = outputPath(path);
        if (isFormer(path) && (isTwice(file) || site.isMade(file))) {
          throw new Error(
            `A former address leads on from ${file}, which the site has for another page`,
          );
        }
        if (cacheKey === undefined || made === undefined || isTwice(file)) others.push(path);
        else keyed.push({ path, key: digest([...common, made, pathname, cacheKey]) });
      }
      const groups = Map.groupBy(
        keyed,
        ({ path }) => `${path.route.component} ${groupOf(path.pathname)}`,
      );
      for (const [group, some] of groups) {
        const name = digest([contentDir, siteUrl, base, group]);
        others.push(...(await make(some, new KeptPack(join(folder, `${name}.pack`)))));
      }
      return others;
    },
    async render(request, how) {
      const result = await astro.render(request, how);
      log('page /%s', trimmed(decodeURI(new URL(request.url).pathname).slice(base.length - 1)));
      count.done++;
      tell();
      return result;
    },
    async teardown() {
      await astro.teardown?.();
      await prune(folder, MOST_KEPT);
    },
  };
}

interface Keyed {
  path: PathWithRoute;
  key: string;
}

const trimmed = (path: string) => path.replace(/^\/|\/$/g, '');

/** Whether a page is at a former address: its path is written in a way that Astro leaves alone. */
const isFormer = ({ route }: PathWithRoute) =>
  /\/\[\.{3}(?:moved|gone)\]\.astro$/.test(route.component);

/** Where a page has its place, below the site's root. */
function outputPath(page: PathWithRoute): string {
  const path = trimmed(page.pathname);
  if (page.route.type !== 'page') return path;
  return posix.join(isFormer(page) ? decodeFormerParam(path) : path, 'index.html');
}

/** Whether several routes have a page: Astro knows which of them it gives it to. */
function twice(paths: readonly PathWithRoute[]) {
  const counts = new Map<string, number>();
  for (const file of paths.map(outputPath)) {
    counts.set(file, (counts.get(file) ?? 0) + 1);
  }
  return (file: string) => (counts.get(file) ?? 0) > 1;
}

/** Pages of the list of all releases that lie in one pack. */
const OF_LIST = 200;

/**
 * Which of a route's pages lie in one pack: those that change together and are rendered one after the
 * other, so that few wait in memory. By month of release, by two hundred of the list of all releases,
 * or by how their addresses begin.
 */
function groupOf(pathname: string): string {
  const parts = trimmed(pathname).split('/');
  const [first = '', second = '', third] = parts;
  if (first !== 'releases') return `${first.slice(0, 3)}/${[...second][0] ?? ''}`;
  if (second === 'page') return `releases/page/${Math.floor(Number(third) / OF_LIST)}`;
  return parts.slice(0, 3).join('/');
}

const digest = (parts: readonly string[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
