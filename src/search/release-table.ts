import type { Day } from '../archive/day.ts';

/** What a search can be narrowed to, but for the year, which is in the day. */
export const TABLE_FACETS = ['office', 'caucus', 'topic', 'speaker', 'language'] as const;
export type TableFacet = (typeof TABLE_FACETS)[number];

/** A release as the table holds it: all that narrowing, counting and ordering need, and no words. */
export interface ReleaseRow {
  /** By which Pagefind knows it within its shard. */
  id: string;
  day: Day;
  /** Of each facet the places of its values in the list of names. */
  values: Record<TableFacet, readonly number[]>;
}

/** The table as it is written: a column is a text, so that it packs well. */
type Columns = Record<'ids' | 'days' | TableFacet, string>;

/**
 * Writes the rows of a shard. Days are run lengths, `2017-11-22*3`, since releases stand in their
 * order; of several values of a facet each is a number, with commas between.
 */
export function encodeTable(rows: readonly ReleaseRow[]): string {
  const days = [...Map.groupBy(rows, ({ day }) => day)].map(
    ([day, { length }]) => `${day}*${length}`,
  );
  const column = (facet: TableFacet) => rows.map(({ values }) => values[facet].join(',')).join(' ');
  const columns: Columns = {
    ids: rows.map(({ id }) => id).join(' '),
    days: days.join(' '),
    office: column('office'),
    caucus: column('caucus'),
    topic: column('topic'),
    speaker: column('speaker'),
    language: column('language'),
  };
  return JSON.stringify(columns);
}

/** Reads what `encodeTable` has written. Rows of the same day must stand together. */
export function decodeTable(text: string): ReleaseRow[] {
  const columns = JSON.parse(text) as Columns;
  if (columns.ids === '') return [];
  const days = columns.days.split(' ').flatMap((run) => {
    const [day = '', length = '1'] = run.split('*');
    return Array<Day>(Number(length)).fill(day);
  });
  const lists = Object.fromEntries(
    TABLE_FACETS.map((facet) => [facet, columns[facet].split(' ').map(readNumbers)]),
  ) as Record<TableFacet, number[][]>;
  return columns.ids.split(' ').map((id, n) => ({
    id,
    day: days[n] ?? '',
    values: Object.fromEntries(
      TABLE_FACETS.map((facet) => [facet, lists[facet][n] ?? []]),
    ) as Partial<ReleaseRow['values']> as ReleaseRow['values'],
  }));
}

const readNumbers = (text: string) => (text === '' ? [] : text.split(',').map(Number));
