import { closeSync, openSync, readSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../problem.ts';
import { combineEntries } from './combine.ts';
import { type LedgerEntry, parseEntry } from './entry.ts';

/** Where a release's line is: bytes from `start` up to `end` of a file, without the line's end. */
export interface LinePlace {
  file: string;
  start: number;
  end: number;
}

/** What the ledger holds, by release id; the lines themselves stay on the disk. */
export interface LedgerIndex {
  places: Map<string, LinePlace[]>;
  /** Releases that were taken out of the archive. */
  gone: Map<string, LedgerEntry>;
  errors: Problem[];
  warnings: Problem[];
}

const NEWLINE = 0x0a;

/** The file, below the content folder, for the line of a release. */
export const ledgerPath = (release: string) => `ledger/${release.slice(0, 4)}.jsonl`;

/**
 * Reads the whole ledger once, a year at a time, and checks every line of it.
 * @param folder the content folder; `paths` are below it.
 */
export async function indexLedger(folder: string, paths: readonly string[]): Promise<LedgerIndex> {
  const index: LedgerIndex = { places: new Map(), gone: new Map(), errors: [], warnings: [] };
  for (const path of paths) {
    const file = join(folder, path);
    const bytes = await readFile(file);
    const problem = (line: number, message: string, hint: string): Problem => {
      return { file, line, field: 'ledger', message, hint };
    };
    let lines = 0;
    for (const { start, end, line } of linesOf(bytes)) {
      lines = line;
      const entry = parseEntry(bytes.toString('utf8', start, end));
      if ('message' in entry) {
        index.errors.push(problem(line, entry.message, entry.hint));
        continue;
      }
      const { release } = entry;
      if (path !== ledgerPath(release)) {
        const hint = `move the line to ${join(folder, ledgerPath(release))}, or delete it if it is there already`;
        index.errors.push(
          problem(line, `has the line of ${release}, which belongs elsewhere`, hint),
        );
        continue;
      }
      const place = { file, start, end };
      const before = index.places.get(release);
      if (before) {
        const hint = 'run `npm run record`, which makes one line of them';
        index.warnings.push(problem(line, `has a second line for ${release}`, hint));
        before.push(place);
      } else index.places.set(release, [place]);
      if (entry.gone) index.gone.set(release, entry);
    }
    if (bytes.at(-1) !== NEWLINE) {
      const message = lines === 0 ? 'is empty' : 'is cut short: its last line has no end';
      const hint = 'take the file from an earlier version (git log -p)';
      index.errors.push(problem(Math.max(1, lines), message, hint));
    }
  }
  return index;
}

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

/**
 * Reads the line of a release, or the several that a merge has left.
 * @throws {Error} if the file has changed since it was indexed.
 */
export function readEntry(places: readonly LinePlace[]): LedgerEntry | undefined {
  return entryOf(readLines(places), places);
}

/** The lines as they are; synchronously, since many small reads of cached files are fastest that way. */
export function readLines(places: readonly LinePlace[]): Buffer[] {
  return places.map(({ file, start, end }) => {
    const bytes = Buffer.alloc(end - start);
    const handle = openSync(file, 'r');
    try {
      readSync(handle, bytes, 0, bytes.length, start);
    } finally {
      closeSync(handle);
    }
    return bytes;
  });
}

/**
 * What lines of a release say together.
 * @throws {Error} if one says nothing: then the file has changed since it was indexed.
 */
export function entryOf(
  lines: readonly Buffer[],
  places: readonly LinePlace[],
): LedgerEntry | undefined {
  return lines.reduce<LedgerEntry | undefined>((all, line, n) => {
    const entry = parseEntry(line.toString('utf8'));
    if ('message' in entry) {
      throw new Error(`${places[n]?.file} has changed while it was read; try again`);
    }
    return all ? combineEntries(all, entry) : entry;
  }, undefined);
}
