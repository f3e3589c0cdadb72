import type { ReadFailure, SourceMetadata, LeftOut } from '../read/document.ts';
import type { OfficeConversion } from '../read/read-office.ts';
import type { SourceKind } from '../read/read-source.ts';

/** One release to import: a file, an entry of an archive, a row of a table. */
export interface SourceItem {
  /** As people know it: `letters/2009.zip: may/bridge.docx`, `releases.csv: row 12`. */
  name: string;
  kind: SourceKind;
  /** The path of its file; a source without a file of its own has bytes. */
  path?: string | undefined;
  bytes?: Uint8Array | undefined;
  /** SHA-256 of what the last import read: while it is the same, LibreOffice need not convert it again. */
  importedSha256?: string | undefined;
  /** What LibreOffice made of it. */
  conversion?: OfficeConversion | undefined;
  /** What is known about it in addition to its text. */
  metadata?: SourceMetadata | undefined;
  /** What belongs to it, but cannot be part of a release. */
  alsoLeftOut?: LeftOut[] | undefined;
}

/** The path in a source's name, without the archive or the table around it. */
export const innerPath = (name: string) => name.replace(/^.*: /, '');

/** Something that cannot be imported; the import continues with the rest. */
export interface FailedItem {
  name: string;
  failure: ReadFailure;
}

/** What is skipped, in the singular and in the plural. */
export type SkippedKind = readonly [one: string, several: string];
export type OnSkipped = (name: string, kind: SkippedKind) => void;
