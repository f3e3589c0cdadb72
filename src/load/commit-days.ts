import { type Day, today } from '../archive/day.ts';
import { gitLines } from './ledger-history.ts';

/** Marks the line with a commit's time in the log; no path begins so. */
const MARK = '\u0001';

/**
 * The days of the commits that added or changed files, oldest first, by their paths. A file that is not committed
 * has none; nor has any in a clone that is cut short, where its first commit would seem to have written all of them.
 * @param paths below the content folder.
 * @param timezone in which the days are.
 */
export async function commitDays(
  contentDir: string,
  paths: readonly string[],
  timezone: string,
): Promise<Map<string, Day[]>> {
  const days = new Map<string, Day[]>();
  if (paths.length === 0) return days;
  const [isShallow] = await gitLines(contentDir, ['rev-parse', '--is-shallow-repository']);
  if (isShallow !== 'false') return days;
  const asked = new Set(paths);
  const log = ['-c', 'core.quotePath=false', 'log', `--format=${MARK}%ct`, '--name-only'];
  const all = ['--no-renames', '--diff-filter=AM', '--relative', '--', 'releases'];
  let day: Day = '';
  for (const line of await gitLines(contentDir, [...log, ...all])) {
    if (line.startsWith(MARK)) day = today(Number(line.slice(1)) * 1000, timezone);
    else if (asked.has(line)) days.set(line, [day, ...(days.get(line) ?? [])]);
  }
  return days;
}

/** The commit that a content folder is at; undefined where it is in no repository. */
export const currentCommit = async (contentDir: string): Promise<string | undefined> =>
  (await gitLines(contentDir, ['rev-parse', '--verify', '--quiet', 'HEAD']))[0];
