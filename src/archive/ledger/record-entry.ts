import type { Day } from '../day.ts';
import { type Alignment, align, type StatementOutcome } from './align.ts';
import {
  EXTENTS,
  type LedgerEntry,
  type RecordedChange,
  type RecordedStatement,
  VERSION,
} from './entry.ts';
import { listStatements } from './list-statements.ts';

/** What recording a release changes: each recorded id is in one list, new ones in `added`. */
export interface Recording {
  release: string;
  kept: string[];
  edited: string[];
  moved: string[];
  split: string[];
  merged: string[];
  removed: string[];
  restored: string[];
  added: string[];
}

export interface Recorded {
  /** The line as it should be from now on. */
  entry: LedgerEntry;
  /** What is new in it; undefined if the line does not change. */
  recording: Recording | undefined;
  alignment: Alignment;
}

/**
 * Records a release's present statements in its line of the ledger.
 * @param before the line so far; undefined for a release that was not recorded.
 * @param texts the present statements' words, with normalized white space.
 * @param on the day of the recording.
 */
export function recordEntry(
  before: LedgerEntry | undefined,
  release: string,
  texts: readonly string[],
  on: Day,
): Recorded {
  const known = new Map(before?.statements.map((statement) => [statement.id, statement]));
  const alignment = align(before?.statements ?? [], texts);
  const since = before?.since ?? on;
  const statements = listStatements(alignment, { known, texts, since, on });
  const recording = recordingOf(release, alignment, known);
  const entry: LedgerEntry = { v: VERSION, release, since, statements };
  if (before === undefined) return { entry, alignment, recording };

  const change = changeOf(recording, alignment, on);
  const changes = [...(before.changes ?? []), ...(change ? [change] : [])];
  if (changes.length > 0) entry.changes = changes;
  const isNews = change !== undefined || before.gone !== undefined || before.release !== release;
  return isNews
    ? { entry, alignment, recording }
    : { entry: before, alignment, recording: undefined };
}

/**
 * What became of each id. What was merged or removed before, and still is, is not listed again.
 * @param known what the ledger says of each id.
 */
export function recordingOf(
  release: string,
  { outcomes, added }: Alignment,
  known: ReadonlyMap<string, RecordedStatement>,
): Recording {
  const recording: Recording = {
    release,
    kept: [],
    edited: [],
    moved: [],
    split: [],
    merged: [],
    removed: [],
    restored: [],
    added,
  };
  for (const [id, outcome] of outcomes) {
    const before = known.get(id);
    const isKnown =
      before?.in !== undefined
        ? !SPLIT_OFF.has(outcome)
        : before?.removed !== undefined && outcome === 'removed';
    if (!isKnown) recording[outcome].push(id);
  }
  return recording;
}

/** What can be new about a statement that was merged into another. */
const SPLIT_OFF: ReadonlySet<StatementOutcome> = new Set<StatementOutcome>(['restored', 'removed']);
/** In the order in which the ledger has them. */
const KINDS = ['edited', 'moved', 'split', 'merged', 'removed', 'restored', 'added'] as const;

/** Whether there is anything in it that the ledger does not know. */
export function hasNews(recording: Recording): boolean {
  return KINDS.some((kind) => recording[kind].length > 0);
}

function changeOf(
  recording: Recording,
  { extents }: Alignment,
  on: Day,
): RecordedChange | undefined {
  const kinds = KINDS.filter((kind) => recording[kind].length > 0);
  if (kinds.length === 0) return undefined;
  const ofExtent = EXTENTS.map((extent) => {
    return [extent, recording.edited.filter((id) => extents.get(id) === extent)] as const;
  });
  return {
    on,
    ...Object.fromEntries(kinds.map((kind) => [kind, recording[kind]])),
    ...Object.fromEntries(ofExtent.filter(([, ids]) => ids.length > 0)),
  };
}
