import type { Issuers, KnownIssuers } from '../../archive/new-release.ts';
import { nearest } from '../../archive/nearest.ts';
import type { Problem } from '../../archive/problem.ts';
import type { ResolvedRelease } from './resolve-release.ts';

/** Offices and caucuses of a release that the archive does not have. */
export function issuerProblems(
  { office, caucus }: ResolvedRelease,
  file: string,
  known: KnownIssuers,
): Problem[] {
  const check = (
    field: string,
    folder: string,
    slugs: readonly string[],
    issuers: Issuers | undefined,
  ) =>
    slugs
      .filter((slug) => issuers !== undefined && !issuers.has(slug))
      .map((slug): Problem => {
        const meant = nearest(slug, issuers?.keys() ?? []);
        const hint = `${meant ? `did you mean ${meant}? If not, ` : ''}write that file with name: in it`;
        const message = `refers to ${slug}, which has no file ${folder}/${slug}.yaml`;
        return { file, line: 1, field, message, hint };
      });
  return [
    ...check('office', 'offices', office, known.offices),
    ...check('caucus', 'caucuses', caucus, known.caucuses),
  ];
}
