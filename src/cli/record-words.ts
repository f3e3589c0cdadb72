import { readEntry } from '../archive/ledger/ledger-files.ts';
import type { Recording } from '../archive/ledger/record-entry.ts';
import { isUnprintable } from '../archive/unprintable.ts';
import { STATEMENT_ID } from '../archive/statement-id-form.ts';
import type { Superseded } from '../archive/wordings/superseded.ts';
import { isForgotten } from '../archive/wordings/wordings-files.ts';
import type { LoadedArchive } from '../load/load-archive.ts';
import { type RecordingPlan, unchanged } from '../load/record-ledger.ts';
import type { Forgetting } from '../load/record-wordings.ts';
import { UsageError } from '../settings.ts';
import { counted } from './report.ts';

/** What remains of words that were taken out, for those who must know. */
export const FORGOTTEN =
  'The words themselves stay in what git, copies of the site and web archives have of them: whoever must not ' +
  'find them there has to ask for that, too.';

/** Statements that are named in one message. */
const NAMED = 3;

/**
 * A reason that readers will see.
 * @throws {UsageError} if it is empty, or no page can show it.
 */
export function readReason(option: string, written: string): string {
  const reason = written.trim();
  if (reason === '') throw new UsageError(`${option} needs a reason, which readers will see`);
  if (isUnprintable(reason)) {
    throw new UsageError(
      `${option} has a character that no page can show: write the reason without it`,
    );
  }
  return reason;
}

/**
 * What `--forget` asks for.
 * @param statement as `release#id`, or its address.
 * @throws {UsageError}
 */
export function readForgetting(statement: string, [reason, ...more]: string[]): Forgetting {
  if (more.length > 0) throw new UsageError('--forget takes one reason: put it in quotation marks');
  const [path = '', id = '', ...others] = statement.trim().split('#');
  const [, year, month, day, slug] = /(\d{4})\/(\d\d)\/(\d\d)\/([^/]+)\/?$/.exec(path) ?? [];
  const release = slug === undefined ? path : `${year}-${month}-${day}-${slug}`;
  if (release === '' || others.length > 0 || !STATEMENT_ID.test(id)) {
    throw new UsageError(
      `--forget cannot be ${statement}: give a release, # and the id of its statement, or the address of that`,
    );
  }
  return { release, statement: id, reason: readReason('--forget', reason ?? '') };
}

/**
 * The recording of a release of which nothing else is recorded but that words are taken out.
 * @throws {UsageError} if there are no earlier words of the statement.
 */
export function recordingOfForgotten(
  { site, ledger, earlier }: LoadedArchive,
  { lines, superseded }: RecordingPlan,
  { release, statement }: Forgetting,
): Recording[] {
  const name = `${release}#${statement}`;
  if (site.history !== 'words') {
    throw new UsageError(
      '--forget: no earlier words are published; history: in site.yaml is not words',
    );
  }
  const entry = lines.get(release) ?? readEntry(ledger.places.get(release) ?? []);
  if (!entry) throw new UsageError(`--forget: ${release} is no recorded release`);
  if (!entry.statements.some(({ id }) => id === statement)) {
    throw new UsageError(`--forget: ${release} has no statement ${statement}`);
  }
  const isOf = (one: { release: string; statement: string }) =>
    one.release === release && one.statement === statement;
  const worded = ledger.worded.get(release) ?? [];
  const isLost = worded.some(
    ({ on, words }) => words?.includes(statement) && !isForgotten({ statement, until: on }, worded),
  );
  if (!earlier.get(release)?.some(isOf) && !superseded.some(isOf) && !isLost) {
    throw new UsageError(
      `--forget: there are no earlier words of ${name}, and nothing to take out`,
    );
  }
  return lines.has(release) ? [] : [unchanged(entry)];
}

/** What stops a recording: earlier words that are to be published, and that nobody knows any more. */
export function missingWords(missing: readonly Superseded[]): string[] {
  if (missing.length === 0) return [];
  const names = missing.slice(0, NAMED).map(({ release, statement }) => `${release}#${statement}`);
  const more = missing.length > NAMED ? ` and ${missing.length - NAMED} more` : '';
  return [
    `error: history: words publishes what a statement said before an edit, but the earlier words of ` +
      `${counted(missing.length, 'statement')} (${names.join(', ')}${more}) are neither in git nor in the site ` +
      `as last built; record where git has the whole history (git fetch --unshallow), or without them: ` +
      `npm run record -- --without-words`,
  ];
}
