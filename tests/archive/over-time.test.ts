import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countOverTime, tintOf } from '../../src/archive/over-time.ts';

const of = (time: number, ...offices: string[]) => ({ time, offices });

test('releases are counted by time and office, and the offices with most come first', () => {
  const counted = countOverTime(
    [of(0, 'north'), of(2, 'south'), of(2, 'south'), of(2, 'north'), of(2, 'south')],
    3,
  );
  assert.deepEqual(counted, {
    offices: [
      { office: 'south', counts: [0, 0, 3] },
      { office: 'north', counts: [1, 0, 1] },
    ],
    others: undefined,
    all: [1, 0, 4],
  });
});

test('a joint release counts for each of its offices, and once for all of them', () => {
  const counted = countOverTime([of(0, 'north', 'south'), of(0, 'north', 'north')], 1);
  assert.deepEqual(counted.offices, [
    { office: 'north', counts: [2] },
    { office: 'south', counts: [1] },
  ]);
  assert.deepEqual(counted.all, [2]);
});

test('further offices share a row, in which a joint release of several counts once', () => {
  const many = Array.from({ length: 10 }, (_, n) => [of(0, `o${n}`), of(1, `o${n}`)]).flat();
  const rest = [of(0, 'x', 'y', 'o1'), of(1, 'z')];
  const { offices, others, all } = countOverTime([...many, ...rest], 2);
  assert.equal(offices.length, 10);
  assert.deepEqual(others, { offices: 3, counts: [1, 1] });
  assert.deepEqual(all, [11, 11]);
});

test('an eleventh office has a row of its own, since its name needs no more room', () => {
  const { offices, others } = countOverTime(
    Array.from({ length: 11 }, (_, n) => of(0, `o${n}`)),
    1,
  );
  assert.equal(offices.length, 11);
  assert.equal(others, undefined);
});

test('what is of none of the times is not counted', () => {
  const { offices, all } = countOverTime([of(-1, 'north'), of(2, 'north'), of(1, 'south')], 2);
  assert.deepEqual(all, [0, 1]);
  assert.deepEqual(offices, [{ office: 'south', counts: [0, 1] }]);
});

test('a single release is tinted, and the most of all most', () => {
  assert.deepEqual(
    [0, 1, 40, 100].map((count) => tintOf(count, 100)),
    [0, 1, 2, 3],
  );
});
