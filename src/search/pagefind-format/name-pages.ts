import { numberedId } from '../id-runs.ts';
import {
  decodeMeta,
  decompress,
  FORMAT_VERSION,
  fragmentFile,
  type IndexMeta,
  isFragment,
  META,
} from './pagefind-files.ts';

/** A shard whose pages have new names. */
interface NamedShard {
  meta: IndexMeta;
  /** The addresses of the releases, in the order of the pages. */
  urls: string[];
  /** All files by their new names, but for the list of pages, which is `meta`. */
  files: Map<string, Buffer>;
  /** The files that have another name now. */
  renamed: [from: string, to: string][];
}

/**
 * Names the pages of a shard by a prefix and their number; Pagefind names them by their words. The
 * new names are as lasting as the shard, no other shard has them, and they take a third of the bytes
 * in the list of pages, which a browser fetches before it searches.
 * @param files that Pagefind has written, by their names.
 * @param prefix no other shard has it.
 * @throws {Error} if Pagefind has written another version of its format.
 */
export async function namePages(
  files: ReadonlyMap<string, Buffer>,
  prefix: string,
): Promise<NamedShard> {
  const metaFile = [...files.keys()].find((file) => META.test(file));
  const compressed = files.get(metaFile ?? '');
  const empty: IndexMeta = { version: FORMAT_VERSION, pages: [], chunks: [], fields: [] };
  const meta = compressed ? decodeMeta(await decompress(compressed)) : empty;
  const named: NamedShard = {
    meta: { ...meta, pages: [] },
    urls: [],
    files: new Map([...files].filter(([file]) => file !== metaFile && !isFragment(file))),
    renamed: [],
  };
  for (const [number, page] of meta.pages.entries()) {
    const bytes = files.get(fragmentFile(page.id));
    if (bytes === undefined) throw new Error(`The index has no words of its page ${page.id}`);
    const id = numberedId(prefix, number);
    named.meta.pages.push({ id, words: page.words });
    named.urls.push(await urlIn(bytes));
    named.files.set(fragmentFile(id), bytes);
    named.renamed.push([fragmentFile(page.id), fragmentFile(id)]);
  }
  return named;
}

async function urlIn(fragment: Buffer): Promise<string> {
  const { url } = JSON.parse((await decompress(fragment)).toString()) as { url: string };
  return url;
}
