import { parse } from 'csv-parse/sync';
import { isDay } from '../../archive/day.ts';
import { decodeText } from '../decode-text.ts';
import { UnreadableSource } from '../document.ts';
import { findDates } from '../parse/find-date.ts';
import type { SourceFault, SourceItem } from './source-item.ts';

/** The columns that a table of releases can have, and what they are often called. */
const COLUMNS = {
  title: ['title', 'headline', 'subject', 'name'],
  body: ['body', 'text', 'content', 'html', 'release', 'full_text', 'fulltext'],
  date: ['date', 'published', 'publish_date', 'release_date', 'pubdate', 'issued', 'post_date'],
  subtitle: ['subtitle', 'subheadline', 'subhead', 'deck'],
  dateline: ['dateline', 'location', 'place'],
  office: ['office', 'member', 'author', 'issuer'],
  source: ['source', 'url', 'link', 'permalink'],
  topics: ['topics', 'tags', 'categories', 'category'],
  'contact-name': ['contact-name', 'contact_name', 'contact'],
  'contact-phone': ['contact-phone', 'contact_phone', 'phone'],
  'contact-email': ['contact-email', 'contact_email', 'email'],
} as const;

export type Column = keyof typeof COLUMNS;
export const COLUMN_NAMES = Object.keys(COLUMNS) as Column[];
/** What people say their columns are: `{ title: 'Headline' }`. */
export type ColumnMap = Partial<Record<Column, string>>;

type Row = Record<string, unknown>;

/** The rows of a table with column names in its first line (CSV, or TSV), or of JSON Lines. */
export function tableItems(
  bytes: Uint8Array,
  name: string,
  columns: ColumnMap,
): (SourceItem | SourceFault)[] {
  const { text } = decodeText(bytes);
  return /\.(?:jsonl|ndjson|json)$/i.test(name)
    ? jsonItems(text, name, columns)
    : csvItems(text, name, columns);
}

function csvItems(text: string, name: string, columns: ColumnMap): SourceItem[] {
  const [head = ''] = text.split('\n', 1);
  const delimiter =
    [',', ';', '\t'].toSorted((a, b) => head.split(b).length - head.split(a).length)[0] ?? ',';
  let rows: Row[];
  try {
    rows = parse(text, {
      columns: true,
      bom: true,
      delimiter,
      skip_empty_lines: true,
      relax_column_count: true,
    }) as Row[];
  } catch (cause) {
    throw new UnreadableSource(
      `is no table (${(cause as Error).message})`,
      'save it as CSV with the names of the columns in the first line',
    );
  }
  return rows.map((row, n) => itemOf(row, `${name}: row ${n + 2}`, columns));
}

function jsonItems(text: string, name: string, columns: ColumnMap): (SourceItem | SourceFault)[] {
  if (/^\s*\[/.test(text)) {
    const rows = parseJson(text) as Row[];
    return rows.map((row, n) => itemOf(row, `${name}: ${n + 1}`, columns));
  }
  return text.split('\n').flatMap((line, n): (SourceItem | SourceFault)[] => {
    if (line.trim() === '') return [];
    const place = `${name}: line ${n + 1}`;
    try {
      return [itemOf(parseJson(line) as Row, place, columns)];
    } catch (fault) {
      if (fault instanceof UnreadableSource) return [{ name: place, fault }];
      throw fault;
    }
  });
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // told below, as every other value that is no object
  }
  throw new UnreadableSource('is no JSON object', 'give each release as one object, a line each');
}

function itemOf(row: Row, name: string, columns: ColumnMap): SourceItem {
  const value = (column: Column): string | undefined => {
    const found = keyOf(row, column, columns);
    const settled = found === undefined ? '' : String(row[found] ?? '').trim();
    return settled === '' ? undefined : settled;
  };
  if (keyOf(row, 'body', columns) === undefined) {
    throw new UnreadableSource(
      `has no column for the text; its columns are ${Object.keys(row).join(', ')}`,
      'say which it is: --columns body=NAME,title=NAME,date=NAME',
    );
  }
  const body = value('body') ?? '';
  const date = value('date');
  const contactName = value('contact-name');
  const source = value('source');
  return {
    name,
    kind: /<(?:p|br|div|ul|h\d)[\s>/]/i.test(body) ? 'fragment' : 'txt',
    bytes: new TextEncoder().encode(body),
    office: value('office'),
    given: {
      title: value('title'),
      subtitle: value('subtitle'),
      dateline: value('dateline'),
      date: date && (isDay(date.slice(0, 10)) ? date.slice(0, 10) : findDates(date)[0]?.day),
      source: /^https?:\/\//i.test(source ?? '') ? source : undefined,
      topics: value('topics')
        ?.split(/[;|,]/)
        .map((topic) => topic.trim())
        .filter((topic) => topic !== ''),
      contact:
        contactName === undefined
          ? undefined
          : { name: contactName, phone: value('contact-phone'), email: value('contact-email') },
      confidence: 1,
    },
  };
}

/** The key of a row that holds a column: as it was said, or as it is often called. */
function keyOf(row: Row, column: Column, columns: ColumnMap): string | undefined {
  const names: readonly string[] =
    columns[column] === undefined ? COLUMNS[column] : [columns[column]];
  const keys = Object.keys(row);
  for (const name of names) {
    const found = keys.find((key) => key.trim().toLowerCase() === name.toLowerCase());
    if (found !== undefined) return found;
  }
  return undefined;
}
