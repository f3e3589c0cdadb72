import type { ReadFailure } from '../read/document.ts';
import type { FailedItem, SkippedKind, SourceItem } from './source-item.ts';
import { type ColumnMap, tableItems } from './table.ts';

export const TABLE = /\.(?:csv|tsv|jsonl|ndjson|json)$/i;
export const EXPORT = /\.xml$/i;

/** A file with many releases: an export, a table. */
export interface ManyTask {
  bytes: Uint8Array;
  name: string;
  columns: ColumnMap;
}

/** The contents of such a file, in a form that can be sent between processes. */
export interface Listed {
  sources: (SourceItem | FailedItem)[];
  /** What cannot be imported: its name and its kind. */
  skipped: [name: string, kind: SkippedKind][];
}

/**
 * Lists the releases in an export or a table.
 * @throws {UnreadableSource} if it is none.
 */
export async function listMany({ bytes, name, columns }: ManyTask): Promise<Listed> {
  const skipped: Listed['skipped'] = [];
  const onSkipped = (what: string, kind: SkippedKind) => void skipped.push([what, kind]);
  if (!EXPORT.test(name)) return { sources: tableItems(bytes, name, columns, onSkipped).map(plain), skipped }; // prettier-ignore
  const { wordpressItems } = await import('./wordpress.ts'); // few need a parser of XML
  return { sources: wordpressItems(bytes, name, onSkipped), skipped };
}

/** An error of our own class would arrive in another process without its hint. */
function plain(source: SourceItem | FailedItem): SourceItem | FailedItem {
  if (!('failure' in source)) return source;
  const { message, hint }: ReadFailure = source.failure;
  return { name: source.name, failure: { message, hint } };
}
