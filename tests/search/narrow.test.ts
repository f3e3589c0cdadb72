import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FacetNames } from '../../src/search/catalogue.ts';
import type { ReleaseRow } from '../../src/search/release-table.ts';
import { isNarrow, narrow, type Narrowing, valuesOf } from '../../src/search/ui/narrow.ts';
import { FACETS, type Facet } from '../../src/search/ui/query-state.ts';

const named = (...slugs: string[]) => slugs.map((slug): [string, string] => [slug, slug]);
const NAMES: FacetNames = {
  office: named('north', 'south'),
  caucus: named('api'),
  topic: named('bridges', 'harbors', 'schools'),
  speaker: named('sam'),
  language: named('en', 'es'),
};
const DAYS = ['2016-12-31', '2017-01-01', '2017-11-22', '2017-11-30', '2018-02-01'];

function row(day: string, values: Partial<ReleaseRow['values']> = {}): ReleaseRow {
  const none = { office: [], caucus: [], topic: [], speaker: [], language: [] };
  return { id: `en_${day}`, day, values: { ...none, ...values } };
}

function narrowing({ facets, ...days }: Partial<Narrowing> = {}): Narrowing {
  const none = { office: [], caucus: [], topic: [], speaker: [], year: [], language: [] };
  const open = { from: '', to: '' };
  return { ...open, typed: open, ...days, facets: { ...none, ...facets } };
}
const facetsOf = (facets: Partial<Narrowing['facets']>) =>
  narrowing({ facets: facets as Narrowing['facets'] });

const rows = [
  row('2018-02-01', { office: [0], topic: [0, 1] }),
  row('2017-11-22', { office: [1], topic: [0] }),
  row('2017-11-22', { office: [0, 1], topic: [2] }),
  row('2016-12-31', { topic: [1] }),
];

test('without a choice all stay, and each value counts its releases', () => {
  const { stays, counts, months } = narrow(rows, narrowing(), NAMES);
  assert.deepEqual(stays, [true, true, true, true]);
  assert.deepEqual(counts, {
    office: { north: 2, south: 2 },
    caucus: {},
    topic: { bridges: 2, harbors: 2, schools: 1 },
    speaker: {},
    year: { 2018: 1, 2017: 2, 2016: 1 },
    language: {},
  });
  assert.deepEqual(months, { '2018-02': 1, '2017-11': 2, '2016-12': 1 });
});

test('the counts of a facet ignore its own choice, those of the others and the months do not', () => {
  const { stays, counts, months } = narrow(rows, facetsOf({ office: ['south'] }), NAMES);
  assert.deepEqual(stays, [false, true, true, false]);
  assert.deepEqual(counts.office, { north: 2, south: 2 });
  assert.deepEqual(counts.topic, { bridges: 1, schools: 1 });
  assert.deepEqual(counts.year, { 2017: 2 });
  assert.deepEqual(months, { '2017-11': 2 });
});

test('values of one facet widen, facets together narrow', () => {
  const both = facetsOf({ topic: ['harbors', 'schools'] });
  assert.deepEqual(narrow(rows, both, NAMES).stays, [true, false, true, true]);
  const with2017 = facetsOf({ topic: ['harbors', 'schools'], year: ['2017'] });
  assert.deepEqual(narrow(rows, with2017, NAMES).stays, [false, false, true, false]);
});

test('a value that no release has leaves none, but shows what there is instead', () => {
  const { stays, counts, months } = narrow(rows, facetsOf({ office: ['nobody'] }), NAMES);
  assert.deepEqual(stays, [false, false, false, false]);
  assert.deepEqual(counts.office, { north: 2, south: 2 });
  assert.deepEqual([counts.topic, months], [{}, {}]);
});

test('the first and the last day are within', () => {
  const staying = (from: string, to: string) =>
    narrow(rows, narrowing({ from, to }), NAMES).stays.filter(Boolean).length;
  assert.equal(staying('2017-11-22', '2017-11-22'), 2);
  assert.equal(staying('2017-11-22', ''), 3);
  assert.equal(staying('', '2017-11-22'), 3);
  assert.equal(staying('2017-11-23', '2018-01-31'), 0);
  assert.equal(staying('2018-01-01', '2017-01-01'), 0);
});

