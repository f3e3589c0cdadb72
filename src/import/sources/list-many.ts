import type { ReadFailure } from '../read/document.ts';
import type { FailedItem, SkippedKind, SourceItem } from './source-item.ts';
import type { ColumnMap } from './table.ts';

export const TABLE = /\.(?:csv|tsv|jsonl|ndjson|json)$/i;
export const EXPORT = /\.xml$/i;

const HEAD = 16_384; // bytes in which an export says what it is

/** A file with many releases: an export, a table. */
export interface ManyTask {
  bytes: Uint8Array;
  name: string;
  columns: ColumnMap;
  /** Of the archive, by its name in the tz database. */
  timeZone?: string | undefined;
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
export async function listMany({ bytes, name, columns, timeZone }: ManyTask): Promise<Listed> {
  const skipped: Listed['skipped'] = [];
  const onSkipped = (what: string, kind: SkippedKind) => void skipped.push([what, kind]);
  if (EXPORT.test(name) && isWordPress(bytes)) {
    const { wordpressItems } = await import('./wordpress.ts'); // few need a parser of XML
    return { sources: wholeAddresses(wordpressItems(bytes, name, onSkipped), bytes), skipped };
  }
  const { tableItems } = await import('./table.ts');
  const sources = tableItems(bytes, name, { columns, onSkipped, timeZone });
  return { sources: sources.map(plain), skipped };
}

/** The first address in an export is that of the website; Squarespace has those of posts without it. */
function wholeAddresses(sources: SourceItem[], bytes: Uint8Array): SourceItem[] {
  const start = Buffer.from(bytes.subarray(0, HEAD)).toString('utf8');
  const site = /<link>(https?:\/\/[^<]{1,500})<\/link>/.exec(start)?.[1];
  return sources.map((item) => {
    const { source } = item.metadata ?? {};
    if (source === undefined || item.metadata === undefined || URL.canParse(source)) return item;
    const address = URL.canParse(source, site) ? new URL(source, site).href : undefined;
    const metadata = { ...item.metadata, source: address };
    if (address !== undefined) return { ...item, metadata };
    const left = { text: `link: ${source}`, reason: 'an address without that of its website' };
    return { ...item, metadata, alsoLeftOut: [...(item.alsoLeftOut ?? []), left] };
  });
}

/** Squarespace exports the same. */
const isWordPress = (bytes: Uint8Array) =>
  Buffer.from(bytes.subarray(0, HEAD)).includes('wordpress.org/export/');

/** An error of our own class would arrive in another process without its hint. */
function plain(source: SourceItem | FailedItem): SourceItem | FailedItem {
  if (!('failure' in source)) return source;
  const { message, hint }: ReadFailure = source.failure;
  return { name: source.name, failure: { message, hint } };
}
