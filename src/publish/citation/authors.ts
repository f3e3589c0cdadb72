import { displayName } from '../../archive/browse.ts';
import type { Archive } from '../../archive/model.ts';
import type { Release } from '../../archive/release.ts';
import { partName } from '../../archive/person-name.ts';
import type { CslAuthor } from './csl-item.ts';

/** The names of the offices that issued a release, committees among them. */
export const officeNames = ({ archive }: { archive: Archive }, { office }: Release) =>
  office.map((slug) => displayName(archive, 'offices', slug));

/**
 * Who is the author of a release, for the head of its page and for all citations: each office that issued it, as a
 * whole. A member is the author only where the office goes by the member's name: who signs for an office
 * changes, and a committee has many members.
 */
export function authorsOf({ archive }: { archive: Archive }, { office }: Release): CslAuthor[] {
  return office.map((slug) => {
    const { member, family } = archive.offices.get(slug) ?? {};
    const name = displayName(archive, 'offices', slug);
    if (name !== member) return { literal: name };
    return { ...partName(member, familyNames(archive, family)) };
  });
}

/** Family names that the whole name does not show: of all offices' members, or of one, and those of `site.yaml`. */
export function familyNames({ site, offices }: Archive, ofMember?: string): string[] {
  if (ofMember !== undefined) return [ofMember];
  const ofMembers = [...offices.values()].flatMap(({ family }) => family ?? []);
  return [...ofMembers, ...(site.family_names ?? [])];
}
