import { createHash } from 'node:crypto';
import { join, posix } from 'node:path';
import { debuglog } from 'node:util';
import type { AstroPrerenderer, PathWithRoute } from 'astro';
import { KeptPack } from './cache/kept-pack.ts';
import { folderDigest, projectDigest } from './cache/project-digest.ts';
import { prune } from './cache/prune.ts';
import type { RouteCode } from './route-code.ts';
import type { Settings } from './settings.ts';
import type { SiteFolder } from './site-folder.ts';

/** Tells what is made anew where NODE_DEBUG=on-the-record is set. */
const log = debuglog('on-the-record');
/** Bytes of pages that are kept: those of 72,620 releases take half of it. */
const MOST_KEPT = 2 * 2 ** 30;
/** What makes pages and is in none of their bundles: how Astro is set up, and Astro itself. */
const CODE = ['src/build', 'package-lock.json'];

/** Told of each page as it is written, and how many are from an earlier build. */
export type PageListener = (done: number, total: number, kept: number) => void;

export interface KeepOptions {
  settings: Settings;
  /** The site in the making. */
  site: SiteFolder;
  /** Where packs of pages lie. */
  folder: string;
  code: RouteCode | undefined;
  /** Told of each page, and how many of them are from an earlier build. */
  onPage?: PageListener | undefined;
}

/** Pages that are kept in one pack, and how many of them are still to be rendered. */
interface Group {
  pack: KeptPack;
  waiting: number;
}

/**
 * Lets Astro render only the pages that have changed, and writes the others as they were. A page is
 * kept under a digest of its path, of the code that renders it, of the stylesheets and scripts of the
 * site, and of what it shows, which its route tells by `keyed()`; without that it is always rendered.
 */
export function keepPages(astro: AstroPrerenderer, options: KeepOptions): AstroPrerenderer {
  const { settings, site, folder, code, onPage } = options;
  const rendered = new Map<string, { group: Group; key: string }>();
  const saves: Promise<void>[] = [];
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

  /** Writes the pages that are kept; returns those that Astro must render. */
  async function restore(paths: readonly Keyed[], file: string): Promise<PathWithRoute[]> {
    const group: Group = { pack: new KeptPack(join(folder, file)), waiting: 0 };
    const left = paths.filter(({ path: { pathname, route }, key }) => {
      // Where a file of `public/` has its place, Astro has a word to say.
      const file = outputPath(route.type, pathname);
      if (!site.isMade(file) && place(file, key, group.pack)) return false;
      rendered.set(trimmed(pathname), { group, key });
      return true;
    });
    group.waiting = left.length;
    group.pack.close();
    if (group.waiting === 0) saves.push(group.pack.save());
    count.kept += paths.length - left.length;
    count.done += paths.length - left.length;
    tell();
    return left.map(({ path }) => path);
  }

  return {
    ...astro,
    async getStaticPaths() {
      const paths = await astro.getStaticPaths();
      count.total = paths.length;
      const { siteUrl, base, contentDir } = settings;
      const assets = await folderDigest(join(site.folder, 'assets'));
      const common = [await projectDigest(CODE), siteUrl, base, assets];
      const isTwice = twice(paths);
      const [keyed, others] = [[] as Keyed[], [] as PathWithRoute[]];
      for (const path of paths) {
        const { pathname, route, cacheKey } = path;
        const made = code?.digestOf(route.component);
        if (cacheKey === undefined || made === undefined || isTwice(pathname)) others.push(path);
        else keyed.push({ path, key: digest([...common, made, pathname, cacheKey]) });
      }
      const groups = Map.groupBy(
        keyed,
        ({ path }) => `${path.route.component} ${groupOf(path.pathname)}`,
      );
      for (const [group, some] of groups) {
        const name = digest([contentDir, siteUrl, base, group]);
        others.push(...(await restore(some, `${name}.pack`)));
      }
      return others;
    },
    async render(request, how) {
      const result = await astro.render(request, how);
      const path = trimmed(pathOf(request, settings.base));
      log('page /%s', path);
      count.done++;
      tell();
      const response = result instanceof Response ? result : result.response;
      const place = rendered.get(path);
      if (place === undefined) return result;
      const { group, key } = place;
      const { status, headers } = response;
      const body = await response.arrayBuffer();
      if (status === 200) group.pack.set(key, Buffer.from(body));
      if (--group.waiting === 0) saves.push(group.pack.save());
      return new Response(body, { status, headers });
    },
    async teardown() {
      await astro.teardown?.();
      await Promise.all(saves);
      await prune(folder, MOST_KEPT);
    },
  };
}

interface Keyed {
  path: PathWithRoute;
  key: string;
}

const trimmed = (path: string) => path.replace(/^\/|\/$/g, '');

/** The path, below the site's base, for which Astro asks. */
const pathOf = ({ url }: Request, base: string) =>
  decodeURI(new URL(url).pathname).slice(base.length - 1);

/** Where Astro would write a page, below the site's root. */
const outputPath = (type: string, pathname: string) =>
  type === 'page' ? posix.join(trimmed(pathname), 'index.html') : trimmed(pathname);

/** Whether several routes have a path: Astro knows which of them it gives it to. */
function twice(paths: readonly PathWithRoute[]) {
  const counts = new Map<string, number>();
  for (const { pathname } of paths) {
    counts.set(trimmed(pathname), (counts.get(trimmed(pathname)) ?? 0) + 1);
  }
  return (pathname: string) => (counts.get(trimmed(pathname)) ?? 0) > 1;
}

/**
 * Which of a route's pages lie in one pack: those that change together and are rendered one after the
 * other, so that few wait in memory. By month of release, or by how their addresses begin.
 */
function groupOf(pathname: string): string {
  const parts = trimmed(pathname).split('/');
  const [first = '', second = ''] = parts;
  if (first === 'releases') return parts.slice(0, 3).join('/');
  return `${first.slice(0, 3)}/${[...second][0] ?? ''}`;
}

const digest = (parts: readonly string[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
