import type { Day } from '../archive/day.ts';
import { byKey } from './by-key.ts';
import { encodeIds, IdPlaces } from './id-runs.ts';

/** What a search can be narrowed to, but for the year, which is in the day. */
export const TABLE_FACETS = ['office', 'caucus', 'topic', 'speaker', 'language'] as const;
export type TableFacet = (typeof TABLE_FACETS)[number];

/** A release as it goes into the table: all that narrowing, counting and ordering need, and no words. */
export interface ReleaseRow {
  /** By which Pagefind knows it. */
  id: string;
  day: Day;
  /** Of each facet the places of its values in the list of names. */
  values: Record<TableFacet, readonly number[]>;
}

/** The table as it is written: a column is a text, so that it packs well. */
type Columns = Record<'ids' | 'days' | TableFacet, string>;

/**
 * The table as it is read: columns of numbers, in which a row is a place. There are no rows as objects,
 * since a browser would have to make tens of thousands of them before it shows a count.
 */
export interface ReleaseTable {
  ids: IdPlaces;
  /** Each day on which there are releases, newest first. */
  days: Day[];
  /** Of each row the place of its day. */
  dayOf: Uint32Array;
  /** Of each row the places of its values in the lists of names. */
  values: Record<TableFacet, NumberLists>;
}

/** A list of numbers for each row, one after the other. */
export interface NumberLists {
  numbers: Uint32Array;
  /** Where the list of a row starts; it ends where the next one starts, and so there is one more. */
  starts: Uint32Array;
}

/**
 * Writes the rows. Days are run lengths, `2017-11-22*3`, since releases stand in their
 * order, and ids are runs; of several values of a facet each is a number, with commas between.
 */
export function encodeTable(rows: readonly ReleaseRow[]): string {
  const days = [...Map.groupBy(rows, ({ day }) => day)].map(
    ([day, { length }]) => `${day}*${length}`,
  );
  const column = (facet: TableFacet) => rows.map(({ values }) => values[facet].join(',')).join(' ');
  const columns: Columns = {
    ids: encodeIds(rows.map(({ id }) => id)),
    days: days.join(' '),
    ...byKey(TABLE_FACETS, column),
  };
  return JSON.stringify(columns);
}

/** Reads what `encodeTable` has written. Rows of the same day must stand together. */
export function decodeTable(text: string): ReleaseTable {
  const columns = JSON.parse(text) as Columns;
  const ids = new IdPlaces(columns.ids);
  return {
    ids,
    ...readDays(columns.days, ids.length),
    values: byKey(TABLE_FACETS, (facet) => readLists(columns[facet], ids.length)),
  };
}

function readDays(text: string, rows: number): Pick<ReleaseTable, 'days' | 'dayOf'> {
  const dayOf = new Uint32Array(rows);
  let row = 0;
  const runs = text === '' ? [] : text.split(' ');
  const days = runs.map((run, place) => {
    const [day = '', length = '1'] = run.split('*');
    dayOf.fill(place, row, (row += Number(length)));
    return day;
  });
  return { days, dayOf };
}

const [ZERO, NINE, COMMA] = [48, 57, 44]; // code units

/** Reads a column sign by sign: to split it would make a text of each number. */
function readLists(text: string, rows: number): NumberLists {
  const numbers: number[] = [];
  const starts = new Uint32Array(rows + 1);
  let [row, number] = [0, -1]; // while no digit has been read the number is -1
  for (let place = 0; place <= text.length && row < rows; place++) {
    const sign = text.charCodeAt(place); // NaN at the end, which ends a number as a space does
    if (sign >= ZERO && sign <= NINE) {
      number = Math.max(number, 0) * 10 + sign - ZERO;
      continue;
    }
    if (number >= 0) numbers.push(number);
    number = -1;
    if (sign !== COMMA) starts[++row] = numbers.length;
  }
  return { numbers: new Uint32Array(numbers), starts };
}
