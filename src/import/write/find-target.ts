import type { Problem } from '../../archive/problem.ts';
import type { ImportRun } from './import-run.ts';

/** What a source is to become: a new release, a change of one that is there, or nothing. */
export type Target =
  | { file?: string | undefined; twin?: undefined; problem?: undefined }
  | { twin: string; problem?: undefined }
  | { twin?: undefined; problem: Pick<Problem, 'message' | 'hint'> };

/** What is known of a source before it is decided. */
interface Found {
  markdown: string;
  /** The id that the release would have. */
  wanted: string;
  /** The file that the source gave before. */
  earlier: string | undefined;
}

/**
 * Decides which release a source gives or, with `--update`, changes: the one that it gave before, else
 * the one with its words, or with nearly its words, its day and its headline.
 */
export function findTarget(found: Found, { options, archive, hooks }: ImportRun): Target {
  const { markdown, wanted, earlier } = found;
  const alike = options.allowDuplicates ? undefined : archive.findAlike(markdown);
  const twin: Target | undefined = alike && (alike.isSame ? { twin: alike.file } : nearly(alike));
  if (!options.update) {
    if (twin?.twin !== undefined || earlier === undefined || options.allowDuplicates)
      return twin ?? {};
    const message = `was imported before, as ${earlier}, and has changed since`;
    const hint =
      '--update changes that release, and shows how; --allow-duplicates writes another one';
    return { problem: { message, hint } };
  }
  const isOfThisRun = alike !== undefined && archive.isNew(alike.id);
  if (earlier !== undefined)
    return isOfThisRun && alike.file !== earlier ? (twin ?? {}) : { file: earlier };
  if (alike !== undefined) {
    const isIt = !isOfThisRun && (alike.isSame || alike.id === wanted);
    return isIt ? { file: alike.file } : (twin ?? {});
  }
  const there = archive.isNew(wanted) ? undefined : archive.fileOf(wanted);
  if (there === undefined || options.allowDuplicates) return {};
  if (hooks.person !== undefined) return { file: there }; // who is asked, with the difference shown
  const message = `has day and headline of ${there}, but other words`;
  const hint =
    'if it is that release, edited: --update on a terminal, which asks; if it is another: without --update';
  return { problem: { message, hint } };
}

function nearly({ file, likeness }: { file: string; likeness: number }): Target {
  const message = `is nearly the same as ${file} (${Math.round(likeness * 100)} % alike)`;
  const hint = 'if it is another release: --allow-duplicates; if it is the same, edited: --update';
  return { problem: { message, hint } };
}
