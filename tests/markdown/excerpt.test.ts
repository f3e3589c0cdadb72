import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { excerpt } from '../../src/markdown/excerpt.ts';
import { anyText } from '../support/any-text.ts';

const of = (texts: string[], most?: number) =>
  excerpt(
    texts.map((text) => ({ id: '', text })),
    most,
  );
const REAL = 'Today the office announced that it would do what it had said it would do.';

test('the first statement of some length is the excerpt of a release', () => {
  assert.equal(of(['For Immediate Release', 'Contact: Casey', REAL, `${REAL} Twice.`]), REAL);
});

test('where all are short, or the long ones come late, the first one does', () => {
  assert.equal(of(['One.', 'Two.']), 'One.');
  assert.equal(of(['1', '2', '3', '4', '5', '6', REAL]), '1');
  assert.equal(of([]), '');
});

test('a long one is cut between words, without a comma before the mark of the cut', () => {
  assert.equal(of([REAL], 40), 'Today the office announced that it…');
  assert.equal(
    of(['One hundred, two hundred, three hundred, and so on'], 27),
    'One hundred, two hundred…',
  );
  assert.equal(of(['移'.repeat(300)]).length, 121);
});

test('it is never longer than asked, and never half a character', () => {
  fc.assert(
    fc.property(anyText(' ', ',', '\u{1f4dc}'), fc.integer({ min: 2, max: 50 }), (text, most) => {
      const short = of([text], most);
      assert.ok(short.length <= Math.max(most, 2));
      assert.ok(short.isWellFormed());
    }),
  );
});
