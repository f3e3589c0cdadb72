import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstWords } from '../../src/markdown/first-words.ts';

test('a short text is whole, and a longer one is cut after seven words', () => {
  assert.equal(
    firstWords('The ferry waits for nobody at noon.'),
    'The ferry waits for nobody at noon.',
  );
  assert.equal(
    firstWords('The ferry waits for nobody at noon today.'),
    'The ferry waits for nobody at noon…',
  );
  assert.equal(firstWords(''), '');
});

test('long words are cut between words', () => {
  const long = Array.from({ length: 7 }, (_, n) => `${'lantern'.repeat(2)}${n}`).join(' ');
  assert.equal(firstWords(long), `${long.split(' ').slice(0, 5).join(' ')}…`);
});

test('a text without spaces is cut between characters', () => {
  assert.equal(firstWords('燈'.repeat(81)), `${'燈'.repeat(80)}…`);
  assert.equal(firstWords(`公告 ${'🏮'.repeat(90)}`), `公告 ${'🏮'.repeat(77)}…`);
  assert.equal(firstWords('🏮'.repeat(80)), '🏮'.repeat(80));
});
