import type { Connections } from './connections.ts';
import type { Day } from './day.ts';
import type { RecordedChange } from './ledger/entry.ts';
import type { Release } from './release.ts';

/**
 * The last day on which a release, or what its page says of it, changed: when it was issued, corrected,
 * withdrawn, edited or replaced by another.
 * @param changes recorded ones of its statements.
 */
export function lastChange(
  { date, corrections = [], withdrawn }: Release,
  { correctedBy }: Pick<Connections, 'correctedBy'>,
  changes: readonly RecordedChange[] = [],
): Day {
  const days = [
    ...corrections.map((made) => made.date),
    ...correctedBy.map((later) => later.date),
    ...changes.map(({ on }) => on),
    withdrawn?.date ?? date,
  ];
  return days.reduce((last, day) => (day > last ? day : last), date);
}
