import type { ReadFailure } from '../read/document.ts';
import type { FailedItem, SourceItem } from './source-item.ts';
import { type ColumnMap, tableItems } from './table.ts';

export const TABLE = /\.(?:csv|tsv|jsonl|ndjson|json)$/i;
export const EXPORT = /\.xml$/i;

/** A file that holds many releases: an export, a table. */
export interface ManyTask {
  bytes: Uint8Array;
  name: string;
  columns: ColumnMap;
}

/** What such a file holds, in a form that goes from thread to thread. */
export interface Listed {
  sources: (SourceItem | FailedItem)[];
  /** What is nothing to import: the name, and of what kind it is. */
  aside: [name: string, kind: string][];
}

/**
 * Lists the releases in an export or a table.
 * @throws {UnreadableSource} if it is none.
 */
export async function listMany({ bytes, name, columns }: ManyTask): Promise<Listed> {
  const aside: Listed['aside'] = [];
  const onSkipped = (what: string, kind: string) => void aside.push([what, kind]);
  if (!EXPORT.test(name)) return { sources: tableItems(bytes, name, columns, onSkipped).map(plain), aside }; // prettier-ignore
  const { wordpressItems } = await import('./wordpress.ts'); // few need a parser of XML
  return { sources: wordpressItems(bytes, name, onSkipped), aside };
}

/** An error of our own class would arrive in another thread without its hint. */
function plain(source: SourceItem | FailedItem): SourceItem | FailedItem {
  if (!('failure' in source)) return source;
  const { message, hint }: ReadFailure = source.failure;
  return { name: source.name, failure: { message, hint } };
}
