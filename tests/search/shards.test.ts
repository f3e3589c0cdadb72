import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Release } from '../../src/archive/release.ts';
import { cutIntoShards } from '../../src/search/index/shards.ts';

const releases = (dates: string[]) =>
  dates.map((date, n) => ({ id: `${date}-${n}`, date })).toReversed() as unknown as Release[];
const named = (dates: string[], most: number) =>
  cutIntoShards(releases(dates), most).map(({ name, releases }) => [name, releases.length]);

test('years that fit together share a shard; the newest comes first', () => {
  const dates = [
    '2004-01-01',
    '2005-01-01',
    '2005-06-01',
    '2006-01-01',
    '2007-01-01',
    '2007-02-01',
  ];
  assert.deepEqual(named(dates, 3), [
    ['2006-2007', 3],
    ['2004-2005', 3],
  ]);
});

test('a year that is too large is cut between months into equal parts', () => {
  const dates = Array.from({ length: 12 }, (_, n) => `2007-${String(n + 1).padStart(2, '0')}-15`);
  assert.deepEqual(named(['2006-12-31', ...dates], 6), [
    ['2007-07-2007-12', 6],
    ['2007-01-2007-06', 6],
    ['2006', 1],
  ]);
});

test('an empty archive has no shard', () => {
  assert.deepEqual(cutIntoShards([], 10), []);
});

test('every release is in one shard, newest first, and no month is cut', () => {
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
      const shards = cutIntoShards(all, most);
      assert.deepEqual(
        shards.flatMap(({ releases }) => releases),
        all,
      );
      const months = shards.flatMap(({ releases }) => [
        ...new Set(releases.map(({ date }) => date.slice(0, 7))),
      ]);
      assert.equal(new Set(months).size, months.length);
      assert.equal(new Set(shards.map(({ name }) => name)).size, shards.length);
    }),
  );
});
