import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { z } from 'zod';
import { decodePath, encodePath } from '../archive/path-encoding.ts';
import { CHECKSUMS, parseChecksum } from '../publish/data/checksums.ts';
import { MANIFEST } from '../publish/data/manifest.ts';
import { SCHEMA_PATH } from '../publish/data/release-record.ts';

/** A published copy cannot be used; the message says why, and what to do. */
export class UnusableCopy extends Error {}

/** A file of a published site. */
export interface PublishedPath {
  /** Where it is on the disk. */
  file: string;
  /** Its public address. */
  url: string;
  /** In hexadecimal digits, as the site's list of checksums has it. */
  sha256: string;
  /** Of a page: what it is called. */
  title?: string;
}

/** A year of a published site. */
export interface PublishedYear {
  /** What the site is called. */
  site: string;
  /** The address of its list of the year. */
  front: string;
  /** The pages of the year, what is beside them, and what they are shown with, sorted by path. */
  files: PublishedPath[];
}

const manifest = z.object({ title: z.string(), url: z.url() });
type Node = DefaultTreeAdapterTypes.Node;

/**
 * Finds what belongs to a year in the folder of a built site: its pages, the files beside them, its bulk data, and
 * every file that the pages name or their scripts and styles load, but no other page.
 * @throws {UnusableCopy} if the folder is no built site, or has nothing of the year.
 */
export async function publishedYear(folder: string, year: string): Promise<PublishedYear> {
  const read = (path: string) =>
    readFile(join(folder, path), 'utf8').catch((cause: unknown) => {
      throw new UnusableCopy(
        `${folder} has no ${path}: it is no built site. Run npm run build first, or name the folder of a copy in OUT_DIR.`,
        { cause },
      );
    });
  const list = await read(CHECKSUMS);
  const { title, url: root } = manifest.parse(JSON.parse(await read(MANIFEST)));
  const sums = new Map(
    list.split('\n').flatMap((line) => {
      const sum = parseChecksum(line);
      return sum ? [[sum.path, sum.sha256]] : [];
    }),
  );
  const ofYear = [...sums.keys()].filter((path) => path.startsWith(`releases/${year}/`));
  if (ofYear.length === 0) throw new UnusableCopy(missingYear(folder, year, sums.keys()));
  const chosen = new Set([...ofYear, MANIFEST, SCHEMA_PATH.slice(1)]);
  for (const path of sums.keys()) {
    if (path.startsWith('assets/') || isDataOf(year, path)) chosen.add(path);
  }
  const addressOf = (path: string) => root + encodePath(path).replace(/(?<=^|\/)index\.html$/, '');
  const titles = new Map<string, string>();
  for (const path of ofYear.filter(isPage)) {
    const page = readPage(await read(path));
    titles.set(path, page.title);
    for (const link of page.links) {
      const named = pathOf(link, addressOf(path), root);
      if (named !== undefined && sums.has(named) && !isPage(named)) chosen.add(named);
    }
  }
  const files = [...chosen].sort().flatMap((path) => {
    const sha256 = sums.get(path);
    const named = titles.get(path);
    if (sha256 === undefined) return [];
    const file = { file: join(folder, path), url: addressOf(path), sha256 };
    return [{ ...file, ...(named !== undefined && { title: named }) }];
  });
  return { site: title, front: addressOf(`releases/${year}/index.html`), files };
}

const isPage = (path: string) => path.endsWith('.html');
const isDataOf = (year: string, path: string) =>
  path.startsWith('data/') && path.includes(`-${year}.`);

function missingYear(folder: string, year: string, paths: Iterable<string>): string {
  const years = new Set([...paths].flatMap((path) => /^releases\/(\d{4})\//.exec(path)?.[1] ?? []));
  return years.size === 0
    ? `${folder} has no release.`
    : `${folder} has no release of ${year}; its years are ${[...years].sort().join(', ')}.`;
}

/** The path below the root of the site that a link leads to; undefined if it leads elsewhere. */
function pathOf(link: string, page: string, root: string): string | undefined {
  const address = URL.parse(link, page);
  if (address === null) return undefined;
  const plain = address.origin + address.pathname;
  return plain.startsWith(root) ? decodePath(plain.slice(root.length)) : undefined;
}

/** The title of a page, and all that it links to or is shown with. */
function readPage(html: string): { title: string; links: string[] } {
  let title = '';
  const links: string[] = [];
  const enter = (node: Node): void => {
    if ('attrs' in node) {
      for (const { name, value } of node.attrs) {
        if (name === 'href' || name === 'src') links.push(value);
      }
      const [text] = node.childNodes;
      if (node.tagName === 'title' && text && 'value' in text) title ||= text.value;
    }
    if ('childNodes' in node) node.childNodes.forEach(enter);
  };
  enter(parse(html));
  return { title, links };
}
