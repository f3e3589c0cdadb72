import { findIssuer, type Issuers } from './new-release.ts';
import { nearest } from './nearest.ts';
import type { Problem } from './problem.ts';
import type { ValidRelease } from './release.ts';

/** What only the name of a file looks like: small letters, with hyphens between. */
const FILE_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)+$/;

/**
 * Releases with the names of offices where their contacts name a file under `offices/`. Any other text is the office as
 * the release printed it, but for what looks like the name of a file that does not exist.
 */
export function withContactOffices(
  releases: readonly ValidRelease[],
  offices: Issuers,
): { read: ValidRelease[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const read = releases.map((one): ValidRelease => {
    const { release, lines } = one;
    if (release.contact.every(({ office }) => office === undefined)) return one;
    const contact = release.contact.map((person, n) => {
      if (person.office === undefined) return person;
      const isFile = offices.has(person.office) || FILE_NAME.test(person.office);
      if (!isFile) return person;
      const name = offices.get(findIssuer(person.office, offices))?.name;
      if (name !== undefined) return { ...person, office: name };
      const meant = nearest(person.office, offices.keys());
      problems.push({
        file: release.file,
        line: lines[`contact.${n}.office`] ?? 1,
        field: 'contact.office',
        message: `names ${person.office}, which has no file offices/${person.office}.yaml`,
        hint: meant ? `did you mean ${meant}?` : 'write the office as the release printed it',
      });
      return person;
    });
    return { ...one, release: { ...release, contact } };
  });
  return { read, problems };
}
