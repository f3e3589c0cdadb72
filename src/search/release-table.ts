import type { Day } from '../archive/day.ts';
import { byKey } from './by-key.ts';

/** What a search can be filtered by, except the year, which is part of the day. */
export const TABLE_FACETS = ['office', 'caucus', 'topic', 'speaker', 'bill', 'language'] as const;
export type TableFacet = (typeof TABLE_FACETS)[number];

/** A release as it goes into the table: all that filtering, counting and sorting need, and no words. */
export interface ReleaseRow {
  day: Day;
  /** Of each facet the places of its values in the list of names. */
  values: Record<TableFacet, readonly number[]>;
}

/** The table as it is written: a column is a text, so that it compresses well. */
type Columns = Record<'days' | TableFacet, string>;

/**
 * The table as it is read: columns of numbers, in which a row is a place. Rows are not objects, since a
 * browser would have to make tens of thousands of them before it shows a count.
 */
export interface ReleaseTable {
  /** Each day on which there are releases, newest first. */
  days: Day[];
  /** Of each row the place of its day. */
  dayOf: Uint32Array;
  /** Of each row the places of its values in the lists of names. */
  values: Record<TableFacet, NumberLists>;
}

/** Lists of numbers, one for each row, in one array. */
export interface NumberLists {
  numbers: Uint32Array;
  /** Where the list of a row starts; it ends where the next one starts, so there is one start more. */
  starts: Uint32Array;
}

/**
 * Writes the rows. Days are run lengths, `2017-11-22*3`, since releases are in the order of their days;
 * several values of a facet are numbers with commas between.
 */
export function encodeTable(rows: readonly ReleaseRow[]): string {
  const days = [...Map.groupBy(rows, ({ day }) => day)].map(
    ([day, { length }]) => `${day}*${length}`,
  );
  const column = (facet: TableFacet) => rows.map(({ values }) => values[facet].join(',')).join(' ');
  const columns: Columns = {
    days: days.join(' '),
    ...byKey(TABLE_FACETS, column),
  };
  return JSON.stringify(columns);
}

/** Reads what `encodeTable` has written. Rows of the same day must follow each other. */
export function decodeTable(text: string): ReleaseTable {
  const columns = JSON.parse(text) as Columns;
  const days = readDays(columns.days);
  return {
    ...days,
    values: byKey(TABLE_FACETS, (facet) => readLists(columns[facet], days.dayOf.length)),
  };
}

function readDays(text: string): Pick<ReleaseTable, 'days' | 'dayOf'> {
  const runs = (text === '' ? [] : text.split(' ')).map((run) => {
    const [day = '', length = '1'] = run.split('*');
    return { day, length: Number(length) };
  });
  const dayOf = new Uint32Array(runs.reduce((sum, { length }) => sum + length, 0));
  let row = 0;
  for (const [place, { length }] of runs.entries()) dayOf.fill(place, row, (row += length));
  return { days: runs.map(({ day }) => day), dayOf };
}

const [ZERO, NINE, COMMA] = [48, 57, 44]; // code units

/** Reads a column character by character: splitting it would make a string of each number. */
function readLists(text: string, rows: number): NumberLists {
  const numbers: number[] = [];
  const starts = new Uint32Array(rows + 1);
  let [row, number] = [0, -1]; // while no digit has been read the number is -1
  for (let place = 0; place <= text.length && row < rows; place++) {
    const code = text.charCodeAt(place); // NaN at the end, which ends a number as a space does
    if (code >= ZERO && code <= NINE) {
      number = Math.max(number, 0) * 10 + code - ZERO;
      continue;
    }
    if (number >= 0) numbers.push(number);
    number = -1;
    if (code !== COMMA) starts[++row] = numbers.length;
  }
  return { numbers: new Uint32Array(numbers), starts };
}
