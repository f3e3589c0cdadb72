import { hash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder } from '../files/make-folder.ts';

/*
 * A bundle is many files in one, since a cache of a hundred thousand small ones would be slow to copy.
 * First comes a line with the SHA-256 of the table that follows and its length in bytes; then the table, JSON
 * with the name, the length in bytes and the SHA-256 of each file; then the files' bytes, one after the
 * other. So each can be read without the others, and its digest is known without reading it.
 */

type Entry = [name: string, length: number, sha256: string];
type Places = ReadonlyMap<string, ByteRange & { sha256: string }>;

/** Where the bytes of a file begin in its bundle, and how many they are. */
export interface ByteRange {
  start: number;
  length: number;
}

const NEWLINE = 0x0a;
/** Bytes of a table: what is larger is damaged. */
const MAX_TABLE = 2 ** 30;
/** Bytes that hold the first line, and the table of a small bundle. */
const FIRST = 2 ** 11;

/**
 * A bundle that can be read, as long as it is open, even if another build replaces it. Each file is
 * compared with its digest when it is read: a damaged one counts as missing.
 */
export class Bundle {
  readonly #places: Places;
  #handle: number | undefined;

  private constructor(handle: number, places: Places) {
    this.#handle = handle;
    this.#places = places;
  }

  /** Opens a bundle; undefined if it does not exist or cannot be read. */
  static open(file: string): Bundle | undefined {
    const handle = openIf(file);
    if (handle === undefined) return undefined;
    let places: Places | undefined;
    try {
      places = readTable(handle);
    } catch {
      // a disk or a network that fails: as if it were damaged
    }
    if (places) return new Bundle(handle, places);
    closeSync(handle);
    return undefined;
  }

  get size() {
    return this.#places.size;
  }

  keys = () => this.#places.keys();
  has = (name: string) => this.#places.has(name);
  placeOf = (name: string): ByteRange | undefined => this.#places.get(name);

  /** The SHA-256 of a file as it was written, in hexadecimal digits. */
  digestOf = (name: string) => this.#places.get(name)?.sha256;

  /** The bytes of a file; undefined if it is missing or damaged, or if the bundle is closed. */
  get(name: string): Buffer | undefined {
    const place = this.#places.get(name);
    if (place === undefined || this.#handle === undefined) return undefined;
    const bytes = readAt(this.#handle, place);
    return hash('sha256', bytes) === place.sha256 ? bytes : undefined;
  }

  /** Whether these files exist and none is damaged; they are read at once, since many small reads take longer. */
  areWhole(names: readonly string[]): boolean {
    const places = names.map((name) => this.#places.get(name));
    if (this.#handle === undefined) return false;
    const first = places.reduce((min, place) => Math.min(min, place?.start ?? 0), Infinity);
    const last = places.reduce(
      (max, place) => Math.max(max, place ? place.start + place.length : 0),
      0,
    );
    const bytes = readAt(this.#handle, { start: first, length: Math.max(0, last - first) });
    return places.every((place) => {
      if (place === undefined) return false;
      const start = place.start - first;
      return hash('sha256', bytes.subarray(start, start + place.length)) === place.sha256;
    });
  }

  /** Closes the file. */
  close(): void {
    if (this.#handle !== undefined) closeSync(this.#handle);
    this.#handle = undefined;
  }

  /** Hands over the open file; the caller must close it. */
  handOver(): number | undefined {
    const handle = this.#handle;
    this.#handle = undefined;
    return handle;
  }
}

/** The bytes at a place of an open file; fewer if it is truncated. */
export function readAt(handle: number, { start, length }: ByteRange): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  let read = 0;
  for (let more = 1; more > 0 && read < length; read += more) {
    more = readSync(handle, bytes, read, length - read, start + read);
  }
  return bytes.subarray(0, read);
}

/** Writes a bundle. Anyone who reads it meanwhile reads the whole old or the whole new one. */
export async function writeBundle(
  file: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const entries = [...files].map(([name, bytes]): Entry => {
    return [name, bytes.length, hash('sha256', bytes)];
  });
  const table = Buffer.from(`${JSON.stringify(entries)}\n`);
  const first = Buffer.from(`${hash('sha256', table)} ${table.length}\n`);
  makeFolder(dirname(file));
  const temporary = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}.new`;
  try {
    await writeFile(temporary, [first, table, ...files.values()]);
    await rename(temporary, file);
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined); // an earlier error is the one that counts
  }
}

function openIf(file: string): number | undefined {
  try {
    return openSync(file, 'r');
  } catch {
    return undefined;
  }
}

function readTable(handle: number): Places | undefined {
  const begin = readAt(handle, { start: 0, length: FIRST });
  const end = begin.indexOf(NEWLINE) + 1;
  const [digest, bytes] = begin.toString('latin1', 0, Math.max(0, end - 1)).split(' ');
  const length = Number(bytes);
  if (!Number.isSafeInteger(length) || length > MAX_TABLE) return undefined;
  const table = Buffer.concat([
    begin.subarray(end, end + length),
    readAt(handle, { start: FIRST, length: Math.max(0, end + length - FIRST) }),
  ]);
  if (digest !== hash('sha256', table)) return undefined;
  const places = new Map<string, ByteRange & { sha256: string }>();
  let start = end + length;
  for (const [name, length, sha256] of JSON.parse(table.toString()) as Entry[]) {
    places.set(name, { start, length, sha256 });
    start += length;
  }
  return places;
}
