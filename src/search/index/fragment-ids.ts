import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

const FRAGMENT = /^fragment\/(?<id>.+)\.pf_fragment$/;

/**
 * By which ids Pagefind knows the releases of a shard: it gives each a file of its own under
 * `fragment/`, named by the id, and tells it to nobody else.
 * @param files the shard's, by their paths.
 * @returns ids by the releases' paths.
 */
export async function fragmentIds(
  files: ReadonlyMap<string, Buffer>,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const [name, bytes] of files) {
    const id = FRAGMENT.exec(name)?.groups?.['id'];
    if (id === undefined) continue;
    const text = (await unzip(bytes)).toString('utf8');
    const path = /"url":"([^"]+)"/.exec(text)?.[1];
    if (path === undefined) throw new Error(`${name} has no address`);
    ids.set(path, id);
  }
  return ids;
}

const unzip = promisify(gunzip);
