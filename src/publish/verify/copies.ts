import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesBelow } from '../../archive/files-below.ts';
import { digestFile } from '../file-digest.ts';

/** A copy of a published site. Paths are below its root. */
export interface Copy {
  /** What a file holds; undefined where it is not there. */
  read(path: string): Promise<Buffer | undefined>;
  /** The SHA-256 of a file in hexadecimal digits; undefined where it is not there. */
  digest(path: string): Promise<string | undefined>;
  /** All files, where they can be listed. */
  list?(): string[];
  /** Files that are read at a time. */
  atOnce: number;
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
    atOnce: 1, // a disk is not faster for being asked twice
  };
}

/**
 * A copy on the web. What else its server has cannot be listed.
 * @param root the address of its front page, with a `/` at its end.
 */
export function webCopy(root: string): Copy {
  async function read(path: string): Promise<Buffer | undefined> {
    const address = root + path.split('/').map(encodeURIComponent).join('/');
    const response = await fetch(address).catch((cause: unknown) => {
      throw new Error(`${address} cannot be reached`, { cause });
    });
    if (response.status === 404 || response.status === 410) return undefined;
    if (!response.ok) throw new Error(`${address} answers with ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  }
  return {
    read,
    digest: async (path) => {
      const bytes = await read(path);
      return bytes && hash('sha256', bytes);
    },
    atOnce: 8,
  };
}
