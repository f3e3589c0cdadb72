import { formatProblem, type Problem } from '../archive/problem.ts';
import type { LoadedArchive } from '../load/load-archive.ts';
import { hasSharePictures } from '../publish/share-picture/picture.ts';

/** `1 error`, `2 errors`. */
export const counted = (count: number, what: string) =>
  `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;

/** Prints all that is wrong with an archive to stderr, warnings first, so that errors end the report. */
export function printProblems({
  errors,
  warnings,
}: {
  errors: Problem[];
  warnings: Problem[];
}): void {
  for (const problem of warnings) console.error(`warning: ${formatProblem(problem)}`);
  for (const problem of errors) console.error(`error: ${formatProblem(problem)}`);
}

/** What the archive leaves out for now, a line a release. */
export function printEmbargoed({ embargoed }: Pick<LoadedArchive, 'embargoed'>): void {
  for (const { id, embargo } of embargoed) console.error(`${id} is left out until ${embargo}.`);
}

/** That a large archive has no share pictures, where `site.yaml` does not say whether it should. */
export function printPicturesLeftOut(archive: Pick<LoadedArchive, 'site' | 'releases'>): void {
  if (archive.site.share_pictures !== undefined || hasSharePictures(archive)) return;
  const many = counted(archive.releases.length, 'release');
  console.error(
    `There are no share pictures, since ${many} are many: share_pictures: true in site.yaml has them drawn, false ends this note.`,
  );
}
