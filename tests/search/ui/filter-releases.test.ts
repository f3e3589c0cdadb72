import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FacetNames } from '../../../src/search/catalogue.ts';
import { decodeTable, encodeTable, type ReleaseRow } from '../../../src/search/release-table.ts';
import {
  hasFilter,
  filterReleases,
  type SearchFilter,
  NO_FILTER,
} from '../../../src/search/ui/filter-releases.ts';
import { FACETS, type Facet } from '../../../src/search/ui/query-state.ts';
import { ReleaseRows } from '../../../src/search/ui/release-rows.ts';

const named = (...slugs: string[]) => slugs.map((slug): [string, string] => [slug, slug]);
const NAMES: FacetNames = {
  office: named('north', 'south'),
  caucus: named('api'),
  topic: named('bridges', 'harbors', 'schools'),
  speaker: named('sam'),
  bill: named('sb-54'),
  language: named('en', 'es'),
};
const DAYS = ['2016-12-31', '2017-01-01', '2017-11-22', '2017-11-30', '2018-02-01'];

function row(day: string, values: Partial<ReleaseRow['values']> = {}): ReleaseRow {
  const none = { office: [], caucus: [], topic: [], speaker: [], bill: [], language: [] };
  return { day, values: { ...none, ...values } };
}

function filter({ facets, ...days }: Partial<SearchFilter> = {}): SearchFilter {
  return { ...NO_FILTER, ...days, facets: { ...NO_FILTER.facets, ...facets } };
}
const facetsOf = (facets: Partial<SearchFilter['facets']>) =>
  filter({ facets: facets as SearchFilter['facets'] });

/** As the browser has them. */
function tableOf(some: readonly ReleaseRow[]) {
  return new ReleaseRows(decodeTable(encodeTable(some)), NAMES);
}

/** Filters all of some releases; the counts by the names of the values, without those of none. */
async function filtered(some: readonly ReleaseRow[], wanted: SearchFilter) {
  const rows = tableOf(some);
  const { isLeft, counts, months } = await filterReleases(
    rows,
    Int32Array.from(some.keys()),
    wanted,
  );
  const named = FACETS.map((facet) => {
    const values = rows.names[facet].map(([slug], place) => [slug, counts[facet][place]] as const);
    return [facet, Object.fromEntries(values.filter(([, count]) => count !== 0))] as const;
  });
  return {
    isLeft: Array.from(isLeft, (one) => one === 1),
    counts: Object.fromEntries(named) as Record<Facet, Record<string, number>>,
    months,
  };
}

const rows = [
  row('2018-02-01', { office: [0], topic: [0, 1] }),
  row('2017-11-22', { office: [1], topic: [0] }),
  row('2017-11-22', { office: [0, 1], topic: [2] }),
  row('2016-12-31', { topic: [1] }),
];

test('without a choice all are left, and each value counts its releases', async () => {
  const { isLeft, counts, months } = await filtered(rows, filter());
  assert.deepEqual(isLeft, [true, true, true, true]);
  assert.deepEqual(counts, {
    office: { north: 2, south: 2 },
    caucus: {},
    topic: { bridges: 2, harbors: 2, schools: 1 },
    speaker: {},
    bill: {},
    year: { 2018: 1, 2017: 2, 2016: 1 },
    language: {},
  });
  assert.deepEqual(months, { '2018-02': 1, '2017-11': 2, '2016-12': 1 });
});

test('the counts of a facet ignore its own choice, those of the others and the months do not', async () => {
  const { isLeft, counts, months } = await filtered(rows, facetsOf({ office: ['south'] }));
  assert.deepEqual(isLeft, [false, true, true, false]);
  assert.deepEqual(counts.office, { north: 2, south: 2 });
  assert.deepEqual(counts.topic, { bridges: 1, schools: 1 });
  assert.deepEqual(counts.year, { 2017: 2 });
  assert.deepEqual(months, { '2017-11': 2 });
});

test('values of one facet widen a search, facets together filter it', async () => {
  const both = facetsOf({ topic: ['harbors', 'schools'] });
  assert.deepEqual((await filtered(rows, both)).isLeft, [true, false, true, true]);
  const with2017 = facetsOf({ topic: ['harbors', 'schools'], year: ['2017'] });
  assert.deepEqual((await filtered(rows, with2017)).isLeft, [false, false, true, false]);
});

test('a value that no release has leaves none, but shows what there is instead', async () => {
  const { isLeft, counts, months } = await filtered(rows, facetsOf({ office: ['nobody'] }));
  assert.deepEqual(isLeft, [false, false, false, false]);
  assert.deepEqual(counts.office, { north: 2, south: 2 });
  assert.deepEqual([counts.topic, months], [{}, {}]);
});

test('the first and the last day are within', async () => {
  const staying = async (from: string, to: string) =>
    (await filtered(rows, filter({ from, to }))).isLeft.filter(Boolean).length;
  assert.equal(await staying('2017-11-22', '2017-11-22'), 2);
  assert.equal(await staying('2017-11-22', ''), 3);
  assert.equal(await staying('', '2017-11-22'), 3);
  assert.equal(await staying('2017-11-23', '2018-01-31'), 0);
  assert.equal(await staying('2018-01-01', '2017-01-01'), 0);
});

