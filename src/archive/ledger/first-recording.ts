import type { LedgerEntry } from './entry.ts';
import { readJson } from './ledger-lines.ts';

/**
 * The ids in a line of which nothing has changed since the first recording, in the order of the text;
 * undefined for any other line, and for that of another release.
 * @param line one that was validated before.
 */
export function idsOfFirstRecording(line: string, release: string): string[] | undefined {
  const entry = readJson(line) as Partial<LedgerEntry> | undefined;
  if (!entry?.statements || entry.release !== release || entry.gone || entry.changes) {
    return undefined;
  }
  const { statements } = entry;
  if (!statements.every((one) => Object.keys(one).join() === 'id,words')) return undefined;
  return statements.map(({ id }) => id);
}
