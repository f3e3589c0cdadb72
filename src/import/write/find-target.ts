import type { Problem } from '../../archive/problem.ts';
import type { ImportRun } from './import-run.ts';

/** What a source gives: a new release, a change of an existing one (`file`), or nothing (`twin`). */
type Target =
  | { file?: string | undefined; twin?: undefined; problem?: undefined }
  | { twin: string; problem?: undefined }
  | { twin?: undefined; problem: Pick<Problem, 'message' | 'hint'> };

/** What is known about a source before that is decided. */
interface Found {
  markdown: string;
  /** The id that the release would have. */
  wanted: string;
  /** The file that the source gave before. */
  earlier: string | undefined;
}

/**
 * Decides which release a source gives or, with `--update`, changes: the one that it gave before, else
 * the one with the same words, or with similar words and the same day and headline.
 */
export function findTarget(found: Found, { options, archive, hooks }: ImportRun): Target {
  const { markdown, wanted, earlier } = found;
  const alike = options.allowDuplicates ? undefined : archive.findAlike(markdown);
  const twin: Target | undefined = alike && (alike.isSame ? { twin: alike.file } : nearly(alike));
  if (!options.update) {
    if (twin?.twin !== undefined || earlier === undefined || options.allowDuplicates)
      return twin ?? {};
    const message = `was imported before, as ${earlier}, and has changed since`;
    const hint = 'use --update to change that release, or --allow-duplicates to write another one';
    return { problem: { message, hint } };
  }
  const isOfThisRun = alike !== undefined && archive.isNew(alike.id);
  if (earlier !== undefined)
    return isOfThisRun && alike.file !== earlier ? (twin ?? {}) : { file: earlier };
  if (alike !== undefined) {
    const isIt = !isOfThisRun && (alike.isSame || alike.id === wanted);
    return isIt ? { file: alike.file } : (twin ?? {});
  }
  const sameId = archive.isNew(wanted) ? undefined : archive.fileOf(wanted);
  if (sameId === undefined || options.allowDuplicates) return {};
  if (hooks.person !== undefined) return { file: sameId }; // the person sees the difference and decides
  const message = `has the day and headline of ${sameId}, but other words`;
  const hint =
    'if it is that release, edited, use --update on a terminal, which asks; if it is another, leave --update out';
  return { problem: { message, hint } };
}

function nearly({ file, likeness }: { file: string; likeness: number }): Target {
  const message = `is nearly the same as ${file} (${Math.round(likeness * 100)} % alike)`;
  const hint =
    'if it is another release, use --allow-duplicates; if it is the same, edited, use --update';
  return { problem: { message, hint } };
}
