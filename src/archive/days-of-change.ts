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
