import { collectionPath } from './browse.ts';
import type { Office } from './issuer.ts';
import type { Archive } from './model.ts';
import type { LedgerEntry } from './ledger/entry.ts';
import type { Move } from './ledger/moves.ts';
import { type Release, releasePath } from './release.ts';

/** The page of an office or a caucus. */
interface IssuerPage {
  name: string;
  path: string;
}

/**
 * An address that a release had: where it is now, or that it is not in the archive any more; or one that the page
 * of an office or a caucus had.
 */
export type FormerAddress = { path: string } & (
  { release: Release } | { gone: LedgerEntry } | { issuer: IssuerPage }
);

/**
 * Every address that once led somewhere and would lead nowhere by itself: aliases, the addresses
 * under which renamed releases are recorded, and those of releases that are gone.
 */
export function formerAddresses(
  {
    releases,
    byId,
    offices,
    caucuses,
  }: Pick<Archive, 'releases' | 'byId' | 'offices' | 'caucuses'>,
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
  return [
    ...aliases,
    ...moved,
    ...lost.filter(({ path }) => !known.has(path)),
    ...formerPages('offices', offices),
    ...formerPages('caucuses', caucuses),
  ];
}

/** The former addresses of the pages of offices or caucuses. */
export const formerPages = (
  axis: 'offices' | 'caucuses',
  issuers: ReadonlyMap<string, Pick<Office, 'slug' | 'name' | 'aliases'>>,
): { path: string; issuer: IssuerPage }[] =>
  [...issuers.values()].flatMap(({ slug, name, aliases = [] }) =>
    aliases.map((former) => ({
      path: collectionPath(axis, former),
      issuer: { name, path: collectionPath(axis, slug) },
    })),
  );
