import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Release } from '../../../src/archive/release.ts';
import { cutIntoShards } from '../../../src/search/index/shards.ts';

const releases = (dates: string[]) =>
  dates.map((date, n) => ({ id: `${date}-${n}`, date })).toReversed() as unknown as Release[];
const named = (dates: string[], max: number, newest = 1) =>
  cutIntoShards(releases(dates), { max, newest }).map(({ name, releases }) => [
    name,
    releases.length,
  ]);

const months = (year: number) =>
  Array.from({ length: 12 }, (_, n) => `${year}-${String(n + 1).padStart(2, '0')}-15`);

test('a small archive is one shard', () => {
  assert.deepEqual(named(['2004-01-01', '2006-01-01', '2006-02-01'], 3), [['2004-2006', 3]]);
});

test('of a large one the newest months are a shard, and years that fit together share one', () => {
  const dates = ['2004-01-01', '2005-01-01', '2005-06-01', '2006-01-01', ...months(2007)];
  assert.deepEqual(named(dates, 13, 3), [
    ['2007-10-2007-12', 3],
    ['2004-2007', 13],
  ]);
  assert.deepEqual(named(dates, 12, 3), [
    ['2007-10-2007-12', 3],
    ['2007', 9],
    ['2004-2006', 4],
  ]);
});

test('a newest month that is too large is cut from its first day on', () => {
  const days = ['2005-01-01', '2005-01-02', '2005-01-03', '2005-01-03', '2005-01-03'];
  const before = [
    ['2005-01-01-2005-01-02', 2],
    ['2004', 1],
  ];
  assert.deepEqual(named(['2004-01-01', ...days.slice(0, 3)], 3, 2), [
    ['2005-01-03-2005-01-03', 1],
    ...before,
  ]);
  // A day is never cut.
  assert.deepEqual(named(['2004-01-01', ...days], 3, 2), [['2005-01-03-2005-01-03', 3], ...before]);
});

test('a year that is too large is cut between months into equal parts', () => {
  assert.deepEqual(named(['2006-12-31', ...months(2007), '2008-01-01'], 6), [
    ['2008-01-2008-01', 1],
    ['2007-07-2007-12', 6],
    ['2007-01-2007-06', 6],
    ['2006', 1],
  ]);
});

test('a month that is too large is cut between days into equal parts', () => {
  const days = Array.from({ length: 9 }, (_, n) => `2007-05-1${n}`);
  const dates = [...months(2007), ...days].sort();
  assert.deepEqual(named([...dates, '2008-01-01'], 6), [
    ['2008-01-2008-01', 1],
    ['2007-08-2007-12', 5],
    ['2007-06-2007-07', 2],
    ['2007-05-15-2007-05-18', 5],
    ['2007-05-10-2007-05-14', 5],
    ['2007-01-2007-04', 4],
  ]);
});

test('a new release changes the newest shard alone', () => {
  const dates = [...months(2005), ...months(2006), ...months(2007)];
  const [, ...before] = cutIntoShards(releases(dates), { max: 12, newest: 4 });
  const [, ...after] = cutIntoShards(releases([...dates, '2007-12-31']), { max: 12, newest: 5 });
  assert.deepEqual(
    after.map(({ name }) => name),
    before.map(({ name }) => name),
  );
});

test('an empty archive has no shard', () => {
  assert.deepEqual(cutIntoShards([], { max: 10, newest: 2 }), []);
});

test('every release is in one shard, newest first, and no day is cut', () => {
  const day = fc.date({
    min: new Date('2000-01-01'),
    max: new Date('2009-12-31'),
    noInvalidDate: true,
  });
  const dates = fc
    .array(day.map((date) => date.toISOString().slice(0, 10)))
    .map((list) => list.sort());
  fc.assert(
    fc.property(dates, fc.integer({ min: 1, max: 20 }), (list, most) => {
      const all = releases(list);
      const shards = cutIntoShards(all, { max: most, newest: Math.ceil(most / 4) });
      assert.deepEqual(
        shards.flatMap(({ releases }) => releases),
        all,
      );
      const days = shards.flatMap(({ releases }) => [...new Set(releases.map(({ date }) => date))]);
      assert.equal(new Set(days).size, days.length);
      assert.equal(new Set(shards.map(({ name }) => name)).size, shards.length);
    }),
  );
});
