import { z } from 'zod';
import { STATEMENT_DIGEST, STATEMENT_ID } from '../statement-id-form.ts';
import { isReleaseId } from '../fields.ts';
import { isUnprintable } from '../unprintable.ts';
import { type LineFault, parseLine, RESTORE } from './parse-line.ts';
import { recordedDay, recordedId, recordedRelease } from './recorded-fields.ts';

/** The version of the lines that this program writes, and the only one that it reads. */
export const VERSION = 1;

const id = recordedId();
const digest = z.string().regex(STATEMENT_DIGEST, 'is not a digest of words');
const day = recordedDay();
const sketched = z.string().regex(/^(?:[A-Z]|[a-z\d_-][\w-])*$/, 'is not a sketch of words');
/** Why something was taken out, for readers. */
const reason = z
  .string()
  .min(1, 'is empty')
  .refine((text) => !isUnprintable(text), 'has a character that no page can show');
/** Whether it is the id of a release and that of a statement, with `#` between. */
function isTarget(text: string): boolean {
  const [release = '', statement = '', ...others] = text.split('#');
  return others.length === 0 && isReleaseId(release) && STATEMENT_ID.test(statement);
}
const ids = z.array(id).min(1, 'is an empty list').optional();

/** A statement as the ledger knows it. */
const recordedStatement = z.strictObject({
  id,
  /** The digest of its present words, made as ids are; left out where the id itself is that. */
  text: digest.optional(),
  /** The day since which these words are recorded; left out where it is the line's own. */
  since: day.optional(),
  /** The id of the statement that it was merged into. */
  in: id.optional(),
  /** The day since which it is recorded as removed. */
  removed: day.optional(),
  /** The statement of another release, as `release#id`, that has its words since then. */
  to: z.string().refine(isTarget, 'is not a statement of a release').optional(),
  /** The id of the statement that it was a part of, before that was split. */
  of: id.optional(),
  /** The sketch of its words, or of the last that it had: see `sketch`. */
  words: sketched,
  /** The same of those words that it had from the beginning, where others were added or merged in. */
  own: sketched.optional(),
});

/** What one run of `record` found changed; each kind lists the ids of statements. */
const change = z.strictObject({
  on: day,
  edited: ids,
  moved: ids,
  split: ids,
  merged: ids,
  removed: ids,
  restored: ids,
  added: ids,
  /** Of the edited ones those of which a few characters, nothing but numbers, most words, or a “not” changed. */
  slight: ids,
  numbers: ids,
  rewritten: ids,
  negated: ids,
  /** Those whose words until then are in `history/`. */
  words: ids,
  /** Those whose earlier words were taken out of there, up to that day, and why. */
  forgotten: ids,
  reason: reason.optional(),
});

/** The kinds of change, in the order in which they are reported. */
export const CHANGE_KINDS = [
  'edited',
  'split',
  'merged',
  'moved',
  'removed',
  'restored',
  'added',
] as const;

/** What can be said of how much of an edited statement changed, in the order of the ledger. */
export const EXTENTS = ['slight', 'numbers', 'rewritten', 'negated'] as const;

/** A release as the ledger knows it: one line of `ledger/<year>.jsonl`. */
const ledgerEntry = z.strictObject({
  v: z.literal(VERSION),
  release: recordedRelease(),
  /** The day on which it was first recorded. */
  since: day,
  /** Set when the release was taken out of the archive: its address then says so. */
  gone: z.strictObject({ on: day, reason }).optional(),
  /** In the order of the text; what was removed or merged is after what it followed. */
  statements: z.array(recordedStatement),
  /** Oldest first; the first recording is none. */
  changes: z.array(change).optional(),
});

export type RecordedStatement = z.output<typeof recordedStatement>;
export type RecordedChange = z.output<typeof change>;
export type LedgerEntry = z.output<typeof ledgerEntry>;

/**
 * Reads one line of the ledger.
 * @returns the entry, or what is wrong with the line.
 */
export function parseEntry(line: string): LedgerEntry | LineFault {
  const read = parseLine(line, ledgerEntry, VERSION);
  return 'message' in read ? read : (faultOf(read.value) ?? read.value);
}

/** One line, without its end. Fields have one order, so that a diff shows only what changed. */
export function formatEntry(entry: LedgerEntry): string {
  const { v, release, since, gone, statements, changes } = entry;
  const lines = statements.map(({ id, text, since, in: into, removed, to, of, words, own }) => {
    return { id, text, since, in: into, removed, to, of, words, own };
  });
  return JSON.stringify({ v, release, since, gone, statements: lines, changes });
}

/** The digest of a statement's last words of its own. */
export function digestOf({
  id,
  text,
}: Pick<RecordedStatement, 'id' | 'text'> & Partial<RecordedStatement>): string {
  return text ?? id.slice(0, 's-73ekktxe'.length);
}

/** Whether it is a statement of its own: neither merged into another nor removed. */
export function isLiving({ in: into, removed }: RecordedStatement): boolean {
  return into === undefined && removed === undefined;
}

/** What the schema cannot check: ids that appear twice, or that refer to nothing. */
function faultOf({ statements }: LedgerEntry): LineFault | undefined {
  const living = new Set(statements.filter(isLiving).map(({ id }) => id));
  const seen = new Set<string>();
  for (const { id } of statements) {
    if (seen.has(id)) return { message: `has the id ${id} twice`, hint: RESTORE };
    seen.add(id);
  }
  const lost = statements.find(({ in: into }) => into !== undefined && !living.has(into));
  return lost && { message: `has ${lost.id} in ${lost.in}, which does not exist`, hint: RESTORE };
}
