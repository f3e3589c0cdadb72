import type { Alignment } from '../../../src/archive/ledger/align.ts';
import { formatEntry, type LedgerEntry, parseEntry } from '../../../src/archive/ledger/entry.ts';
import { recordEntry } from '../../../src/archive/ledger/record-entry.ts';
import type { Sample } from '../samples.ts';

const DAY = '2026-01-01';

export const wordsOf = ({ statements }: Pick<Sample, 'statements'>): string[] =>
  statements.map(({ text }) => text);

/** Records statements; the line of the ledger as it comes back from the file. */
export function recordedLine(
  before: LedgerEntry | undefined,
  id: string,
  texts: readonly string[],
): LedgerEntry {
  const entry = parseEntry(formatEntry(recordEntry(before, id, texts, DAY).entry));
  if ('message' in entry) throw new Error(`The line of ${id} ${entry.message}`);
  return entry;
}

/** The place of the present statement to which the link of each id leads; those of markers are left out. */
export function homesOf({ ids, former }: Alignment): Map<string, number> {
  return new Map(
    ids.flatMap((id, place) => [id, ...(former[place] ?? [])].map((one) => [one, place] as const)),
  );
}
