import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../problem.ts';
import { combineEntries } from './combine.ts';
import { digestOf, type LedgerEntry, parseEntry, type RecordedChange } from './entry.ts';
import { endFault, linesOf, type LinePlace, readLines } from './ledger-lines.ts';

/** What the ledger holds, by release id; the lines themselves stay on the disk. */
export interface LedgerIndex {
  places: Map<string, LinePlace[]>;
  /** Releases that were taken out of the archive. */
  gone: Map<string, LedgerEntry>;
  /** The changes whose earlier words are, or were, in `history/`, by release id. */
  worded: Map<string, RecordedChange[]>;
  /** Statements whose words were taken out of releases that are still there, by the digests of these. */
  removed: Map<string, RemovedStatement[]>;
  errors: Problem[];
  warnings: Problem[];
}

/** A statement that is recorded as removed, and not as being in another release. */
interface RemovedStatement {
  release: string;
  id: string;
}

/** What one file of the ledger holds. */
export interface LedgerFile {
  lines: (Omit<LinePlace, 'file'> & { release: string; line: number })[];
  /** Lines of releases that were taken out of the archive. */
  gone: LedgerEntry[];
  /** The changes of a line whose earlier words are, or were, in `history/`. */
  worded: { release: string; changes: RecordedChange[] }[];
  /** With the digests of the last words that they had. */
  removed: (RemovedStatement & { digest: string })[];
  /** What is wrong with it; a hint may have the file's folder. */
  faults: { line: number; message: string; hint: string }[];
}

/** The file, below the content folder, for the line of a release. */
export const ledgerPath = (release: string) => `ledger/${release.slice(0, 4)}.jsonl`;

/**
 * Reads the whole ledger once, a year at a time, and checks every line of it.
 * @param folder the content folder; `paths` are below it.
 * @param readLedger how a file is read; one that did not change since need not be checked again.
 */
export async function indexLedger(
  folder: string,
  paths: readonly string[],
  readLedger = readLedgerFile,
): Promise<LedgerIndex> {
  const index: LedgerIndex = {
    places: new Map(),
    gone: new Map(),
    worded: new Map(),
    removed: new Map(),
    errors: [],
    warnings: [],
  };
  for (const path of paths) {
    const file = join(folder, path);
    const { lines, gone, worded, removed, faults } = readLedger(path, await readFile(file), folder);
    index.errors.push(...faults.map((fault) => ({ file, field: 'ledger', ...fault })));
    for (const { release, line, ...place } of lines.map((one) => ({ ...one, file }))) {
      const before = index.places.get(release);
      if (before) {
        const message = `has a second line for ${release}`;
        const hint = 'run `npm run record`, which makes one line of them';
        index.warnings.push({ file, line, field: 'ledger', message, hint });
        before.push(place);
      } else index.places.set(release, [place]);
    }
    for (const entry of gone) index.gone.set(entry.release, entry);
    for (const { release, changes } of worded) {
      index.worded.set(release, [...(index.worded.get(release) ?? []), ...changes]);
    }
    for (const { digest, ...statement } of removed) {
      index.removed.set(digest, [...(index.removed.get(digest) ?? []), statement]);
    }
  }
  return index;
}

/** Reads a file of the ledger, and checks every line. @param path below the content folder. */
export function readLedgerFile(path: string, bytes: Buffer, folder: string): LedgerFile {
  const read: LedgerFile = { lines: [], gone: [], worded: [], removed: [], faults: [] };
  let last = 0;
  for (const { start, end, line } of linesOf(bytes)) {
    last = line;
    const entry = parseEntry(bytes.toString('utf8', start, end));
    if ('message' in entry) {
      read.faults.push({ line, ...entry });
      continue;
    }
    const { release } = entry;
    if (path !== ledgerPath(release)) {
      const message = `has the line of ${release}, which belongs elsewhere`;
      const hint = `move the line to ${join(folder, ledgerPath(release))}, or delete it if it is there already`;
      read.faults.push({ line, message, hint });
      continue;
    }
    const digest = hash('sha256', bytes.subarray(start, end), 'base64url');
    read.lines.push({ release, line, start, end, digest });
    if (entry.gone) read.gone.push(entry);
    else read.removed.push(...removedIn(entry));
    const changes = (entry.changes ?? []).filter(({ words, forgotten }) => words ?? forgotten);
    if (changes.length > 0) read.worded.push({ release, changes });
  }
  const fault = endFault(bytes, last);
  if (fault) read.faults.push(fault);
  return read;
}

function removedIn({ release, statements }: LedgerEntry): LedgerFile['removed'] {
  return statements
    .filter(({ removed, to }) => removed !== undefined && to === undefined)
    .map((statement) => ({ release, id: statement.id, digest: digestOf(statement) }));
}

/**
 * Reads the line of a release, or the several that a merge has left.
 * @throws {Error} if the file has changed since it was indexed.
 */
export function readEntry(places: readonly LinePlace[]): LedgerEntry | undefined {
  return entryOf(readLines(places), places);
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
