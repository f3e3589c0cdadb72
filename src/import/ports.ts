import type { BillMention } from '../archive/find-bills.ts';
import type { Problem } from '../archive/problem.ts';
import type { Account } from './convert/account.ts';
import type { ConvertedDocument } from './convert/convert-document.ts';
import type { LeftOut } from './read/document.ts';
import type { ReleaseFields } from './parse/parse-release.ts';
import type { FieldQuestion } from './resolve/questions.ts';
import type { ArchiveFacts, FieldOptions, ResolvedRelease } from './resolve/resolve-release.ts';
import type { OnSkipped } from './sources/source-item.ts';
import type { ColumnMap } from './sources/table.ts';

export interface ImportOptions {
  contentDir: string;
  fieldOptions: FieldOptions;
  columns: ColumnMap;
  /** In which the archive's days begin and end, by its name in the tz database. */
  timeZone: string;
  dryRun: boolean;
  acceptGuesses: boolean;
  /** Copies each source to `sources/` beside the archive, where nothing is published. */
  keepSource: boolean;
  /** Lists each source in its release, under `media/`, where it may be published. */
  publishSource: boolean;
  update: boolean;
  allowDuplicates: boolean;
}

/** The archive that releases are imported into. */
export interface ImportArchive extends Omit<ArchiveFacts, 'hasRelease'> {
  /** The file of an id, as `check` names it. */
  fileOf(id: string): string | undefined;
  /** The Markdown of every release, to find duplicates. */
  texts(): Iterable<{ id: string; markdown: string }>;
  /** What earlier imports wrote for a source of this name. */
  earlierImports(name: string): EarlierImports;
}

/** The person who imports, where there is one to ask. */
export interface Person {
  /** Answers questions; returns the release with the answers. */
  answer(
    file: string,
    release: ResolvedRelease,
    questions: readonly FieldQuestion[],
  ): Promise<ResolvedRelease>;
  /** Whether an existing release may change as the diff shows. */
  mayChange(file: string, diff: string): Promise<boolean>;
}

export interface Hooks {
  person: Person | undefined;
  onSkipped: OnSkipped;
  onDiff(file: string, diff: string): void;
  /** Called before a release is written, which waits until the promise resolves. */
  onBegin(file: string, outcome: Outcome): Promise<void>;
}

/**
 * What an import wrote for a source: recorded in the report, so that a later import can tell what the
 * source changed since and what a person did. Digests are SHA-256 in hexadecimal.
 */
export interface Outcome {
  /** The file of the release. */
  release: string;
  /** Of the source. */
  sha256: string | undefined;
  /** Of the whole file as it was written. */
  text: string;
  /** What the source gave: the frontmatter, and the digests of the text and of each file under `media/`. */
  fields: Record<string, unknown>;
  body: string;
  media: Record<string, string>;
  /** Where the source itself is published, and where its unpublished copy is: below the content folder. */
  source?: string | undefined;
  keptSource?: string | undefined;
}

/** The last imports of a source: one that finished, and one that began to write and was interrupted. */
export interface EarlierImports {
  done: Outcome | undefined;
  begun: Outcome | undefined;
}

/** How the import of a source ended. */
export type Status =
  'written' | 'updated' | 'unchanged' | 'ready' | 'duplicate' | 'done before' | 'failed';

/** Everything to report about the import of one source. */
export interface ImportResult {
  file: string;
  sha256: string | undefined;
  bytes: number;
  status: Status;
  /** The path written; null if nothing was. */
  release: string | null;
  fields: ReleaseFields;
  confidence: Partial<ConvertedDocument['confidence']>;
  lines: ConvertedDocument['lines'];
  body: string | null;
  /** Bills that the text names, for a person to add to the frontmatter; lines are those of the body, 0 the headline. */
  suggestedBills: BillMention[];
  leftOut: LeftOut[];
  account: Account | undefined;
  warnings: string[];
  problems: Problem[];
  /** What was written, for the next import of this source. */
  wrote?: Outcome | undefined;
}
