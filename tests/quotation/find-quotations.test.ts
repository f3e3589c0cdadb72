import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findQuotations } from '../../src/quotation/find-quotations.ts';

test('quotations are found between marks of many kinds, each with its line', () => {
  const text = [
    '“The lamp stays,” she said. "It burns\nall night."',
    '',
    'Elle a dit : « La lampe reste. » Er sagte: „Die Lampe bleibt.“ 「燈塔亮著」',
  ].join('\n');
  assert.deepEqual(findQuotations(text), [
    { quotation: 'The lamp stays,', line: 1 },
    { quotation: 'It burns all night.', line: 1 },
    { quotation: 'La lampe reste.', line: 4 },
    { quotation: 'Die Lampe bleibt.', line: 4 },
    { quotation: '燈塔亮著', line: 4 },
  ]);
});

test('a quotation of several paragraphs is one, and one that nothing closes ends with its paragraph', () => {
  const going = findQuotations('She said: “The lamp stays.\n\n“It burns all night.”\n\nThe end.');
  assert.deepEqual(going, [{ quotation: 'The lamp stays. It burns all night.', line: 1 }]);
  const open = findQuotations('“The lamp stays.\n\nThe keeper left.');
  assert.deepEqual(open, [{ quotation: 'The lamp stays.', line: 1 }]);
});

test('a blockquote is a quotation; inches, and marks without words, are none', () => {
  assert.deepEqual(findQuotations('He wrote:\n\n> The lamp\n> stays.\n'), [
    { quotation: 'The lamp stays.', line: 3 },
  ]);
  assert.deepEqual(findQuotations('A 5" lamp, "…" and a 7" one.'), []);
});