test('the months ignore the days that were chosen, but not those that the words typed allow', () => {
  const chosen = narrowing({ from: '2018-01-01', to: '2018-12-31' });
  const { counts, months } = narrow(rows, chosen, NAMES);
  assert.deepEqual(counts.year, { 2018: 1 });
  assert.deepEqual(months, { '2018-02': 1, '2017-11': 2, '2016-12': 1 });
  const typed = { from: '2017-01-01', to: '' };
  assert.deepEqual(narrow(rows, { ...chosen, typed }, NAMES).months, {
    '2018-02': 1,
    '2017-11': 2,
  });
});

test('a search is narrow if it has a day or a value', () => {
  assert.equal(isNarrow(narrowing()), false);
  assert.equal(isNarrow(narrowing({ from: '2017-01-01' })), true);
  assert.equal(isNarrow(narrowing({ to: '2017-01-01' })), true);
  for (const facet of FACETS) assert.equal(isNarrow(facetsOf({ [facet]: ['x'] })), true);
});

const anyRow = fc
  .record({
    day: fc.constantFrom(...DAYS),
    office: fc.subarray([0, 1]),
    caucus: fc.subarray([0]),
    topic: fc.subarray([0, 1, 2]),
    speaker: fc.subarray([0]),
    language: fc.subarray([0, 1], { maxLength: 1 }),
  })
  .map(({ day, ...values }) => row(day, values));
const anyDay = fc.constantFrom('', ...DAYS);
const anyRange = fc.record({ from: anyDay, to: anyDay });
const anyNarrowing = fc
  .record({
    office: fc.subarray(['north', 'south']),
    caucus: fc.subarray(['api']),
    topic: fc.subarray(['bridges', 'harbors', 'nothing']),
    speaker: fc.subarray(['sam']),
    year: fc.subarray(['2016', '2017', '2018']),
    language: fc.subarray(['en', 'es']),
  })
  .chain((facets) => fc.record({ facets: fc.constant(facets), days: anyRange, typed: anyRange }))
  // As the page puts them together: what is chosen keeps to what is typed.
  .map(({ facets, days, typed }): Narrowing => {
    const from = days.from > typed.from ? days.from : typed.from;
    const ends = [days.to, typed.to].filter(Boolean).sort();
    return { facets, typed, from, to: ends[0] ?? '' };
  });

/** Whether a release fits, told as a reader would. */
function fits(one: ReleaseRow, { facets, from, to }: Omit<Narrowing, 'typed'>): boolean {
  if (from !== '' && one.day < from) return false;
  if (to !== '' && one.day > to) return false;
  return FACETS.every((facet) => {
    if (facets[facet].length === 0) return true;
    return valuesOf(one, facet, NAMES).some((value) => facets[facet].includes(value));
  });
}

test('property: what stays is what fits', () => {
  fc.assert(
    fc.property(fc.array(anyRow), anyNarrowing, (some, wanted) => {
      const expected = some.map((one) => fits(one, wanted));
      assert.deepEqual(narrow(some, wanted, NAMES).stays, expected);
    }),
  );
});

test('property: a count is the number of releases with this value as the only one of its facet', () => {
  fc.assert(
    fc.property(fc.array(anyRow), anyNarrowing, (some, wanted) => {
      const { counts } = narrow(some, wanted, NAMES);
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

test('property: a month counts the releases that it would leave if it were chosen', () => {
  fc.assert(
    fc.property(fc.array(anyRow), anyNarrowing, (some, wanted) => {
      const { months } = narrow(some, wanted, NAMES);
      const free = some.filter((one) => fits(one, { ...wanted, ...wanted.typed }));
      const expected = Map.groupBy(free, ({ day }) => day.slice(0, 7));
      assert.deepEqual(
        new Map(Object.entries(months)),
        new Map([...expected].map(([month, all]) => [month, all.length])),
      );
    }),
  );
});

const allValues = (facet: Facet) =>
  facet === 'year' ? ['2016', '2017', '2018'] : NAMES[facet].map(([slug]) => slug);
