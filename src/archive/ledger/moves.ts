import leven from 'leven';
import { releasePath } from '../release.ts';
import { digestOf, isLiving, type LedgerEntry } from './entry.ts';

/** A release that has another name than the one by which it is recorded. */
export interface Move {
  from: string;
  to: string;
  /** Whether its frontmatter names the former address. */
  isDeclared: boolean;
}

/** What of a release in the archive shows whether it has moved. */
export interface Arrival {
  id: string;
  aliases: readonly string[];
  /** The ids of its statements, if the ledger has no line of it. */
  ids: readonly string[] | undefined;
}

/** How many of the statements of both must be the same in the two. */
const SHARED = 0.5;

/**
 * Finds where recorded releases went whose files no longer exist: to the release that has the former
 * address among its aliases, or else to one that is not recorded and has the same words.
 * @param absent their lines.
 */
export function findMoves(absent: readonly LedgerEntry[], arrivals: readonly Arrival[]): Move[] {
  const byAlias = new Map(arrivals.flatMap(({ id, aliases }) => aliases.map((path) => [path, id])));
  const taken = new Set<string>();
  const moves: Move[] = [];
  for (const { release: from } of absent) {
    const to = byAlias.get(releasePath(from));
    if (to === undefined) continue;
    moves.push({ from, to, isDeclared: true });
    taken.add(to);
  }
  const found = new Set(moves.map(({ from }) => from));
  const unrecorded = arrivals.filter(({ ids }) => ids !== undefined);
  const pairs = absent
    .flatMap((entry) =>
      unrecorded
        .map(({ id: to, ids = [] }) => ({ to, share: sharedStatements(entry, ids) }))
        .filter(({ share }) => share >= SHARED)
        .map((pair) => ({ from: entry.release, ...pair })),
    )
    .map((pair) => ({ ...pair, distance: leven(pair.from, pair.to) }))
    // Of releases with the same words the one whose name is most like the former one is meant.
    .sort((a, b) => b.share - a.share || a.distance - b.distance);
  for (const { from, to } of pairs) {
    if (found.has(from) || taken.has(to)) continue;
    moves.push({ from, to, isDeclared: false });
    found.add(from);
    taken.add(to);
  }
  return moves;
}

function sharedStatements({ statements }: LedgerEntry, ids: readonly string[]): number {
  const living = statements.filter(isLiving).map(digestOf);
  const known = new Set(living);
  const shared = ids.filter((id) => known.has(digestOf({ id }))).length;
  return shared / Math.max(1, living.length, ids.length);
}
