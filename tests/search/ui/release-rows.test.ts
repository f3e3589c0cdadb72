import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeTable, encodeTable, type ReleaseRow } from '../../../src/search/release-table.ts';
import { ReleaseRows } from '../../../src/search/ui/release-rows.ts';
import { madeResult } from './made-pagefind.ts';

const NAMES = { office: [], caucus: [], topic: [], speaker: [], language: [] };
const row = (id: string, day: string): ReleaseRow => ({ id, day, values: NAMES });
function rowsOf(...rows: ReleaseRow[]) {
  const table = decodeTable(encodeTable(rows));
  return new ReleaseRows(table, NAMES, table.ids ?? assert.fail());
}

test('what was found is placed by its id, in whatever order it comes', async () => {
  const rows = rowsOf(row('a', '2018-02-01'), row('b', '2017-11-22'));
  const found = ['b', 'unknown', 'a'].map((id) => madeResult({ id }));
  assert.deepEqual([...(await rows.placesOf(found))], [1, -1, 0]);
});

test('the years are those of the table, the latest first, with their totals', async () => {
  const rows = rowsOf(row('a', '2018-02-01'), row('b', '2016-12-31'), row('c', '2016-01-02'));
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
