import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cellText, textCell } from '../../src/archive/spreadsheet-cell.ts';

test('a text that begins as a formula does gets an apostrophe before it', () => {
  for (const text of [
    ...[
      '=1+1',
      '+1',
      '-30-',
      '@example',
      '\t=1',
      '\r1',
      ' =1',
      '\u00a0=1',
      '\u200b=1',
      '＝1',
      '＋1',
    ],
    ...['－1', '＠a', "'=1", "''-1", '=', '\ufeff=1'],
  ]) {
    assert.equal(textCell(text), `'${text}`, JSON.stringify(text));
  }
});

test('every other text stays as it is', () => {
  for (const text of [
    ...[
      'A title',
      '1 = 1',
      "'Twas the night",
      '– dash',
      '— dash',
      '(=)',
      '“=”',
      '1-1',
      "''",
      "'",
      '',
    ],
    ...['−1 degree', '50 %', 'a\t=1'],
  ]) {
    assert.equal(textCell(text), text);
    assert.equal(cellText(text), text);
  }
});

test('whatever a text is, it comes back, and no cell begins as a formula', () => {
  const sign = fc.constantFrom(
    "'",
    '=',
    '+',
    '-',
    '@',
    '＝',
    ' ',
    '\t',
    '\r',
    '\n',
    '\u200b',
    'a',
    '"',
    ',',
  );
  const text = fc.oneof(fc.string({ unit: sign }), fc.string({ unit: 'grapheme' }));
  fc.assert(
    fc.property(text, (value) => {
      const cell = textCell(value);
      assert.equal(cellText(cell), value);
      assert.doesNotMatch(cell, /^[\s\u200b]*[=+\-@＝＋－＠]|^[\t\r\n]/);
    }),
  );
});
