import { parseJson } from '../../archive/parse-json.ts';
import { parse } from 'csv-parse/sync';
import { cellText as textOf } from '../../archive/spreadsheet-cell.ts';
import { decodeText } from '../read/decode-text.ts';
import { UnreadableSource } from '../read/document.ts';
import { dayIn } from '../parse/find-date.ts';
import { asContact, contactIn } from '../read/printed-contact.ts';
import { exportedEntry, isUnpublished, localDay, type Row, rowsIn } from './rows.ts';
import { xmlRows } from './xml-rows.ts';
import type { OnSkipped, SkippedKind, FailedItem, SourceItem } from './source-item.ts';

/** The columns that a table of releases can have, and what they are often called. */
const COLUMNS = {
  title: ['title', 'headline', 'subject', 'name', 'post_title', 'node_title'],
  body: [
    ...['body', 'text', 'content', 'html', 'release', 'full_text', 'fulltext', 'post_content'],
    ...['content:encoded', 'rich_content', 'richcontent', 'plain_content', 'plaincontent'],
    ...['body_value', 'body:value'],
  ],
  date: [
    ...['date', 'published', 'publish_date', 'release_date', 'pubdate', 'issued', 'post_date'],
    ...['published_date', 'publisheddate', 'first_published_date', 'firstpublisheddate', 'created'],
  ],
  subtitle: ['subtitle', 'subheadline', 'subhead', 'deck'],
  dateline: ['dateline', 'location', 'place'],
  office: ['office', 'member', 'author', 'issuer'],
  source: ['source', 'url', 'link', 'permalink', 'post_page_url', 'postpageurl'],
  topics: ['topics', 'tags', 'categories', 'category'],
  'contact-name': ['contact_name', 'contact', 'press_contact', 'media_contact'],
  'contact-phone': ['contact_phone', 'phone'],
  'contact-email': ['contact_email', 'email'],
} as const;

export type Column = keyof typeof COLUMNS;
export const COLUMN_NAMES = Object.keys(COLUMNS) as Column[];
/** The columns as given by --columns: `{ title: 'Headline' }`. */
export type ColumnMap = Partial<Record<Column, string>>;

const UNPUBLISHED: SkippedKind = ['unpublished entry', 'unpublished entries'];
const UNKNOWN_COLUMN: SkippedKind = [
  'column that no field takes (--columns assigns columns)',
  'columns that no field takes (--columns assigns columns)',
];

/** How the rows of a table become releases. */
interface TableOptions {
  columns: ColumnMap;
  onSkipped: OnSkipped;
  /** In which the days of instants are, as in `America/Los_Angeles`. */
  timeZone?: string | undefined;
}

/** The rows of a table with column names in its first line (CSV, or TSV), of JSON, JSON Lines or XML. */
export function tableItems(
  bytes: Uint8Array,
  name: string,
  options: TableOptions,
): (SourceItem | FailedItem)[] {
  const { text } = decodeText(bytes);
  const items = itemsIn(text, name, options);
  const unknown = items.flatMap((item) => ('alsoLeftOut' in item ? (item.alsoLeftOut ?? []) : []));
  for (const column of new Set(unknown.map(({ text: cell }) => cell.replace(/: [^]*$/, ''))))
    options.onSkipped(`${name}: ${column}`, UNKNOWN_COLUMN);
  return items;
}

function itemsIn(text: string, name: string, options: TableOptions) {
  if (/\.xml$/i.test(name)) return entryItems(xmlRows(text), name, options);
  if (/\.(?:jsonl|ndjson|json)$/i.test(name)) return jsonItems(text, name, options);
  return csvItems(text, name, options);
}

function csvItems(text: string, name: string, options: TableOptions): SourceItem[] {
  const [head = ''] = text.split('\n', 1);
  const delimiter =
    [',', ';', '\t'].toSorted((a, b) => head.split(b).length - head.split(a).length)[0] ?? ',';
  let rows: Row[];
  try {
    rows = parse<Row>(text, {
      columns: true,
      bom: true,
      delimiter,
      skip_empty_lines: true,
      relax_column_count: true,
      // As our own tables have it, and others that are safe for spreadsheets.
      cast: (cell, { header }) => (header ? cell : textOf(cell)),
    });
  } catch (cause) {
    throw new UnreadableSource(
      `is not a table (${(cause as Error).message})`,
      'save it as CSV with the names of the columns in the first line',
    );
  }
  return rows.flatMap((row, n) => itemsOf(exportedEntry(row), `${name}: row ${n + 2}`, options));
}

