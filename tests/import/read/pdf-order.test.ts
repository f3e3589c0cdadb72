import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inReadingOrder } from '../../../src/import/read/pdf-order.ts';

/** Lines at these heights, in the order in which they are drawn, as their heights in reading order. */
const read = (...tops: number[]) =>
  inReadingOrder(
    tops.map((top) => ({ text: String(top), page: 1, top, left: 72, right: 300, height: 10, pieces: [] })),
  ).map(({ top }) => top); // prettier-ignore

test('a letterhead that is drawn last and a footer that is drawn first are put in their places', () => {
  assert.deepEqual(read(600, 580, 560, 700, 690), [700, 690, 600, 580, 560]);
  assert.deepEqual(read(40, 30, 600, 580), [600, 580, 40, 30]);
  assert.deepEqual(read(30, 600, 580, 700), [700, 600, 580, 30]);
});

test('columns, and lines in their order, stay as they are', () => {
  assert.deepEqual(read(700, 600, 580), [700, 600, 580]);
  assert.deepEqual(read(700, 600, 500, 600, 500), [700, 600, 500, 600, 500]);
  assert.deepEqual(read(600, 500, 600, 500), [600, 500, 600, 500]);
  assert.deepEqual(read(700), [700]);
  assert.deepEqual(read(), []);
});
