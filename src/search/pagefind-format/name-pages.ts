import { pageName } from '../page-names.ts';
import { fragmentFile } from './browser.ts';
import { decodeMeta, decompress, META, type MetaChunk } from './pagefind-files.ts';

/** A shard whose pages have new names. */
interface NamedShard {
  /** The chunks of its word index, in the order of their words. */
  wordChunks: MetaChunk[];
  /** The number that each of Pagefind's pages has among the shard's releases. */
  numberOf: number[];
  /** The files of the releases' words by their new names. */
  files: Map<string, Buffer>;
  /** The same files, with the names that Pagefind has given them. */
  renamed: [from: string, to: string][];
}

/**
 * Names the pages of a shard by a prefix and their number; Pagefind names them by their words. The
 * new names are as lasting as the shard, and no other shard has them, so that a browser knows the file of
 * a release without a list of all.
 * @param files that Pagefind has written, by their names.
 * @param prefix no other shard has it.
 * @param urls the addresses of the releases in their order.
 * @throws {Error} if Pagefind has written another version of its format, or has lost a release.
 */
export async function namePages(
  files: ReadonlyMap<string, Buffer>,
  prefix: string,
  urls: readonly string[],
): Promise<NamedShard> {
  const metaFile = [...files.keys()].find((file) => META.test(file));
  const compressed = files.get(metaFile ?? '');
  const meta = compressed ? decodeMeta(await decompress(compressed)) : { pages: [], chunks: [] };
  if (meta.pages.length !== urls.length) {
    throw new Error(`Pagefind has indexed ${meta.pages.length} of ${urls.length} releases`);
  }
  const numbers = new Map(urls.map((url, number) => [url, number]));
  const named: NamedShard = {
    wordChunks: meta.chunks,
    numberOf: [],
    files: new Map(),
    renamed: [],
  };
  for (const id of meta.pages) {
    const bytes = files.get(fragmentFile(id));
    if (bytes === undefined) throw new Error(`The index has no words of its page ${id}`);
    const url = await urlIn(bytes);
    const number = numbers.get(url);
    if (number === undefined)
      throw new Error(`The index has a page ${url} that was not sent to it`);
    named.numberOf.push(number);
    const file = fragmentFile(pageName(prefix, number));
    named.files.set(file, bytes);
    named.renamed.push([fragmentFile(id), file]);
  }
  return named;
}

async function urlIn(fragment: Buffer): Promise<string> {
  const { url } = JSON.parse((await decompress(fragment)).toString()) as { url: string };
  return url;
}
