import { open } from 'node:fs/promises';
import { type Fault, type Given, type LeftOut, UnreadableSource } from '../read/document.ts';
import type { SourceKind } from '../read/read-source.ts';

/** One release to import: a file, an entry of an archive, a row of a table. */
export interface SourceItem {
  /** As people know it: `letters/2009.zip: may/bridge.docx`, `releases.csv: row 12`. */
  name: string;
  kind: SourceKind;
  /** Where it lies; what lies in no file of its own comes with its bytes. */
  path?: string | undefined;
  bytes?: Uint8Array | undefined;
  /** What is known of it beside its text. */
  given?: Given | undefined;
  /** What belongs to it and that no release holds. */
  beside?: LeftOut[] | undefined;
}

/** The path in a source's name, without the archive or the table around it. */
export const innerPath = (name: string) => name.replace(/^.*: /, '');

/** Something that was named and cannot be imported; the rest goes on. */
export interface SourceFault {
  name: string;
  fault: Fault;
}

/** Told of what is passed over, and of what kind such things are, in the plural. */
export type OnAside = (name: string, kind: string) => void;

const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Reads a file whole, as it stood at one moment.
 * @throws {UnreadableSource} if it is too large, or is written to meanwhile.
 */
export async function readWhole(path: string): Promise<Buffer> {
  const file = await open(path).catch((cause: NodeJS.ErrnoException) => {
    const why = cause.code === 'ENOENT' ? 'is not there' : `cannot be opened (${cause.code})`;
    throw new UnreadableSource(why, 'look at its name and at who may read it');
  });
  try {
    const before = await file.stat();
    if (before.isDirectory()) throw new UnreadableSource('is a folder', 'name the files in it');
    if (before.size > MOST_BYTES) {
      const size = Math.round(before.size / 1024 / 1024);
      throw new UnreadableSource(
        `has ${size} MB; a release has less than 64`,
        'take pictures out of it, or cut a large export into several files',
      );
    }
    const bytes = await file.readFile();
    const after = await file.stat();
    if (
      after.size !== before.size ||
      after.mtimeMs !== before.mtimeMs ||
      bytes.length !== before.size
    ) {
      throw new UnreadableSource(
        'changed while it was read',
        'import it again when it is finished',
      );
    }
    return bytes;
  } finally {
    await file.close();
  }
}
