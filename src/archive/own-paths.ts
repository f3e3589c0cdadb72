import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { AXES } from './browse.ts';
import { filesBelow } from '../files/files-below.ts';
import { HOST_FILES } from './hosts.ts';
import { pathKey } from './path-encoding.ts';

const PAGES = join(import.meta.dirname, '..', 'pages');
const PUBLIC = join(import.meta.dirname, '..', '..', 'public');

/** What builds write beside the pages; `tests/archive/own-paths.test.ts` compares it with a built site. */
const WRITTEN = [
  ...[
    'admin',
    'assets',
    'data',
    'media',
    'pagefind',
    'capabilitylist.xml',
    '.well-known',
    'news-sitemap.xml',
  ],
  ...HOST_FILES,
];
const LISTS = String.raw`(?:sitemap|resourcelist|changelist)(?:-index|-\d+)?\.xml`;

/** The addresses that a page's file answers for: all below them too, where no other file does. */
function patternsOf(file: string): string[] {
  const [, path = '', extension] = /^(.*?)(\.(?:astro|md|mdx|html|ts|js|mjs))$/.exec(file) ?? [];
  const parts = path.split('/');
  if (extension === undefined || parts.some((part) => part.startsWith('_'))) return [];
  const last = parts.at(-1) ?? '';
  // Pages for each release or each list: `pagePaths` knows them.
  if (/^\[(?:\w+|\.\.\.moved|\.\.\.gone|\.\.\.faulty)\]$/.test(last)) return [];
  if (last === 'index') return parts.some(isDynamic) ? [] : [`/${parts.slice(0, -1).join('/')}/?`];
  const pattern = parts.map((part) => `/${patternOf(part)}`).join('');
  return [`${pattern}(?:/.*)?`, ...(last === '404' ? ['/404\\.html(?:/.*)?'] : [])];
}

const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
/** What a part of an address that is no name can be, where that is less than anything. */
const VALUES: Record<string, string> = {
  '[axis]': `(?:${AXES.join('|')})`,
  '[feed]': String.raw`feed(?:-[a-z]{2,3}(?:-[a-z\d]+)*)?(?:-\d+)?`,
  '[...page]': String.raw`page/\d+`,
};
const isDynamic = (part: string) => part.includes('[');

function patternOf(part: string): string {
  const pieces = part.split(/(\[[\w.]+\])/);
  return pieces
    .map((piece) =>
      isDynamic(piece)
        ? (VALUES[piece] ?? (piece.includes('...') ? '.+' : '[^/]+'))
        : literal(piece),
    )
    .join('');
}

let own: RegExp | undefined;

/** All paths that the site itself uses, by the files of `src/pages` and `public`. */
function ownPattern(): RegExp {
  const copied = existsSync(PUBLIC) ? readdirSync(PUBLIC) : [];
  const names = [...WRITTEN, ...copied].map((name) => literal(pathKey(name)));
  const patterns = [
    ...filesBelow(PAGES).flatMap(patternsOf),
    ...[...names, LISTS].map((name) => `/${name}(?:/.*)?`),
  ];
  return new RegExp(`^(?:${patterns.join('|')})$`, 'iu');
}

/**
 * Whether the site itself has, or may come to have, something at a path.
 * @param path decoded, below the site's base.
 */
export const isOwnPath = (path: string): boolean => (own ??= ownPattern()).test(pathKey(path));
