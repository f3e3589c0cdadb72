import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  decodeTable,
  encodeTable,
  type NumberLists,
  type ReleaseRow,
  type ReleaseTable,
} from '../../src/search/release-table.ts';

const places = fc.array(fc.nat(70_000), { maxLength: 4 });
const anyRow: fc.Arbitrary<ReleaseRow> = fc.record(
  {
    day: fc
      .date({
        min: new Date('1990-01-01T00:00:00Z'),
        max: new Date('1990-02-28T00:00:00Z'), // few, so that many have the same
        noInvalidDate: true,
      })
      .map((date) => date.toISOString().slice(0, 10)),
    values: fc.record(
      {
        office: places,
        caucus: places,
        topic: places,
        speaker: places,
        bill: places,
        language: places,
      },
      { noNullPrototype: true },
    ),
  },
  { noNullPrototype: true },
);
/** As the index holds them. */
const newestFirst = (rows: ReleaseRow[]) => rows.sort((a, b) => (a.day < b.day ? 1 : -1));

/** The table as rows again, which nothing but a test needs. */
function rowsOf({ days, dayOf, values }: ReleaseTable): ReleaseRow[] {
  const list = ({ numbers, starts }: NumberLists, row: number) => [
    ...numbers.slice(starts[row], starts[row + 1]),
  ];
  return Array.from(dayOf, (day, row) => ({
    day: days[day] ?? '',
    values: {
      office: list(values.office, row),
      caucus: list(values.caucus, row),
      topic: list(values.topic, row),
      speaker: list(values.speaker, row),
      bill: list(values.bill, row),
      language: list(values.language, row),
    },
  }));
}

/** What is read of rows that have been written. */
const readAgain = (rows: readonly ReleaseRow[]) => rowsOf(decodeTable(encodeTable(rows)));

test('property: what is written is read', () => {
  fc.assert(
    fc.property(fc.array(anyRow).map(newestFirst), (rows) => {
      assert.deepEqual(readAgain(rows), rows);
    }),
  );
});

test('a table without releases is read as one', () => {
  assert.deepEqual(readAgain([]), []);
});

test('lists may be empty, in all rows of a facet or in some', () => {
  const values = { office: [0], caucus: [], topic: [], speaker: [], bill: [], language: [0] };
  const rows = [
    { day: '2017-11-22', values: { ...values, topic: [3, 12] } },
    { day: '2017-11-22', values },
    { day: '2017-11-21', values: { ...values, office: [] } },
  ];
  assert.deepEqual(readAgain(rows), rows);
});

test('a table is columns of text, in which a day is written once', () => {
  const values = { office: [0, 1], caucus: [], topic: [2], speaker: [], bill: [], language: [] };
  const rows = [
    { day: '2017-11-22', values },
    { day: '2017-11-22', values },
    { day: '2017-11-21', values },
  ];
  assert.deepEqual(JSON.parse(encodeTable(rows)), {
    days: '2017-11-22*2 2017-11-21*1',
    office: '0,1 0,1 0,1',
    caucus: '  ',
    topic: '2 2 2',
    speaker: '  ',
    bill: '  ',
    language: '  ',
  });
});
