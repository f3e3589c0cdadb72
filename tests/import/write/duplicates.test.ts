import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KnownTexts } from '../../../src/import/write/duplicates.ts';

test('the same text is recognized, and nearly the same', () => {
  const words = Array.from({ length: 120 }, (_, n) => `word${(n * 7919) % 997}`);
  const texts = new KnownTexts();
  texts.add('first', words.join(' '));
  assert.deepEqual(texts.find(words.join('\n').toUpperCase()), {
    id: 'first',
    isSame: true,
    likeness: 1,
  });
  const edited = texts.find(words.with(60, 'other').join(' '));
  assert.ok(edited?.id === 'first' && !edited.isSame && edited.likeness >= 0.75);
  assert.equal(texts.find(words.toReversed().join(' ')), undefined);
});
