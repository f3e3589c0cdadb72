import { fromBuffer, open, type Entry, type ZipFile } from 'yauzl';
import { UnreadableSource } from './document.ts';

/** Limits for one file in an archive, and for all of them; a zip bomb exceeds them. */
const MAX_ENTRY_BYTES = 64 * 1024 * 1024;
const MAX_TOTAL_BYTES = 2 * 1024 * 1024 * 1024;
/** Text compresses to about a tenth; this ratio occurs in zip bombs only. */
const MAX_RATIO = 200;
const MIN_BOMB_BYTES = 1024 * 1024; // a smaller file may have any ratio
/** Pictures that are not compressed by themselves: one color alone compresses to almost nothing. */
const RAW_PICTURE = /\.(?:bmp|emf|wmf|tiff?)$/i;

/** A file in a zip archive. */
interface ZipEntry {
  name: string;
  size: number;
  read(): Promise<Buffer>;
}

/**
 * The entries of a zip archive, one after another.
 * @param source a path, or the archive itself.
 * @throws {UnreadableSource} if it is damaged, encrypted, points outside itself or is a zip bomb.
 */
export async function* zipEntries(source: string | Buffer): AsyncGenerator<ZipEntry> {
  const zip = await opened(source);
  let total = 0;
  try {
    for await (const entry of entriesOf(zip)) {
      if (entry.fileName.endsWith('/')) continue;
      refuse(entry);
      total += entry.uncompressedSize;
      if (total > MAX_TOTAL_BYTES) throw bomb(entry.fileName);
      yield {
        name: entry.fileName,
        size: entry.uncompressedSize,
        read: () => readEntry(zip, entry),
      };
    }
  } finally {
    zip.close();
  }
}

function opened(source: string | Buffer): Promise<ZipFile> {
  // yauzl itself refuses names that point outside the archive, and wrong sizes.
  const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true } as const;
  return new Promise((resolve, reject) => {
    const done = (cause: Error | null, zip: ZipFile) =>
      cause ? reject(unreadable(cause)) : resolve(zip);
    if (typeof source === 'string') open(source, options, done);
    else fromBuffer(source, options, done);
  });
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | undefined>((resolve, reject) => {
      const finish = (act: () => void) => {
        zip.removeAllListeners();
        act();
      };
      zip.once('entry', (found: Entry) => finish(() => resolve(found)));
      zip.once('end', () => finish(() => resolve(undefined)));
      zip.once('error', (cause: Error) => finish(() => reject(unreadable(cause))));
      zip.readEntry();
    });
    if (entry === undefined) return;
    yield entry;
  }
}

function refuse(entry: Entry) {
  const { fileName, compressedSize, uncompressedSize } = entry;
  if ((entry.generalPurposeBitFlag & 1) !== 0) {
    throw new UnreadableSource(`holds ${fileName}, which is encrypted`, 'take the password off');
  }
  const isBomb =
    uncompressedSize > MIN_BOMB_BYTES &&
    uncompressedSize > MAX_RATIO * compressedSize &&
    !RAW_PICTURE.test(fileName);
  if (uncompressedSize > MAX_ENTRY_BYTES || isBomb) throw bomb(fileName);
}

const bomb = (name: string) =>
  new UnreadableSource(
    `holds ${name}, which unpacks to far more than any release`,
    'unpack it by hand, if you trust it, and import the folder',
  );

function unreadable(cause: Error): UnreadableSource {
  if (/invalid relative path|absolute path|invalid characters/i.test(cause.message)) {
    const name = cause.message.replace(/^[^:]*:\s*/, '');
    return new UnreadableSource(
      `holds ${name}, a name that points outside the archive`,
      'create it again without .. and / at the beginning of names',
    );
  }
  return new UnreadableSource(`is a damaged zip archive (${cause.message})`, 'save it again');
}

function readEntry(zip: ZipFile, entry: Entry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (cause, stream) => {
      if (cause) return reject(unreadable(cause));
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', (error: Error) => reject(unreadable(error)));
      stream.on('end', () => resolve(Buffer.concat(chunks)));
    });
  });
}
