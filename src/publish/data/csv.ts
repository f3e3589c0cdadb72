import type { FieldName } from '../../archive/frontmatter.ts';
import { formatRow, SEPARATOR } from './csv-row.ts';
import type { ReleaseRecord } from './release-record.ts';

/** Fields that do not fit in a cell; `release.json` has them. */
type FieldWithoutColumn =
  | 'contact'
  | 'aliases'
  | 'related'
  | 'translations'
  | 'corrects'
  | 'attachments'
  | 'quotes'
  | 'embargo'
  | 'draft';

type Column = (record: ReleaseRecord, row: Row) => string | number | undefined;

/** The columns of `releases.csv` in their order, and what they hold; a new one comes last. */
export const RELEASE_COLUMNS: Record<string, Column> = {
  id: ({ id }) => id,
  date: ({ frontmatter }) => frontmatter.date,
  title: ({ frontmatter }) => frontmatter.title,
  subtitle: ({ frontmatter }) => frontmatter.subtitle,
  office: ({ frontmatter }) => frontmatter.office.join(SEPARATOR),
  office_name: ({ offices }) => offices.map(({ name }) => name).join(SEPARATOR),
  caucus: ({ frontmatter }) => frontmatter.caucus?.join(SEPARATOR),
  topics: ({ frontmatter }) => frontmatter.topics?.join(SEPARATOR),
  speakers: ({ frontmatter }) => frontmatter.speakers?.join(SEPARATOR),
  dateline: ({ frontmatter }) => frontmatter.dateline,
  language: ({ csl }) => csl.language,
  statements: ({ statements }) => statements.length,
  corrections: ({ frontmatter }) => frontmatter.corrections?.length ?? 0,
  withdrawn: ({ frontmatter }) => frontmatter.withdrawn?.date,
  modified: ({ modified }) => modified,
  source: ({ frontmatter }) => frontmatter.source,
  url: ({ url }) => url,
  data: (_, { data }) => data,
  sha256: (_, { sha256 }) => sha256,
  digest: ({ digest }) => digest,
  bills: ({ frontmatter }) => frontmatter.bills?.join(SEPARATOR),
} satisfies Record<Exclude<FieldName, FieldWithoutColumn>, Column> & Record<string, Column>;

/** Columns about the file with the complete release. */
interface Row {
  /** The address of `release.json`. */
  data: string;
  sha256: string;
}

/** The first line of `releases.csv`. */
export const csvHeader = (): string => formatRow(Object.keys(RELEASE_COLUMNS));

/** A release in `releases.csv`. */
export const csvRow = (record: ReleaseRecord, row: Row): string =>
  formatRow(Object.values(RELEASE_COLUMNS).map((value) => String(value(record, row) ?? '')));
