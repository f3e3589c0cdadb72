import { CHANGE_KINDS, isLiving, type LedgerEntry, type RecordedStatement } from './entry.ts';

/**
 * Makes one line of two: of those that two people recorded for the same release, or of two releases
 * that became one. No id is lost; where each lives is for the alignment to find out. Of a statement
 * in both counts what the line says that changed it more often: beside a line that was made from it, a
 * merge leaves the line that is out of date.
 */
export function combineEntries(first: LedgerEntry, second: LedgerEntry): LedgerEntry {
  const statements = combineStatements(first, second);
  const living = new Set(statements.filter(isLiving).map(({ id }) => id));
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

/** The statements of the line with more changes, and those of the other behind what they follow there. */
function combineStatements(first: LedgerEntry, second: LedgerEntry): RecordedStatement[] {
  const isOutdated = (first.changes?.length ?? 0) < (second.changes?.length ?? 0);
  const [base, other] = isOutdated ? [second, first] : [first, second];
  const [ours, theirs] = [changesOf(base), changesOf(other)];
  const statements = [...base.statements];
  let place = 0;
  for (const statement of other.statements) {
    const { id } = statement;
    const found = statements.findIndex((one) => one.id === id);
    if (found === -1) statements.splice(place++, 0, statement);
    else {
      if ((theirs.get(id) ?? 0) > (ours.get(id) ?? 0)) statements[found] = statement;
      place = found + 1;
    }
  }
  return statements;
}

/** How often each statement is named in a line's changes. */
function changesOf({ changes = [] }: LedgerEntry): Map<string, number> {
  const ids = changes.flatMap((change) => CHANGE_KINDS.flatMap((kind) => change[kind] ?? []));
  return new Map([...Map.groupBy(ids, (id) => id)].map(([id, list]) => [id, list.length]));
}
