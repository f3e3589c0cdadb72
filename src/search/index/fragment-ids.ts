import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

/** Files read at a time. */
const IN_FLIGHT = 32;

/**
 * By which ids Pagefind knows the releases of a shard: it gives each a file of its own under
 * `fragment/`, named by the id, and tells it to nobody else.
 * @param folder the shard's.
 * @returns ids by the releases' paths.
 */
export async function fragmentIds(folder: string): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const names = (await readdir(join(folder, 'fragment'))).values();
  const read = async () => {
    for (const name of names) {
      const text = (await unzip(await readFile(join(folder, 'fragment', name)))).toString('utf8');
      const path = /"url":"([^"]+)"/.exec(text)?.[1];
      if (path === undefined) throw new Error(`${join(folder, 'fragment', name)} has no address`);
      ids.set(path, name.replace(/\.pf_fragment$/, ''));
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, read));
  return ids;
}

const unzip = promisify(gunzip);
