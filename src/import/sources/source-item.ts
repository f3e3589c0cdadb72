import type { ReadFailure, SourceMetadata, LeftOut } from '../read/document.ts';
import type { SourceKind } from '../read/read-source.ts';

/** One release to import: a file, an entry of an archive, a row of a table. */
export interface SourceItem {
  /** As people know it: `letters/2009.zip: may/bridge.docx`, `releases.csv: row 12`. */
  name: string;
  kind: SourceKind;
  /** Where it lies; what lies in no file of its own comes with its bytes. */
  path?: string | undefined;
  bytes?: Uint8Array | undefined;
  /** What is known of it beside its text. */
  metadata?: SourceMetadata | undefined;
  /** What belongs to it and that no release holds. */
  alsoLeftOut?: LeftOut[] | undefined;
}

/** The path in a source's name, without the archive or the table around it. */
export const innerPath = (name: string) => name.replace(/^.*: /, '');

/** Something that was named and cannot be imported; the rest goes on. */
export interface FailedItem {
  name: string;
  failure: ReadFailure;
}

/** Told of what is passed over, and of what kind such things are, in the plural. */
export type OnSkipped = (name: string, kind: string) => void;
