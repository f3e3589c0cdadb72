import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { settle, statementId, statementIds } from '../../src/archive/statement-id.ts';

/** The contract's rule once more, written another way, to hold the code against. */
function byTheRule(text: string): string {
  const words = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const digest = createHash('sha256').update(words, 'utf8').digest();
  const bits = [...digest].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const digits = Array.from({ length: 8 }, (_, n) => parseInt(bits.slice(n * 5, n * 5 + 5), 2));
  return `s-${digits.map((digit) => 'abcdefghijklmnopqrstuvwxyz234567'[digit]).join('')}`;
}

test('a statement is named by the first 40 bits of SHA-256 over its words, in base32', () => {
  for (const text of ['This clear violation of the MOUs', 'a', 'Việt Nam', '移民', '\u{1f4dc}']) {
    assert.equal(statementId(text), byTheRule(text));
    assert.match(statementId(text), /^s-[a-z2-7]{8}$/);
  }
});

test('white space and the form of Unicode do not count', () => {
  assert.equal(statementId('  Viê\u0323t\u00a0\n\tNam '), statementId('Việt Nam'));
  assert.equal(settle('a\u2003b\u3000c\ufeff'), 'a b c');
});

test('a statement without words has no id', () => {
  assert.throws(() => statementId(' \n\u00a0'), RangeError);
});

test('the same words again in a release get -2, then -3, in document order', () => {
  const next = statementIds();
  const id = statementId('Thank you.');
  assert.deepEqual(
    [next('Thank you.'), next('Other words.'), next('Thank  you. '), next('Thank you.')],
    [id, statementId('Other words.'), `${id}-2`, `${id}-3`],
  );
});
