import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A file of a bag's payload: what it holds, or the file that is copied. */
export type PayloadFile = { path: string } & ({ content: string } | { from: string });

/** A bag was not written, since something has its name. */
export class BagExists extends Error {}

interface Written {
  path: string;
  bytes: number;
  /** In hexadecimal digits. */
  sha256: string;
}

/**
 * Writes a bag by RFC 8493 (BagIt 1.0): it is complete when it has its name, and nothing is left behind if it
 * cannot be.
 * @param folder must not exist.
 * @param info what `bag-info.txt` says, by its labels; Payload-Oxum is added.
 * @throws {BagExists}
 */
export async function writeBag(
  folder: string,
  files: readonly PayloadFile[],
  info: Readonly<Record<string, string>>,
): Promise<{ files: number; bytes: number }> {
  await refuseExisting(folder);
  const parent = dirname(resolve(folder));
  await mkdir(parent, { recursive: true });
  const work = await mkdtemp(join(parent, `.${basename(folder)}-`));
  try {
    const payload = [];
    for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
      payload.push(await writePayload(work, file));
    }
    const bytes = payload.reduce((sum, file) => sum + file.bytes, 0);
    const about = { ...info, 'Payload-Oxum': `${bytes}.${payload.length}` };
    const tags = {
      'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
      'bag-info.txt': Object.entries(about).map(formatTag).join(''),
      'manifest-sha256.txt': payload.map(manifestLine).join(''),
    };
    const sums = [];
    for (const [path, text] of Object.entries(tags)) {
      await writeFile(join(work, path), text);
      sums.push(manifestLine({ path, sha256: createHash('sha256').update(text).digest('hex') }));
    }
    await writeFile(join(work, 'tagmanifest-sha256.txt'), sums.join(''));
    await refuseExisting(folder); // it may have come into being since
    await rename(work, folder);
    return { files: payload.length, bytes };
  } catch (cause) {
    await rm(work, { recursive: true, force: true });
    throw cause;
  }
}

async function refuseExisting(folder: string): Promise<void> {
  const there = await stat(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return undefined;
    throw cause;
  });
  if (there !== undefined) throw new BagExists(`${folder} exists`);
}

async function writePayload(bag: string, file: PayloadFile): Promise<Written> {
  const path = `data/${file.path}`;
  const target = join(bag, path);
  await mkdir(dirname(target), { recursive: true });
  const hash = createHash('sha256');
  if ('content' in file) {
    await writeFile(target, file.content);
    const bytes = Buffer.byteLength(file.content);
    return { path, bytes, sha256: hash.update(file.content).digest('hex') };
  }
  const counter = new Counter(hash);
  await pipeline(createReadStream(file.from), counter, createWriteStream(target));
  return { path, bytes: counter.bytes, sha256: hash.digest('hex') };
}

/** Passes bytes on, so that what is counted is what is written. */
class Counter extends Transform {
  bytes = 0;
  #hash: Hash;

  constructor(hash: Hash) {
    super();
    this.#hash = hash;
  }

  override _transform(chunk: Buffer, _: string, done: (error: null, chunk: Buffer) => void) {
    this.bytes += chunk.length;
    this.#hash.update(chunk);
    done(null, chunk);
  }
}

/** RFC 8493 §2.1.3: line breaks and `%` of a path are encoded. */
const manifestLine = ({ path, sha256 }: Pick<Written, 'path' | 'sha256'>) =>
  `${sha256}  ${path.replace(/[%\r\n]/g, (character) => encodeURIComponent(character))}\n`;

/** A value is on one line: longer ones would be folded. */
const formatTag = ([label, value]: [string, string]) =>
  `${label}: ${value.replace(/\s+/g, ' ').trim()}\n`;
