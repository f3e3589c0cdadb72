import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quotation } from '../../src/citing/quotation.ts';

test('a quotation has the words, then who said so, where and when, then the address', () => {
  assert.equal(
    quotation('The lamps are lit.', 'Office A, “Lamps”, May 16, 2018', 'https://a.example/#s-a'),
    '“The lamps are lit.”\n— Office A, “Lamps”, May 16, 2018\nhttps://a.example/#s-a',
  );
});

test('the words of a quotation stay as they are, with marks of their own', () => {
  assert.match(quotation('They said: "No."', 'A', 'b'), /^“They said: "No\."”\n/);
  assert.match(quotation('“No” – ‘no’', 'A', 'b'), /^““No” – ‘no’”\n/);
});
