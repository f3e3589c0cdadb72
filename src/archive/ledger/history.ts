import type { Day } from '../day.ts';
import { CHANGE_KINDS, EXTENTS, type LedgerEntry, type RecordedChange } from './entry.ts';
import type { Extent } from './extent.ts';

/**
 * The day of the last recorded edit of each statement that was ever edited, split or merged, or that
 * was removed and came back with other words than those of its id.
 */
export function lastEdits({
  changes = [],
  statements,
}: Pick<LedgerEntry, 'changes' | 'statements'>): Map<string, Day> {
  const edits = new Map<string, Day>();
  const others = new Set(statements.filter(({ text }) => text !== undefined).map(({ id }) => id));
  for (const { on, edited = [], split = [], merged = [], restored = [] } of changes) {
    const back = restored.filter((id) => others.has(id));
    for (const id of [...edited, ...split, ...merged, ...back]) edits.set(id, on);
  }
  return edits;
}

/** What was last done to a statement, as its page notes it. */
export interface LastChange {
  kind: 'edited' | 'split' | 'merged' | 'moved' | 'restored';
  on: Day;
  extent: Extent | undefined;
}

/**
 * The last recorded change of each statement that `lastEdits` has, and of those that were only moved or
 * restored.
 */
export function lastChanges(entry: Pick<LedgerEntry, 'changes' | 'statements'>) {
  const { changes = [] } = entry;
  const edits = lastEdits(entry);
  const found = new Map<string, LastChange>();
  for (const change of changes) {
    for (const kind of ['moved', 'restored', 'edited', 'split', 'merged'] as const) {
      for (const id of change[kind] ?? []) {
        const isEdit = edits.get(id) === change.on;
        const isQuiet = kind === 'moved' || kind === 'restored';
        if (!isEdit && (!isQuiet || edits.has(id))) continue;
        const extent = EXTENTS.find((one) => change[one]?.includes(id));
        found.set(id, { kind: isQuiet && isEdit ? 'edited' : kind, on: change.on, extent });
      }
    }
  }
  return found;
}

/** What one day changed: each kind with the ids of its statements, each once. */
export interface DayOfChange {
  on: Day;
  changes: { kind: (typeof CHANGE_KINDS)[number]; ids: string[] }[];
}

/** The recorded changes of a release by day, newest first. */
export function historyOf(changes: readonly RecordedChange[] = []): DayOfChange[] {
  const days = Map.groupBy(changes, ({ on }) => on);
  return [...days]
    .map(([on, list]) => ({
      on,
      changes: CHANGE_KINDS.map((kind) => ({
        kind,
        ids: [...new Set(list.flatMap((change) => change[kind] ?? []))],
      })).filter(({ ids }) => ids.length > 0),
    }))
    .sort((a, b) => (a.on < b.on ? 1 : -1));
}
