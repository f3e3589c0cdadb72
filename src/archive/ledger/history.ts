import type { Day } from '../day.ts';
import { CHANGE_KINDS, type LedgerEntry, type RecordedChange } from './entry.ts';

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