function jsonItems(text: string, name: string, options: TableOptions): (SourceItem | FailedItem)[] {
  const whole = parseJson(text);
  if (whole !== undefined) return entryItems(rowsIn(whole), name, options);
  return text.split('\n').flatMap((line, n): (SourceItem | FailedItem)[] => {
    if (line.trim() === '') return [];
    const place = `${name}: line ${n + 1}`;
    try {
      return rowsIn(parseLine(line)).flatMap((row) => itemsOf(row, place, options));
    } catch (failure) {
      if (failure instanceof UnreadableSource) return [{ name: place, failure }];
      throw failure;
    }
  });
}

function entryItems(rows: readonly Row[], name: string, options: TableOptions): SourceItem[] {
  if (rows.length === 0) {
    throw new UnreadableSource(
      'has no list of releases that is known',
      'save it as CSV, with the names of the columns in the first line',
    );
  }
  return rows.flatMap((row, n) => itemsOf(row, `${name}: ${n + 1}`, options));
}

/** The release in a row, unless it was never published. */
function itemsOf(row: Row, name: string, options: TableOptions): SourceItem[] {
  if (!isUnpublished(row)) return [itemOf(row, name, options)];
  options.onSkipped(name, UNPUBLISHED);
  return [];
}

function parseLine(line: string): unknown {
  const value = parseJson(line);
  if (typeof value === 'object' && value !== null) return value;
  throw new UnreadableSource(
    'is not a JSON object',
    'write each release as one object on a line of its own',
  );
}

function itemOf(row: Row, name: string, { columns, timeZone }: TableOptions): SourceItem {
  if (!Object.values(row).every((value) => cellText(value).isWellFormed())) {
    throw new UnreadableSource(
      'has half of a character, which no page can show',
      'look for \\ud8 to \\udf in it, which come in pairs alone',
    );
  }
  const value = (column: Column): string | undefined => {
    const found = keyOf(row, column, columns);
    const trimmed = found === undefined ? '' : cellText(row[found]);
    return trimmed === '' ? undefined : trimmed;
  };
  if (keyOf(row, 'body', columns) === undefined) {
    throw new UnreadableSource(
      `has no column for the text; its columns are ${Object.keys(row).join(', ')}`,
      'say which it is: --columns body=NAME,title=NAME,date=NAME',
    );
  }
  const body = value('body') ?? '';
  const day = value('date');
  const date = day && dayIn(localDay(day, timeZone));
  const source = value('source');
  const isAddress = /^https?:\/\//i.test(source ?? '');
  const office = value('office');
  const contact = contactOf(value('contact-name'), value('contact-phone'), value('contact-email'));
  const taken = COLUMN_NAMES.filter(
    (column) =>
      (column !== 'date' || date !== undefined) &&
      (column !== 'source' || isAddress) &&
      (!column.startsWith('contact-') || contact !== undefined) &&
      (column !== 'contact-phone' || contact?.phone !== undefined),
  ).map((column) => keyOf(row, column, columns));
  return {
    name,
    kind: /<(?:p|br|div|ul|h\d)[\s>/]/i.test(body) ? 'fragment' : 'txt',
    bytes: new TextEncoder().encode(body),
    metadata: {
      office: office === undefined ? undefined : [office],
      title: value('title'),
      subtitle: value('subtitle'),
      dateline: value('dateline'),
      date,
      source: isAddress ? source : undefined,
      topics: value('topics')
        ?.split(/[;|,]/)
        .map((topic) => topic.trim())
        .filter((topic) => topic !== ''),
      contact: contact && [contact],
      confidence: 1,
    },
    alsoLeftOut: Object.keys(row)
      .filter((key) => !taken.includes(key) && cellText(row[key]) !== '')
      .map((key) => ({
        text: `${key}: ${cellText(row[key])}`,
        reason: 'a column that no field takes',
      })),
  };
}

const cellText = (value: unknown) =>
  (typeof value === 'object' && value !== null
    ? JSON.stringify(value)
    : String((value as string | number | undefined | null) ?? '')
  ).trim();

/** The contact in its columns, or all in the first, as in `Casey Contact, (916) 555-0101`. */
function contactOf(name: string | undefined, phone: string | undefined, email: string | undefined) {
  if (name === undefined) return undefined;
  if ((phone ?? email) !== undefined) return asContact({ name, phone, email });
  return contactIn(name);
}

/** The key of a column in a row: as given by --columns, or one of its usual names. */
function keyOf(row: Row, column: Column, columns: ColumnMap): string | undefined {
  const said = columns[column];
  const names: readonly string[] = said === undefined ? COLUMNS[column] : [said];
  const normalize = (name: string) =>
    name
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_');
  const keys = Object.keys(row);
  for (const name of names) {
    const found = keys.find((key) => normalize(key) === normalize(name));
    if (found !== undefined) return found;
  }
  return undefined;
}
