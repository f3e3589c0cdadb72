import { hash } from 'node:crypto';
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodePath } from '../../archive/path-encoding.ts';
import { filesBelow } from '../../files/files-below.ts';
import { digestFile } from '../file-digest.ts';

/** A copy of a published site. Paths are below its root. */
export interface Copy {
  /** The content of a file; undefined if it does not exist. */
  read(path: string): Promise<Buffer | undefined>;
  /** The SHA-256 of a file in hexadecimal digits; undefined if it does not exist. */
  digest(path: string): Promise<string | MovedTo | undefined>;
  /** All files; missing if they cannot be listed. */
  list?(): string[];
  /** How many files are read at a time. */
  atOnce: number;
}

/** A host redirects from a file to a path below the root, with a `/` at its end if it is a page. */
export interface MovedTo {
  movedTo: string;
}

/**
 * A copy as people name it.
 * @param place a folder, or an address of the web.
 * @throws {Error} if there is no such folder.
 */
export function openCopy(place: string): Copy {
  if (/^https?:\/\//i.test(place)) return webCopy(place.replace(/(?<!\/)\/*$/, '/'));
  if (statSync(place, { throwIfNoEntry: false })?.isDirectory()) return folderCopy(place);
  throw new Error(`There is no folder ${place}. Give the folder of a built site, or an address.`);
}

/** A copy in a folder. */
export function folderCopy(folder: string): Copy {
  const ifThere = <Result>(result: Promise<Result>): Promise<Result | undefined> =>
    result.catch((cause: NodeJS.ErrnoException) => {
      if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(cause.code ?? '')) return undefined;
      throw cause;
    });
  return {
    read: (path) => ifThere(readFile(join(folder, path))),
    digest: async (path) => (await ifThere(digestFile(join(folder, path))))?.sha256,
    list: () => filesBelow(folder),
    atOnce: 1, // more would not make a disk faster
  };
}

/** Hosts redirect a few times at most: to https, to another host, to a page without its `index.html`. */
const MAX_HOPS = 5;
/** The page for addresses that do not exist. Hosts may answer with status 404 for itself too. */
const NOT_FOUND = '404.html';

/**
 * A copy on the web. What else its server has cannot be listed.
 * @param root the address of its front page, with a `/` at its end.
 */
export function webCopy(root: string): Copy {
  async function find(path: string): Promise<Buffer | MovedTo | undefined> {
    let address = root + path.split('/').map(encodeURIComponent).join('/');
    for (let hop = 0; hop <= MAX_HOPS; hop++) {
      const response = await fetch(address, { redirect: 'manual' }).catch((cause: unknown) => {
        throw new Error(`${address} cannot be reached`, { cause });
      });
      const target = response.headers.get('location');
      if (response.status >= 300 && response.status < 400 && target !== null) {
        await response.body?.cancel();
        address = new URL(target, address).href;
        const movedTo = belowRoot(address);
        if (pageOf(movedTo) !== pageOf(path)) return { movedTo };
        continue;
      }
      const isMissing = response.status === 404 || response.status === 410;
      if (isMissing && path !== NOT_FOUND) return undefined;
      if (!isMissing && !response.ok) throw new Error(`${address} answers with ${response.status}`);
      return Buffer.from(await response.arrayBuffer());
    }
    throw new Error(`${address} leads in a circle`);
  }

  const start = pathIn(root);
  /** The path below the root; an address outside it is returned unchanged. */
  function belowRoot(address: string): string {
    const path = pathIn(address);
    return path.startsWith(start) ? path.slice(start.length) : address;
  }

  return {
    read: async (path) => {
      const found = await find(path);
      return Buffer.isBuffer(found) ? found : undefined;
    },
    digest: async (path) => {
      const found = await find(path);
      return Buffer.isBuffer(found) ? hash('sha256', found) : found;
    },
    atOnce: 8,
  };
}

function pathIn(address: string): string {
  const { pathname } = new URL(address);
  return decodePath(pathname) ?? pathname;
}

/** A path without the endings that some hosts leave out of addresses. */
const pageOf = (path: string) =>
  path.replace(/(^|\/)index(?:\.html)?$|\.html$/, '$1').replace(/\/$/, '');
