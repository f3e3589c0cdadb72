import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addAlias } from '../archive/add-alias.ts';
import type { Day } from '../archive/day.ts';
import { formatEntry, type LedgerEntry, parseEntry } from '../archive/ledger/entry.ts';
import { ledgerPath } from '../archive/ledger/ledger-files.ts';
import { linesOf } from '../archive/ledger/ledger-lines.ts';
import type { Move } from '../archive/ledger/moves.ts';
import { recordEntry, type Recording } from '../archive/ledger/record-entry.ts';
import { releasePath } from '../archive/release.ts';
import { type Superseded, supersededBy } from '../archive/wordings/superseded.ts';
import { readIfExists } from '../files/read-if-exists.ts';
import { decodeStatements } from '../publish/data/statements.ts';
import { addGitAttributes } from './git-attributes.ts';
import type { LoadedArchive } from './load-archive.ts';

/** What a recording changes: the next line of each release, and addresses to add to frontmatter. */
export interface RecordingPlan {
  recordings: Recording[];
  /** By release id; null deletes the line. */
  lines: Map<string, LedgerEntry | null>;
  /** Recorded words that no statement has any more, of all releases that are not taken out. */
  superseded: Superseded[];
  aliases: Move[];
}

/**
 * Plans what `record` writes. Releases under embargo wait: nobody can have linked to them.
 * @param gone recorded releases to be marked as taken out of the archive, and why.
 * @param on the day of the recording.
 */
export function planRecording(
  { ledger, byId, bodies }: Pick<LoadedArchive, 'ledger' | 'byId' | 'bodies'>,
  gone: { entries: readonly LedgerEntry[]; reason: string },
  on: Day,
): RecordingPlan {
  const lines: RecordingPlan['lines'] = new Map();
  const recordings: Recording[] = [];
  const superseded: Superseded[] = [];
  for (const [id, { recording, entry }] of ledger.news) {
    if (!byId.has(id)) continue;
    const texts = decodeStatements(bodies.get(id)?.statements).statements.map(({ text }) => text);
    const next = recordEntry(entry, id, texts, on).entry;
    if (entry) superseded.push(...supersededBy(entry, next, on));
    lines.set(id, next);
    recordings.push(recording);
  }
  const moves = ledger.moves.filter(({ to }) => byId.has(to));
  for (const { from } of moves) lines.set(from, null);
  for (const entry of gone.entries) {
    lines.set(entry.release, { ...entry, gone: { on, reason: gone.reason } });
    recordings.push(recordingOfGone(entry));
  }
  for (const entry of ledger.double) {
    lines.set(entry.release, entry);
    recordings.push(unchanged(entry));
  }
  return {
    recordings: recordings.sort((a, b) => (a.release < b.release ? -1 : 1)),
    lines,
    superseded,
    aliases: moves
      .filter(({ isDeclared }) => !isDeclared)
      .sort((a, b) => (a.from < b.from ? -1 : 1)),
  };
}

function recordingOfGone(entry: LedgerEntry): Recording {
  const none = { kept: [], edited: [], moved: [], split: [], merged: [] };
  return {
    release: entry.release,
    ...none,
    removed: livingIds(entry),
    restored: [],
    added: [],
  };
}

/** The recording of a line that changes, though no statement does. */
export const unchanged = (entry: LedgerEntry): Recording => ({
  ...recordingOfGone(entry),
  kept: livingIds(entry),
  removed: [],
});

const livingIds = ({ statements }: LedgerEntry) =>
  statements.filter(({ removed }) => removed === undefined).map(({ id }) => id);

/**
 * The files that a plan changes, whole, by their paths below the content folder.
 * @throws {Error} if an address cannot be added to a release's frontmatter.
 */
export async function plannedFiles(
  contentDir: string,
  { lines, aliases }: RecordingPlan,
  fileOf: (id: string) => string,
): Promise<Map<string, string | null>> {
  const files = new Map<string, string | null>();
  for (const [path, changes] of Map.groupBy(lines, ([id]) => ledgerPath(id))) {
    const bytes = await readIfExists(join(contentDir, path));
    const text = withLines(bytes ?? Buffer.alloc(0), new Map(changes));
    files.set(path, text === '' ? null : text);
  }
  if (files.size > 0) await addGitAttributes(files, contentDir, 'ledger');
  for (const { from, to } of aliases) {
    const file = fileOf(to);
    const before = files.get(file) ?? (await readFile(join(contentDir, file), 'utf8'));
    const after = addAlias(before, file, releasePath(from));
    if (after === undefined) {
      throw new Error(`${join(contentDir, file)}: add ${releasePath(from)} to aliases by hand`);
    }
    files.set(file, after);
  }
  return files;
}

/** A year's file with some lines changed, in the order of ids. Other lines stay byte for byte. */
function withLines(bytes: Buffer, changes: ReadonlyMap<string, LedgerEntry | null>): string {
  const all: [string, string][] = [];
  for (const { start, end } of linesOf(bytes)) {
    const line = bytes.toString('utf8', start, end);
    const entry = parseEntry(line);
    if ('message' in entry)
      throw new Error(`The ledger has changed meanwhile: a line ${entry.message}`);
    if (!changes.has(entry.release)) all.push([entry.release, line]);
  }
  for (const [id, entry] of changes) if (entry !== null) all.push([id, formatEntry(entry)]);
  return all
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, line]) => `${line}\n`)
    .join('');
}
