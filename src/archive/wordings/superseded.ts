import type { Day } from '../day.ts';
import { digestOf, isLiving, type LedgerEntry } from '../ledger/entry.ts';
import type { EarlierWording } from './earlier-wording.ts';

/** Recorded words of a statement in whose place others, or none, are recorded now. */
export interface Superseded extends Omit<EarlierWording, 'text'> {
  /** Of the words, made as ids are. */
  digest: string;
}

/** Which words of a line of the ledger the next one of the same release no longer has. */
export function supersededBy(before: LedgerEntry, after: LedgerEntry, on: Day): Superseded[] {
  const next = new Map(after.statements.map((statement) => [statement.id, statement]));
  return before.statements.filter(isLiving).flatMap((old) => {
    const now = next.get(old.id);
    const digest = digestOf(old);
    if (now && isLiving(now) && digestOf(now) === digest) return [];
    const since = old.since ?? before.since;
    return [{ release: after.release, statement: old.id, since, until: on, digest }];
  });
}