test('the months ignore the days that were chosen, but not those that the words typed allow', async () => {
  const chosen = filter({ from: '2018-01-01', to: '2018-12-31' });
  const { counts, months } = await filtered(rows, chosen);
  assert.deepEqual(counts.year, { 2018: 1 });
  assert.deepEqual(months, { '2018-02': 1, '2017-11': 2, '2016-12': 1 });
  const typed = { from: '2017-01-01', to: '' };
  assert.deepEqual((await filtered(rows, { ...chosen, typed })).months, {
    '2018-02': 1,
    '2017-11': 2,
  });
});

test('a filter leaves out releases if it has a day or a value', () => {
  assert.equal(hasFilter(filter()), false);
  assert.equal(hasFilter(filter({ from: '2017-01-01' })), true);
  assert.equal(hasFilter(filter({ to: '2017-01-01' })), true);
  for (const facet of FACETS) assert.equal(hasFilter(facetsOf({ [facet]: ['x'] })), true);
});

const anyRow = fc
  .record({
    day: fc.constantFrom(...DAYS),
    office: fc.subarray([0, 1]),
    caucus: fc.subarray([0]),
    topic: fc.subarray([0, 1, 2]),
    speaker: fc.subarray([0]),
    bill: fc.subarray([0]),
    language: fc.subarray([0, 1], { maxLength: 1 }),
  })
  .map(({ day, ...values }) => row(day, values));
const anyRows = fc.array(anyRow).map((some) => some.sort((a, b) => (a.day < b.day ? 1 : -1)));
const anyDay = fc.constantFrom('', ...DAYS);
const anyRange = fc.record({ from: anyDay, to: anyDay });
const anyFilter = fc
  .record({
    office: fc.subarray(['north', 'south']),
    caucus: fc.subarray(['api']),
    topic: fc.subarray(['bridges', 'harbors', 'nothing']),
    speaker: fc.subarray(['sam']),
    bill: fc.subarray(['sb-54']),
    year: fc.subarray(['2016', '2017', '2018']),
    language: fc.subarray(['en', 'es']),
  })
  .chain((facets) => fc.record({ facets: fc.constant(facets), days: anyRange, typed: anyRange }))
  // As the page puts them together: what is chosen keeps to what is typed.
  .map(({ facets, days, typed }): SearchFilter => {
    const from = days.from > typed.from ? days.from : typed.from;
    const ends = [days.to, typed.to].filter(Boolean).sort();
    return { facets, typed, from, to: ends[0] ?? '' };
  });

/** Whether a release fits, decided as a reader would. */
function fits(one: ReleaseRow, { facets, from, to }: Omit<SearchFilter, 'typed'>): boolean {
  if (from !== '' && one.day < from) return false;
  if (to !== '' && one.day > to) return false;
  return FACETS.every((facet) => {
    if (facets[facet].length === 0) return true;
    const values =
      facet === 'year'
        ? [one.day.slice(0, 4)]
        : one.values[facet].map((place) => NAMES[facet][place]?.[0] ?? '');
    return values.some((value) => facets[facet].includes(value));
  });
}

test('property: what isLeft is what fits', async () => {
  await fc.assert(
    fc.asyncProperty(anyRows, anyFilter, async (some, wanted) => {
      const expected = some.map((one) => fits(one, wanted));
      assert.deepEqual((await filtered(some, wanted)).isLeft, expected);
    }),
  );
});

test('property: a count is the number of releases with this value as the only one of its facet', async () => {
  await fc.assert(
    fc.asyncProperty(anyRows, anyFilter, async (some, wanted) => {
      const { counts } = await filtered(some, wanted);
      for (const facet of FACETS) {
        for (const value of allValues(facet)) {
          const only = { ...wanted, facets: { ...wanted.facets, [facet]: [value] } };
          const expected = some.filter((one) => fits(one, only)).length;
          assert.equal(counts[facet][value] ?? 0, expected, `${facet}: ${value}`);
        }
      }
    }),
  );
});

test('property: a month counts the releases that it would leave if it were chosen', async () => {
  await fc.assert(
    fc.asyncProperty(anyRows, anyFilter, async (some, wanted) => {
      const { months } = await filtered(some, wanted);
      const free = some.filter((one) => fits(one, { ...wanted, ...wanted.typed }));
      const expected = Map.groupBy(free, ({ day }) => day.slice(0, 7));
      assert.deepEqual(
        new Map(Object.entries(months)),
        new Map([...expected].map(([month, all]) => [month, all.length])),
      );
    }),
  );
});

test('a release that is not in the table is left where there is no filter', async () => {
  const table = tableOf(rows);
  const some = Int32Array.of(-1, 0);
  const all = await filterReleases(table, some, filter());
  assert.deepEqual([...all.isLeft], [1, 1]);
  assert.deepEqual(all.months, { '2018-02': 1 });
  const in2018 = await filterReleases(table, some, facetsOf({ year: ['2018'] }));
  assert.deepEqual([...in2018.isLeft], [0, 1]);
});

test('nothing is counted any more once nobody waits for it', async () => {
  const table = tableOf(rows);
  const some = new Int32Array(20_000); // more than are counted at a time
  const waiting = new AbortController();
  const counting = filterReleases(table, some, filter(), waiting.signal);
  waiting.abort();
  await assert.rejects(counting, { name: 'AbortError' });
});

const allValues = (facet: Facet) =>
  facet === 'year' ? ['2016', '2017', '2018'] : NAMES[facet].map(([slug]) => slug);
