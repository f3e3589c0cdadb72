import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  commonPlaces,
  fit,
  fullLikeness,
  likeness,
  likenessBound,
  unshared,
} from '../../../src/archive/ledger/likeness.ts';
import { wordsFrom } from '../../../src/archive/ledger/sketch.ts';

/** Words as a sketch has them: capitals are short words. */
const words = (text: string) => wordsFrom(text === '' ? [] : text.split(' '));
const anyWords = fc
  .array(fc.constantFrom('A', 'B', 'aa', 'bb', 'cc', 'dd'), { maxLength: 24 })
  .map(wordsFrom);

/** The length of a longest common subsequence, reckoned in the plainest way. */
function lengthOfCommon(a: readonly string[], b: readonly string[]): number {
  let row = b.map(() => 0);
  for (const word of a) {
    const above = row;
    row = [];
    for (const [n, other] of b.entries()) {
      const [up, left, across] = [above[n] ?? 0, row[n - 1] ?? 0, above[n - 1] ?? 0];
      row.push(word === other ? across + 1 : Math.max(up, left));
    }
  }
  return row.at(-1) ?? 0;
}

test('what stands in both in the same order is found, as much of it as can be', () => {
  assert.deepEqual(commonPlaces(['a', 'b', 'c'], ['x', 'a', 'c']), [
    [0, 1],
    [2, 2],
  ]);
  assert.deepEqual(commonPlaces([], ['a']), []);
});

test('places in common are in order, of equal words, and no longer list of them exists', () => {
  fc.assert(
    fc.property(anyWords, anyWords, ({ all: a }, { all: b }) => {
      const places = commonPlaces(a, b);
      for (const [n, [i, j]] of places.entries()) {
        assert.equal(a[i], b[j]);
        const [before] = places.slice(Math.max(0, n - 1), n);
        assert.ok(before === undefined || (before[0] < i && before[1] < j));
      }
      assert.equal(places.length, lengthOfCommon(a, b));
    }),
  );
});

test('two texts are as alike as the share of words in common, and wholly so only to themselves', () => {
  assert.equal(likeness(words('aa bb cc dd'), words('aa xx cc dd')), 0.75);
  assert.equal(likeness(words(''), words('')), 0);
  fc.assert(
    fc.property(anyWords, anyWords, (a, b) => {
      assert.equal(fullLikeness(a, b), fullLikeness(b, a));
      assert.equal(fullLikeness(a, b) === 1, a.all.length > 0 && a.all.join() === b.all.join());
      assert.ok(likeness(a, b) >= 0 && likeness(a, b) <= 1);
    }),
  );
});

test('short words do not count where there are enough long ones', () => {
  const long = 'aa bb cc dd ee ff gg hh';
  assert.equal(likeness(words(`A ${long}`), words(`${long} B C`)), 1);
  assert.ok(fullLikeness(words(`A ${long}`), words(`${long} B C`)) < 1);
  assert.equal(likeness(words('A aa'), words('B aa')), 0.5);
});

test('the bound that is told without looking at order is never too low', () => {
  fc.assert(
    fc.property(anyWords, anyWords, (a, b) => assert.ok(likenessBound(a, b) >= likeness(a, b))),
  );
});

test('a part is found in a longer text, and what is left is told', () => {
  const found = fit(words('cc dd ee'), words('aa bb cc dd ee ff'));
  assert.equal(found.share, 1);
  assert.deepEqual(found.rest.all, ['aa', 'bb', 'ff']);
  const none = fit(words('xx'), words('aa bb'));
  assert.deepEqual([none.share, none.rest], [0, words('aa bb')]);
});

test('words that lie far apart in the longer text are less of a part than close ones', () => {
  const part = words('aa bb cc dd');
  const close = fit(part, words('xx aa bb yy cc dd'));
  const apart = fit(part, words('aa xx xx xx bb xx xx xx cc xx xx xx dd'));
  assert.ok(close.share > apart.share);
  assert.deepEqual(close.rest.all, ['xx']);
});

test('a text is wholly part of whatever holds it in one piece', () => {
  fc.assert(
    fc.property(anyWords, anyWords, anyWords, (before, part, after) => {
      fc.pre(part.all.length > 0);
      const whole = wordsFrom([...before.all, ...part.all, ...after.all]);
      const { share, rest } = fit(part, whole);
      assert.equal(share, 1);
      assert.equal(rest.all.length, before.all.length + after.all.length);
    }),
  );
});

test('the words that a text does not share with another are those that are new in it', () => {
  assert.deepEqual(unshared(words('aa bb cc'), words('aa xx cc yy')).all, ['xx', 'yy']);
  fc.assert(
    fc.property(anyWords, anyWords, (a, b) => {
      assert.equal(unshared(a, b).all.length, b.all.length - lengthOfCommon(a.all, b.all));
    }),
  );
});
