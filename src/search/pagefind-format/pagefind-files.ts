import { promisify } from 'node:util';
import { gunzip, gunzipSync, gzip, type ZlibOptions } from 'node:zlib';
import { array, CborReader, textItem, unsigned } from './cbor.ts';

/*
 * The files of an index, as Pagefind 1.6 writes and reads them.
 * Source: https://github.com/Pagefind/pagefind, pagefind/src/index/index_metadata.rs and
 * index_words.rs (written), pagefind_web/src/metadata.rs and index.rs (read).
 */

/** The version of Pagefind whose files are known here; another one may write others. */
export const FORMAT_VERSION = '1.6.0';

/** What Pagefind's browser code reads first: `pagefind.<language>_<hash>.pf_meta`. */
export interface IndexMeta {
  version: string;
  /** Every page of the index; elsewhere a page is its place here. */
  pages: MetaPage[];
  /** In the order of their words. */
  chunks: MetaChunk[];
  /** The names of fields that are indexed beside the text, such as the title. */
  fields: string[];
}

export interface MetaPage {
  /** The name of its file, `fragment/<id>.pf_fragment`. */
  id: string;
  /** How many words it has; only the ranking asks for it. */
  words: number;
}

/** A chunk of the word index, `index/<id>.pf_index`. */
export interface MetaChunk {
  /** The shortest texts that all its words, and no words of other chunks, lie between. */
  from: string;
  to: string;
  id: string;
}

/** The names of Pagefind's files. */
export const META = /^pagefind\..*\.pf_meta$/;
export const fragmentFile = (id: string) => `fragment/${id}.pf_fragment`;
export const isFragment = (file: string) => file.startsWith('fragment/');
export const chunkFile = (id: string) => `index/${id}.pf_index`;
/** The id of a chunk, by the name of its file. */
export const chunkIn = (file: string) => /^index\/(.+)\.pf_index$/.exec(file)?.[1];

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
    const page = { id: reader.text(), words: reader.unsigned() };
    reader.text(); // the name of a group of files; here there are no groups
    return page;
  });
  const chunks = list(() => {
    reader.array();
    return { from: reader.text(), to: reader.text(), id: reader.text() };
  });
  if (reader.array() > 0 || reader.array() > 0) throw new Error('An index has filters or sorts');
  return { version, pages, chunks, fields: list(() => reader.text()) };
}

export function encodeMeta({ version, pages, chunks, fields }: IndexMeta): Buffer {
  const none = array(0);
  return Buffer.concat([
    array(6),
    textItem(version),
    array(pages.length),
    ...pages.flatMap(({ id, words }) => [array(3), textItem(id), unsigned(words), textItem('')]),
    array(chunks.length),
    ...chunks.flatMap(({ from, to, id }) => [array(3), textItem(from), textItem(to), textItem(id)]),
    none, // filters
    none, // sorts
    array(fields.length),
    ...fields.map(textItem),
  ]);
}

/** The first bytes of each file before it is compressed, by which Pagefind knows it. */
const MAGIC = Buffer.from('pagefind_dcd');
const [compressBytes, decompressBytes] = [promisify(gzip), promisify(gunzip)];

/**
 * For a list in which each item is like the one before: zlib looks for the longest match, however far
 * away, and a far one takes more bits to encode than it saves. In a short window it is near.
 */
export const SHORT_WINDOW: ZlibOptions = { windowBits: 9, memLevel: 9 };

/** Compresses a file as Pagefind does. */
export const compress = (bytes: Uint8Array, options: ZlibOptions = {}): Promise<Buffer> =>
  compressBytes(Buffer.concat([MAGIC, bytes]), { level: 9, ...options });

/** @throws {Error} if Pagefind has not compressed it. */
export const decompress = async (compressed: Uint8Array): Promise<Buffer> =>
  withoutMagic(await decompressBytes(compressed));

export const decompressSync = (compressed: Uint8Array): Buffer =>
  withoutMagic(gunzipSync(compressed));

function withoutMagic(bytes: Buffer): Buffer {
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw new Error('A file is not of a Pagefind index');
  }
  return bytes.subarray(MAGIC.length);
}
