import { promisify } from 'node:util';
import { gunzip, gunzipSync, gzipSync } from 'node:zlib';
import type { PagefindFragment } from './browser.ts';
import { CborReader } from './cbor.ts';

/*
 * The files of an index, as Pagefind 1.6 writes them.
 * Source: https://github.com/Pagefind/pagefind, pagefind/src/index/index_metadata.rs and
 * index_words.rs (written), pagefind_web/src/metadata.rs and index.rs (read).
 */

/** The version of Pagefind whose files are known here; another one may write others. */
export const FORMAT_VERSION = '1.6.0';

/** What Pagefind writes first: `pagefind.<language>_<hash>.pf_meta`. */
interface IndexMeta {
  /** The names of the pages' files, `fragment/<id>.pf_fragment`; elsewhere a page is its place here. */
  pages: string[];
  /** In the order of their words. */
  chunks: MetaChunk[];
}

/** A chunk of the word index, `index/<id>.pf_index`. */
export interface MetaChunk {
  id: string;
}

/** The names of Pagefind's files. */
export const META = /^pagefind\..*\.pf_meta$/;
export const isFragment = (file: string) => file.startsWith('fragment/');
/** The file of a chunk of the word index. */
export const pagefindChunkFile = (id: string) => `index/${id}.pf_index`;

/** @throws {Error} if it is of another version of Pagefind. */
export function decodeMeta(bytes: Buffer): IndexMeta {
  const reader = new CborReader(bytes);
  reader.array();
  const version = reader.text();
  if (version !== FORMAT_VERSION) {
    throw new Error(
      `Pagefind ${version} may write other files than ${FORMAT_VERSION}, which is known here: see src/search/pagefind-format/README.md`,
    );
  }
  const list = <Item>(read: () => Item) => Array.from({ length: reader.array() }, read);
  const pages = list(() => {
    reader.array();
    const id = reader.text();
    reader.unsigned(); // how many words it has
    reader.text(); // the name of a group of files; here there are no groups
    return id;
  });
  const chunks = list(() => {
    reader.array();
    reader.textPlace(); // its first and last words
    reader.textPlace();
    return { id: reader.text() };
  });
  return { pages, chunks };
}

/** The first bytes of each file before it is compressed, by which Pagefind knows it. */
const MAGIC = Buffer.from('pagefind_dcd');
const decompressBytes = promisify(gunzip);

/** @throws {Error} if Pagefind has not compressed it. */
export const decompress = async (compressed: Uint8Array): Promise<Buffer> =>
  withoutMagic(await decompressBytes(compressed));

export const decompressSync = (compressed: Uint8Array): Buffer =>
  withoutMagic(gunzipSync(compressed));

/** Writes the words of a release as Pagefind does. */
export const encodeFragment = (fragment: PagefindFragment): Buffer =>
  gzipSync(Buffer.concat([MAGIC, Buffer.from(JSON.stringify(fragment))]));

function withoutMagic(bytes: Buffer): Buffer {
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw new Error('A file is not of a Pagefind index');
  }
  return bytes.subarray(MAGIC.length);
}
