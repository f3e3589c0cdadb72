import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { PAGE_SIZE, pageNumbers, paginate } from '../../src/archive/paginate.ts';

const list = (length: number) => Array.from({ length }, (_, n) => n);

test('the first page is the list itself, the others lie below it', () => {
  const paths = paginate(list(120), '/offices/north/').map(({ path }) => path);
  assert.deepEqual(paths, ['/offices/north/', '/offices/north/page/2/', '/offices/north/page/3/']);
});

test('a page holds fifty; one more makes another page', () => {
  assert.equal(PAGE_SIZE, 50);
  assert.deepEqual(
    [0, 1, 50, 51, 100, 101].map((length) => paginate(list(length), '/').length),
    [1, 1, 1, 2, 2, 3],
  );
});

test('an empty list has one page, which says so', () => {
  const [page] = paginate([], '/releases/');
  assert.deepEqual(page?.items, []);
  assert.equal(page?.total, 0);
  assert.equal(page?.last, 1);
});

test('the pages hold every item once, in order', () => {
  fc.assert(
    fc.property(fc.nat({ max: 1000 }), (length) => {
      const pages = paginate(list(length), '/');
      assert.deepEqual(
        pages.flatMap(({ items }) => items),
        list(length),
      );
      assert.ok(pages.every(({ items }, n) => items.length === 50 || n === pages.length - 1));
    }),
  );
});

test('a page knows its place and the way to the others', () => {
  const pages = paginate(list(101), '/releases/');
  assert.deepEqual(
    pages.map(({ number, last, total }) => [number, last, total]),
    [1, 2, 3].map((number) => [number, 3, 101]),
  );
  assert.equal(pages[2]?.pathOf(1), '/releases/');
});

test('the numbers to offer are the ends and the neighbours; a gap of one page is no gap', () => {
  assert.deepEqual(pageNumbers(1, 1), [1]);
  assert.deepEqual(pageNumbers(1, 3), [1, 2, 3]);
  assert.deepEqual(pageNumbers(5, 9), [1, null, 4, 5, 6, null, 9]);
  assert.deepEqual(pageNumbers(4, 7), [1, 2, 3, 4, 5, 6, 7]);
  assert.deepEqual(pageNumbers(9, 9), [1, null, 8, 9]);
});

test('the numbers to offer always have the first, the last and the page itself', () => {
  const places = fc.integer({ min: 1, max: 2000 }).chain((last) => {
    return fc.tuple(fc.integer({ min: 1, max: last }), fc.constant(last));
  });
  fc.assert(
    fc.property(places, ([number, last]) => {
      const numbers = pageNumbers(number, last).filter((n) => n !== null);
      assert.ok([1, number, last].every((n) => numbers.includes(n)));
      assert.deepEqual(
        numbers,
        [...new Set(numbers)].sort((a, b) => a - b),
      );
    }),
  );
});
