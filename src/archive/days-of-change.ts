import type { Connections } from './connections.ts';
import type { Day } from './day.ts';
import type { RecordedChange } from './ledger/entry.ts';
import type { Release } from './release.ts';

/**
 * The days on which a release, or what its page says of it, changed, oldest first: when it was issued,
 * corrected, withdrawn, edited or replaced by another.
 * @param changes recorded ones of its statements.
 */
export function daysOfChange(
  { date, corrections = [], withdrawn }: Release,
  { correctedBy }: Pick<Connections, 'correctedBy'>,
  changes: readonly RecordedChange[] = [],
): [issued: Day, ...later: Day[]] {
  const later = [
    ...corrections.map((made) => made.date),
    ...correctedBy.map((release) => release.date),
    ...changes.map(({ on }) => on),
    withdrawn?.date ?? date,
  ].filter((day) => day > date);
  return [date, ...[...new Set(later)].sort()];
}

/** What is known of when a release came into the archive. */
export interface KnownDays {
  /** The day since which it is recorded. */
  recordedOn: Day | undefined;
  /** The days of the commits of its file, oldest first: the ledger has no edits of its fields. */
  committedOn: readonly Day[];
}

/**
 * The days on which the archive changed by a release, oldest first. The first is that on which it came in: of a
 * release that was added years after it was issued, the day of the recording, else that of the first commit; that a
 * recorded release was committed only later changed nothing.
 * @param changed see `daysOfChange`.
 */
export function daysInArchive(
  [issued, ...later]: readonly [issued: Day, ...later: Day[]],
  { recordedOn, committedOn }: KnownDays,
): [added: Day, ...later: Day[]] {
  const known = recordedOn ?? committedOn[0] ?? issued;
  const added = known > issued ? known : issued;
  const days = new Set([...later, ...committedOn.slice(1)].filter((day) => day > added));
  return [added, ...[...days].sort()];
}
