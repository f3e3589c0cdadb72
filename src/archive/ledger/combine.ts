import type { LedgerEntry, RecordedStatement } from './entry.ts';

/**
 * Makes one line of two: of those that two people recorded for the same release, or of two releases
 * that became one. No id is lost; where each lives is for the alignment to find out.
 */
export function combineEntries(first: LedgerEntry, second: LedgerEntry): LedgerEntry {
  const ids = new Set(first.statements.map(({ id }) => id));
  const statements = [...first.statements, ...second.statements.filter(({ id }) => !ids.has(id))];
  const living = new Set(
    statements.filter(({ in: into, removed }) => !into && !removed).map(({ id }) => id),
  );
  const [older, younger] = first.since <= second.since ? [first, second] : [second, first];
  const old = new Set(older.statements.map(({ id }) => id));
  /** The day that a statement had by its own line, where the line of both is older. */
  const dated = ({ id, removed }: RecordedStatement) =>
    old.has(id) || removed || younger.since === older.since ? {} : { since: younger.since };
  const changes = [...(first.changes ?? []), ...(second.changes ?? [])];
  const seen = new Set<string>();
  const distinct = changes
    .filter((change) => {
      const text = JSON.stringify(change);
      return !seen.has(text) && seen.add(text);
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return {
    v: first.v,
    release: first.release,
    since: older.since,
    statements: statements.map(({ in: into, ...statement }) => ({
      ...dated(statement),
      ...statement,
      ...(into !== undefined && living.has(into) ? { in: into } : {}),
    })),
    ...(distinct.length > 0 ? { changes: distinct } : {}),
  };
}
