import { fromBuffer, open, type Entry, type ZipFile } from 'yauzl';
import { UnreadableSource } from './document.ts';

/** Bytes that one file in an archive may have, and all of them together; a zip bomb has more. */
const MOST_OF_ONE = 64 * 1024 * 1024;
const MOST_OF_ALL = 2 * 1024 * 1024 * 1024;
/** Text shrinks to a tenth; what shrinks to a two hundredth was made to burst. */
const MOST_SHRUNK = 200;
const NO_BOMB = 1024 * 1024; // bytes: so small a file may shrink as it likes

/** A file in a zip archive. */
export interface ZipEntry {
  name: string;
  size: number;
  read(): Promise<Buffer>;
}

/**
 * Goes through a zip archive, one entry after the other.
 * @param source a path, or the archive itself.
 * @throws {UnreadableSource} if it is damaged, encrypted, leads out of itself or would burst.
 */
export async function* zipEntries(source: string | Buffer): AsyncGenerator<ZipEntry> {
  const zip = await opened(source);
  let total = 0;
  try {
    for await (const entry of entriesOf(zip)) {
      if (entry.fileName.endsWith('/')) continue;
      refuse(entry);
      total += entry.uncompressedSize;
      if (total > MOST_OF_ALL) throw bomb(entry.fileName);
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
  // yauzl itself refuses names that lead out of the archive, and sizes that lie.
  const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true } as const;
  return new Promise((resolve, reject) => {
    const done = (cause: Error | null, zip: ZipFile) =>
      cause ? reject(told(cause)) : resolve(zip);
    if (typeof source === 'string') open(source, options, done);
    else fromBuffer(source, options, done);
  });
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | undefined>((resolve, reject) => {
      const settle = (act: () => void) => {
        zip.removeAllListeners();
        act();
      };
      zip.once('entry', (found: Entry) => settle(() => resolve(found)));
      zip.once('end', () => settle(() => resolve(undefined)));
      zip.once('error', (cause: Error) => settle(() => reject(told(cause))));
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
  const isBurst = uncompressedSize > NO_BOMB && uncompressedSize > MOST_SHRUNK * compressedSize;
  if (uncompressedSize > MOST_OF_ONE || isBurst) throw bomb(fileName);
}

const bomb = (name: string) =>
  new UnreadableSource(
    `holds ${name}, which unpacks to far more than a release has`,
    'unpack it by hand, if you trust it, and import the folder',
  );

function told(cause: Error): UnreadableSource {
  if (/invalid relative path|absolute path|invalid characters/i.test(cause.message)) {
    const name = cause.message.replace(/^[^:]*:\s*/, '');
    return new UnreadableSource(
      `holds ${name}, a name that leads out of the archive`,
      'pack it again without .. and / at the beginning of names',
    );
  }
  return new UnreadableSource(`is a damaged zip archive (${cause.message})`, 'save it again');
}

function readEntry(zip: ZipFile, entry: Entry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (cause, stream) => {
      if (cause) return reject(told(cause));
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', (error: Error) => reject(told(error)));
      stream.on('end', () => resolve(Buffer.concat(chunks)));
    });
  });
}
