import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { cellText } from '../../../src/archive/spreadsheet-cell.ts';
import { tableItems } from '../../../src/import/sources/table.ts';
import { csvHeader, csvRow } from '../../../src/publish/data/csv.ts';
import type { ReleaseRecord } from '../../../src/publish/data/release-record.ts';

const TITLES = ['=1+1', '-30-', '+1 more', '@example', '＝1', "'=1", '=1, "two"', "'Twas", 'A – B'];

/** A table as the archive writes it, of releases with these titles. */
const table = TITLES.map((title) => {
  const frontmatter = {
    title,
    topics: ['=Budget', 'Water'],
    date: '2017-11-22',
    office: ['north'],
  };
  const record = { id: 'a', frontmatter, offices: [], statements: [], csl: {} } as unknown;
  return csvRow(record as ReleaseRecord, { data: 'https://example.org/', sha256: '' });
}).join('');

test('no cell of the table begins as a formula does, and each comes back as it was', () => {
  const rows = parse<Record<string, string>>(csvHeader() + table, { columns: true });
  for (const cell of rows.flatMap((row) => Object.values(row)))
    assert.doesNotMatch(cell, /^\s*[=+\-@＝]/);
  const texts = (column: string) => rows.map((row) => cellText(row[column] ?? ''));
  assert.deepEqual(texts('title'), TITLES);
  assert.deepEqual(
    texts('topics'),
    TITLES.map(() => '=Budget; Water'),
  );
});

test('the importer reads such a table as it was', () => {
  const header = csvHeader().replace('dateline', 'body'); // the table itself holds no text
  const items = tableItems(Buffer.from(header + table), 'releases.csv', {
    columns: {},
    onSkipped: () => undefined,
  });
  assert.deepEqual(
    items.map((item) => ('metadata' in item ? item.metadata?.title : item)),
    TITLES,
  );
});
