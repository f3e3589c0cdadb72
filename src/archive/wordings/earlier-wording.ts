import { z } from 'zod';
import { type LineFault, parseLine } from '../ledger/parse-line.ts';
import { recordedDay, recordedId, recordedRelease } from '../ledger/recorded-fields.ts';

/** The version of the lines that this program writes, and the only one that it reads. */
const VERSION = 1;

/** Words that a statement had and has no more: one line of `history/<year>.jsonl`. */
const earlierWording = z.strictObject({
  v: z.literal(VERSION),
  release: recordedRelease(),
  statement: recordedId(),
  /** The words as they were shown, with white space made single. */
  text: z.string().min(1, 'is empty'),
  /** The day since which they were recorded. */
  since: recordedDay(),
  /** The day on which others, or none, were recorded in their place. */
  until: recordedDay(),
});

export type EarlierWording = Omit<z.output<typeof earlierWording>, 'v'>;

/** The file, below the content folder, for the earlier wordings of a release. */
export const wordingsPath = (release: string) => `history/${release.slice(0, 4)}.jsonl`;

/**
 * Reads one line.
 * @returns the wording, or what is wrong with the line.
 */
export function parseWording(line: string): EarlierWording | LineFault {
  const read = parseLine(line, earlierWording, VERSION);
  if ('message' in read) return read;
  const { release, statement, text, since, until } = read.value;
  return { release, statement, text, since, until };
}

/** One line, without its end. */
export function formatWording({ release, statement, text, since, until }: EarlierWording): string {
  return JSON.stringify({ v: VERSION, release, statement, text, since, until });
}

/** In the order of the files: by release, statement and day. */
export function compareWordings(a: EarlierWording, b: EarlierWording): number {
  return (
    compare(a.release, b.release) ||
    compare(a.statement, b.statement) ||
    compare(a.until, b.until) ||
    compare(a.since, b.since)
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
