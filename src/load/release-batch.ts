import type { LinePlace } from '../archive/ledger/ledger-lines.ts';
import type { BodyTexts, LazyTexts, TextPlace } from './lazy-texts.ts';
import type { ProcessedRelease, RenderedBody } from './read-release.ts';

/** A release to read: its path below the content folder, and the places of its lines in the ledger. */
export interface Task {
  path: string;
  places?: LinePlace[] | undefined;
  /** Statements of it that are in other releases now, as `release#id` by id. */
  crossings?: Readonly<Record<string, string>> | undefined;
}

/** Releases to read, one after the other. */
export interface Batch {
  tasks: Task[];
  /** The bundle that caches just these releases; without one, they are rendered. */
  bundle: string | undefined;
  /** By what they are known to be unchanged, if that is certain. */
  stamp?: string | undefined;
}

/** A release but for the texts of its body. */
export interface ReleaseNotes extends Omit<ProcessedRelease, 'body'> {
  body: Omit<RenderedBody, keyof BodyTexts> | undefined;
}

/** Releases, in the order of the tasks. */
export interface ProcessedBatch {
  releases: { notes: ReleaseNotes; text: TextPlace | undefined }[];
  /** How many of them come from the cache. */
  reused: number;
  texts: LazyTexts;
}
