import type { Day } from '../day.ts';
import type { LedgerEntry } from './entry.ts';
import { parseJson } from '../parse-json.ts';

/**
 * The ids, in the order of the text, in a line of which nothing has changed since the first recording, and its day;
 * undefined for any other line, and for that of another release.
 * @param line one that was validated before.
 */
export function firstRecording(
  line: string,
  release: string,
): { ids: string[]; since: Day } | undefined {
  const entry = parseJson(line) as Partial<LedgerEntry> | undefined;
  if (
    !entry?.statements ||
    !entry.since ||
    entry.release !== release ||
    entry.gone ||
    entry.changes
  ) {
    return undefined;
  }
  const { statements } = entry;
  if (!statements.every((one) => Object.keys(one).join() === 'id,words')) return undefined;
  return { ids: statements.map(({ id }) => id), since: entry.since };
}
