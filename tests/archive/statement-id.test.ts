import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { statementId } from '../../src/archive/statement-id.ts';
import { normalizeText } from '../../src/archive/statement-id-form.ts';
import { anyText } from '../support/any-text.ts';
import { idByTheRule } from '../support/statement-rule.ts';
import { statementIds } from '../support/statement-ids.ts';

const words = anyText('e\u0301', ' ').filter((text) => text.trim() !== '');

test('a statement is named by the first 40 bits of SHA-256 over its words, in base32', () => {
  for (const text of ['This clear violation of the MOUs', 'a', 'Việt Nam', '移民', '\u{1f4dc}']) {
    assert.equal(statementId(text), idByTheRule(text));
    assert.match(statementId(text), /^s-[a-z2-7]{8}$/);
  }
});

test('an id that was once published stays what it is', () => {
  assert.equal(statementId('A statement.'), 's-7csi5mdt');
});

test('anyone can recompute the id of any words', () => {
  fc.assert(fc.property(words, (text) => assert.equal(statementId(text), idByTheRule(text))));
});

test('white space and the form of Unicode do not count', () => {
  assert.equal(statementId('  Viê\u0323t\u00a0\n\tNam '), statementId('Việt Nam'));
  assert.equal(normalizeText('a\u2003b\u3000c\ufeff'), 'a b c');
  const space = fc.stringMatching(/^[ \n\t\r\u00a0\u2003\u3000]+$/);
  fc.assert(
    fc.property(fc.array(words, { minLength: 1 }), space, (parts, gap) => {
      assert.equal(statementId(parts.join(gap).normalize('NFD')), statementId(parts.join(' ')));
    }),
  );
});

test('every letter counts, capitals and punctuation too', () => {
  const ids = ['We will act.', 'we will act.', 'We will act', 'We will act!'].map(statementId);
  assert.equal(new Set(ids).size, ids.length);
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

test('in one release no two statements have the same id', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', ' a', 'b ')), (texts) => {
      const ids = texts.map(statementIds());
      assert.equal(new Set(ids).size, texts.length);
    }),
  );
});
