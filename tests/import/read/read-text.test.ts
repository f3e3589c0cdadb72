import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textBlocks } from '../../../src/import/read/read-text.ts';

test('lines are joined only where they were certainly one', () => {
  const wrapped =
    'Senator Sam Sample today opened the first of nine lighthouses of the\nSample Coast to everyone who is able to climb its two hundred stairs\nand to come down again.';
  assert.equal(textBlocks(wrapped).length, 1);
  assert.ok(!textBlocks(wrapped)[0]?.text.includes('\n'));
  const address = 'Office of Senator Sample\n1 Made-up Plaza\nSampleton';
  assert.equal(textBlocks(address)[0]?.text, address);
});
