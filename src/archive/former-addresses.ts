import type { Archive } from './model.ts';
import type { LedgerEntry } from './ledger/entry.ts';
import type { Move } from './ledger/moves.ts';
import { type Release, releasePath } from './release.ts';

/** An address that a release had: where it is now, or that it is not in the archive any more. */
export type FormerAddress = { path: string } & ({ release: Release } | { gone: LedgerEntry });

/**
 * Every address that once led to a release and would lead nowhere by itself: aliases, the addresses
 * under which renamed releases are recorded, and those of releases that are gone.
 */
export function formerAddresses(
  { releases, byId }: Pick<Archive, 'releases' | 'byId'>,
  {
    moves,
    absent,
    gone,
  }: { moves: readonly Move[]; absent: readonly LedgerEntry[]; gone: readonly LedgerEntry[] },
): FormerAddress[] {
  const aliases = releases.flatMap((release) =>
    (release.aliases ?? []).map((path) => ({ path, release })),
  );
  const known = new Set(aliases.map(({ path }) => path));
  const moved = moves.flatMap(({ from, to }) => {
    const [path, release] = [releasePath(from), byId.get(to)];
    return release && !known.has(path) ? [{ path, release }] : [];
  });
  const lost = [...absent, ...gone].map((entry) => ({
    path: releasePath(entry.release),
    gone: entry,
  }));
  return [...aliases, ...moved, ...lost.filter(({ path }) => !known.has(path))];
}
