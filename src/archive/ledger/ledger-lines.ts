import { closeSync, openSync, readSync } from 'node:fs';

/*
 * Lines of the ledger as bytes. Threads that find all their releases in the cache need nothing but this: to load
 * what validates a line takes longer than to read a month of them.
 */

/** Where a release's line is: bytes from `start` up to `end` of a file, without the line's end. */
export interface LinePlace {
  file: string;
  start: number;
  end: number;
  /** A digest of these bytes. */
  digest: string;
}

const NEWLINE = 0x0a;

/** The lines of a file in bytes; `\r` before the line's end, and blank lines, are skipped. */
export function* linesOf(bytes: Buffer): Generator<{ start: number; end: number; line: number }> {
  for (let [start, line] = [0, 1]; start < bytes.length; line++) {
    const next = bytes.indexOf(NEWLINE, start);
    const stop = next === -1 ? bytes.length : next;
    const end = bytes[stop - 1] === 0x0d ? stop - 1 : stop;
    if (end > start) yield { start, end, line };
    start = stop + 1;
  }
}

/** Reads lines as they are; synchronously, since many small reads of cached files are fastest that way. */
export class LineReader {
  readonly #handles = new Map<string, number>();

  read(places: readonly LinePlace[]): Buffer[] {
    return places.map(({ file, start, end }) => {
      const handle = this.#handles.get(file) ?? openSync(file, 'r');
      this.#handles.set(file, handle);
      const bytes = Buffer.alloc(end - start);
      readSync(handle, bytes, 0, bytes.length, start);
      return bytes;
    });
  }

  /** Closes the files. */
  close(): void {
    for (const handle of this.#handles.values()) closeSync(handle);
    this.#handles.clear();
  }
}

/** Reads some lines. */
export function readLines(places: readonly LinePlace[]): Buffer[] {
  const reader = new LineReader();
  try {
    return reader.read(places);
  } finally {
    reader.close();
  }
}

/** What is wrong with the end of a file of lines. @param last the number of its last line, 0 if it has none. */
export function endFault(bytes: Buffer, last: number) {
  if (bytes.at(-1) === NEWLINE) return undefined;
  const message = last === 0 ? 'is empty' : 'is cut short: its last line has no end';
  const hint = 'take the file from an earlier version (git log -p)';
  return { line: Math.max(1, last), message, hint };
}
