import { join } from 'node:path';
import { formatProblem, type Problem } from '../archive/problem.ts';
import type { LoadedArchive } from '../load/load-archive.ts';

/** A fault as a preview shows it: in the words of `npm run check`, with the path of the page that has it. */
export interface ShownFault {
  text: string;
  path: string | undefined;
  /** Nothing that stops a build. */
  isWarning: boolean;
}

/** The faults of an archive, errors first: the front page of a preview lists all, and each other page its own. */
export function previewFaults(
  { errors, warnings, releases, faulty, texts }: LoadedArchive,
  contentDir: string,
): ShownFault[] {
  const pages = new Map([
    ...[...releases, ...faulty].map(({ file, path }) => [file, path] as const),
    ...texts.pages.map(
      ({ path }) => [join(contentDir, 'pages', `${path.slice(1, -1)}.md`), path] as const,
    ),
  ]);
  const shown = (isWarning: boolean) => (problem: Problem) => ({
    text: formatProblem(problem),
    path: pages.get(problem.file),
    isWarning,
  });
  return [...errors.map(shown(false)), ...warnings.map(shown(true))];
}
