import { formatBibtex } from '../publish/citation/bibtex.ts';
import { type CslItem, dateParts, quoteStatement } from '../publish/citation/csl-item.ts';
import { formatRis } from '../publish/citation/ris.ts';
import { formatRow, SEPARATOR } from '../publish/data/csv-row.ts';
import type { CitedList, CitedRelease, CitedStatement } from './cited-list.ts';

/** A form in which a list can be taken away. */
export interface ListFormat {
  extension: string;
  mediaType: string;
  format: (list: CitedList) => string;
}

/** By the names that people know. */
export const LIST_FORMATS: Readonly<Record<string, ListFormat>> = {
  CSV: { extension: 'csv', mediaType: 'text/csv', format: formatCsv },
  JSON: { extension: 'json', mediaType: 'application/json', format: formatJsonList },
  RIS: {
    extension: 'ris',
    mediaType: 'application/x-research-info-systems',
    format: (list) => headLines(list).join('\r\n') + '\r\n' + itemsOf(list).map(formatRis).join(''),
  },
  BibTeX: {
    extension: 'bib',
    mediaType: 'application/x-bibtex',
    // What is outside of entries is a comment, but for the sign with which each entry begins.
    format: (list) =>
      [
        ...headLines(list).map((line) => `% ${line.replaceAll('@', '(at)')}\n`),
        ...itemsOf(list).map(formatBibtex),
      ].join('\n'),
  },
};

type Column = (release: CitedRelease, statement: CitedStatement | undefined) => string;

/** Named as in `releases.csv` and `statements.csv`. */
const COLUMNS: Readonly<Record<string, Column>> = {
  release: ({ record }) => record.id,
  statement: (_, statement) => statement?.id ?? '',
  date: ({ record }) => record.frontmatter.date,
  title: ({ record }) => record.frontmatter.title,
  office_name: ({ record }) => record.offices.map(({ name }) => name).join(SEPARATOR),
  language: ({ record }) => record.csl.language,
  status: ({ record }) => record.csl.status ?? '',
  url: ({ record }, statement) => addressOf(record.url, statement),
  text: (_, statement) => statement?.text ?? '',
};

const addressOf = (url: string, statement: CitedStatement | undefined) =>
  statement === undefined ? url : `${url}#${statement.id}`;

/**
 * What a list is, before all else: three lines, since Zotero looks for the first entry of RIS in the first five only.
 * Line ends, which a query pasted from elsewhere may have, would begin something else.
 */
const headLines = ({ title, address, note }: CitedList): string[] =>
  [title, address, note].map((line) => line.replace(/\s+/g, ' '));

/** A row for each statement; one for a release without any. */
function formatCsv(list: CitedList): string {
  const rows = list.releases.flatMap((release) => {
    const statements = release.statements.length > 0 ? release.statements : [undefined];
    return statements.map((statement) =>
      Object.values(COLUMNS).map((value) => value(release, statement)),
    );
  });
  const head = headLines(list).map((line) => [`# ${line}`]);
  return [...head, Object.keys(COLUMNS), ...rows].map(formatRow).join('');
}

function formatJsonList({ title, address, retrieved, note, releases }: CitedList): string {
  const listed = releases.map(({ record, statements }) => {
    const { id, url, frontmatter, offices, csl } = record;
    const own = statements.map((one) => ({ ...one, url: addressOf(url, one) }));
    return { id, url, frontmatter, offices, statements: own, csl };
  });
  return `${JSON.stringify({ title, address, retrieved, note, releases: listed }, undefined, 2)}\n`;
}

/** The entries for reference managers. */
function itemsOf({ releases, entryOf, retrieved }: CitedList): CslItem[] {
  return releases.flatMap(({ record, statements }) => {
    const item = { ...record.csl, accessed: dateParts(retrieved) };
    if (entryOf === 'release' || statements.length === 0) return [item];
    return statements.map(({ id, text }) => quoteStatement(item, { id, words: text }));
  });
}
