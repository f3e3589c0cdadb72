import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countIn, periodsOf } from '../../../src/search/ui/periods.ts';

const SPAN = { from: '2009-03-01', to: '2012-05-06' };
const facets = { office: [], caucus: [], topic: [], speaker: [], bill: [], year: [], language: [] };
const open = { facets, from: '', to: '' };
const namesOf = (span: typeof SPAN, narrowing: Parameters<typeof periodsOf>[1]) =>
  periodsOf(span, narrowing, 'en').map(({ name }) => name);

test('a search is shown by all years of the archive, with or without releases', () => {
  assert.deepEqual(periodsOf(SPAN, open, 'en')[1], {
    name: '2010',
    label: '2010',
    from: '2010-01-01',
    to: '2010-12-31',
  });
  assert.deepEqual(namesOf(SPAN, open), ['2009', '2010', '2011', '2012']);
  const days = { from: '2009-12-31', to: '2010-01-01' };
  assert.equal(namesOf(SPAN, { ...open, ...days }).length, 4);
  assert.equal(namesOf(SPAN, { ...open, from: '2010-01-01' }).length, 4);
});

for (const { way, narrowing } of [
  { way: 'by its facet', narrowing: { ...open, facets: { ...facets, year: ['2016'] } } },
  { way: 'by days', narrowing: { ...open, from: '2016-02-03', to: '2016-02-04' } },
]) {
  test(`a search in one year, ${way}, is shown by its months`, () => {
    const months = periodsOf(SPAN, narrowing, 'en');
    assert.equal(months.length, 12);
    assert.deepEqual(months[1], {
      name: 'February 2016',
      label: 'Feb',
      from: '2016-02-01',
      to: '2016-02-29',
    });
    assert.equal(months[11]?.to, '2016-12-31');
  });
}

test('of two years, and of what is no year, there are no months', () => {
  for (const year of [['2010', '2011'], ['soon']]) {
    assert.equal(namesOf(SPAN, { ...open, facets: { ...facets, year } })[0], '2009');
  }
});

test('more than sixty years are shown by decades, and of one decade the years', () => {
  const span = { from: '1899-01-01', to: '2024-05-06' };
  const decades = periodsOf(span, open, 'en');
  assert.equal(decades.length, 14);
  assert.deepEqual(decades[0], {
    name: '1890s',
    label: '1890s',
    from: '1890-01-01',
    to: '1899-12-31',
  });
  const years = namesOf(span, { ...open, from: '1950-01-01', to: '1959-12-31' });
  assert.deepEqual([years.length, years[0], years[9]], [10, '1950', '1959']);
  assert.equal(namesOf({ ...span, from: '1965-01-01' }, open).length, 60);
  assert.equal(namesOf({ ...span, from: '1964-12-31' }, open).length, 7);
});

test('the last month of the calendar has an end', () => {
  const narrowing = { ...open, facets: { ...facets, year: ['9999'] } };
  assert.equal(periodsOf(SPAN, narrowing, 'en')[11]?.to, '9999-12-31');
});

test('a time counts the releases of its months', () => {
  const months = { '2009-12': 1, '2010-01': 2, '2010-12': 4, '2011-01': 8 };
  assert.equal(countIn({ from: '2010-01-01', to: '2010-12-31' }, months), 6);
  assert.equal(countIn({ from: '2010-12-01', to: '2010-12-31' }, months), 4);
  assert.equal(countIn({ from: '2012-01-01', to: '2012-12-31' }, months), 0);
});
