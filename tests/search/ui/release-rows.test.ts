import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeTable, encodeTable, type ReleaseRow } from '../../../src/search/release-table.ts';
import { ReleaseRows } from '../../../src/search/ui/release-rows.ts';

const NAMES = { office: [], caucus: [], topic: [], speaker: [], bill: [], language: [] };
const row = (day: string): ReleaseRow => ({ day, values: NAMES });
const rowsOf = (...rows: ReleaseRow[]) => new ReleaseRows(decodeTable(encodeTable(rows)), NAMES);

test('the oldest release is the first of the index, and the last of the table', () => {
  const rows = rowsOf(row('2018-02-01'), row('2017-11-22'), row('2017-11-21'));
  assert.deepEqual([...rows.placesOf([{ page: 0 }, { page: 2 }, { page: 1 }])], [2, 0, 1]);
});

test('the years are those of the table, the latest first, with their totals', async () => {
  const rows = rowsOf(row('2018-02-01'), row('2016-12-31'), row('2016-01-02'));
  assert.deepEqual(rows.names.year, [
    ['2018', '2018'],
    ['2016', '2016'],
  ]);
  const { counts, months } = await rows.totals();
  assert.deepEqual([...counts.year], [1, 2]);
  assert.deepEqual(months, { '2018-02': 1, '2016-12': 1, '2016-01': 1 });
  assert.equal(rows.totals(), rows.totals(), 'they are counted once');
  assert.equal(rows.nameOf('year', '2016'), '2016');
});
