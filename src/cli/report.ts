import { formatProblem, type Problem } from '../archive/problem.ts';
import type { LoadedArchive } from '../build/load-archive.ts';

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
