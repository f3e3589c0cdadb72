import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { encodeIds, IdPlaces } from '../../src/search/id-runs.ts';
import {
  decodeTable,
  encodeTable,
  type NumberLists,
  type ReleaseRow,
  type ReleaseTable,
} from '../../src/search/release-table.ts';

const places = fc.array(fc.nat(70_000), { maxLength: 4 });
const anyId = fc.string({
  unit: fc.constantFrom(...'0123456789abcdef_'),
  minLength: 1,
  maxLength: 12,
});
const anyRow: fc.Arbitrary<ReleaseRow> = fc.record(
  {
    id: anyId,
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
        language: places,
      },
      { noNullPrototype: true },
    ),
  },
  { noNullPrototype: true },
);
/** As the index holds them. */
const newestFirst = (rows: ReleaseRow[]) => rows.sort((a, b) => (a.day < b.day ? 1 : -1));

/** The table as rows again, which nothing but a test needs. @param ids in the order of the rows. */
function rowsOf(
  { ids, days, dayOf, values }: ReleaseTable,
  known: readonly string[],
): ReleaseRow[] {
  const list = ({ numbers, starts }: NumberLists, row: number) => [
    ...numbers.slice(starts[row], starts[row + 1]),
  ];
  assert.ok(ids);
  assert.equal(ids.length, known.length);
  return known.map((id, row) => {
    assert.equal(ids.placeOf(id), row);
    return {
      id,
      day: days[dayOf[row] ?? -1] ?? '',
      values: {
        office: list(values.office, row),
        caucus: list(values.caucus, row),
        topic: list(values.topic, row),
        speaker: list(values.speaker, row),
        language: list(values.language, row),
      },
    };
  });
}

/** What is read of rows that have been written. */
const readAgain = (rows: readonly ReleaseRow[]) =>
  rowsOf(
    decodeTable(encodeTable(rows)),
    rows.map(({ id }) => id ?? assert.fail()),
  );

test('where Pagefind’s ids are unknown, the table has none, and all else', () => {
  const values = { office: [1], caucus: [], topic: [0, 2], speaker: [], language: [0] };
  const rows = ['2018-02-01', '2018-02-01', '2017-11-22'].map((day, n) => ({
    id: `${n}`,
    day,
    values,
  }));
  const { ids, ...table } = decodeTable(encodeTable(rows));
  assert.equal(ids?.length, 3);
  const without = decodeTable(encodeTable(rows.map((row) => ({ ...row, id: undefined }))));
  assert.deepEqual(without, { ...table, ids: undefined });
});

test('property: what is written is read', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyRow, { selector: ({ id }) => id }).map(newestFirst), (rows) => {
      assert.deepEqual(readAgain(rows), rows);
    }),
  );
});

test('a table without releases is read as one', () => {
  assert.deepEqual(readAgain([]), []);
});

test('lists may be empty, in all rows of a facet or in some', () => {
  const values = { office: [0], caucus: [], topic: [], speaker: [], language: [0] };
  const rows = [
    { id: 'en_1', day: '2017-11-22', values: { ...values, topic: [3, 12] } },
    { id: 'en_2', day: '2017-11-22', values },
    { id: 'en_3', day: '2017-11-21', values: { ...values, office: [] } },
  ];
  assert.deepEqual(readAgain(rows), rows);
});

test('a table is columns of text, in which a day is written once', () => {
  const values = { office: [0, 1], caucus: [], topic: [2], speaker: [], language: [] };
  const rows = [
    { id: 'a', day: '2017-11-22', values },
    { id: 'b', day: '2017-11-22', values },
    { id: 'c', day: '2017-11-21', values },
  ];
  assert.deepEqual(JSON.parse(encodeTable(rows)), {
    ids: 'a*1 b*1 c*1',
    days: '2017-11-22*2 2017-11-21*1',
    office: '0,1 0,1 0,1',
    caucus: '  ',
    topic: '2 2 2',
    speaker: '  ',
    language: '  ',
  });
});

test('ids that count down are a run, and all others are alone', () => {
  const down = ['9b92ec7d.0010', '9b92ec7d.0007', '9b92ec7d.0006'];
  const others = ['9b92ec7d.0004', '77aa0123.0003', 'a', 'b.', '77aa0123.001', '77aa0123.000'];
  const text = encodeIds([...down, ...others]);
  assert.equal(text, '9b92ec7d.0010*3 9b92ec7d.0004*1 77aa0123.0003*1 a*1 b.*1 77aa0123.001*2');
  const places = new IdPlaces(text);
  assert.equal(places.length, 9);
  for (const [place, id] of [...down, ...others].entries()) assert.equal(places.placeOf(id), place);
  for (const id of ['9b92ec7d.0011', '9b92ec7d.0005', '9b92ec7d.07', '77aa0123.0', 'c', ''])
    assert.equal(places.placeOf(id), undefined, id);
  assert.equal(new IdPlaces(encodeIds([])).length, 0);
});

test('property: ids are found at their places, and no others', () => {
  const tail = fc.string({ unit: fc.constantFrom(...'00127z'), minLength: 1, maxLength: 3 });
  const stem = fc.constantFrom('', 'a.', 'a.b.', '.');
  const some = fc.uniqueArray(fc.tuple(stem, tail).map(([a, b]) => a + b));
  fc.assert(
    fc.property(some, some, (ids, others) => {
      const places = new IdPlaces(encodeIds(ids));
      for (const id of [...ids, ...others]) {
        const place = ids.indexOf(id);
        assert.equal(places.placeOf(id), place === -1 ? undefined : place);
      }
    }),
  );
});
