import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listNumber } from '../../../../src/import/read/docx/number-format.ts';

const CASES: [string, number, string | undefined][] = [
  ['decimal', 12, '12'],
  ['decimal', 0, '0'],
  ['decimalZero', 3, '03'],
  ['decimalZero', 0, '00'],
  ['001', 12, '012'],
  ['lowerRoman', 49, 'xlix'],
  ['upperRoman', 1994, 'MCMXCIV'],
  ['lowerLetter', 26, 'z'],
  ['lowerLetter', 27, 'aa'],
  ['upperLetter', 53, 'AAA'],
  ['ordinal', 1, '1st'],
  ['ordinal', 0, '0th'],
  ['ordinal', 12, '12th'],
  ['ordinal', 23, '23rd'],
  ['chineseCounting', 10, '十'],
  ['chineseCounting', 21, '二十一'],
  ['japaneseCounting', 105, '一百〇五'],
  ['ideographDigital', 20, '二〇'],
  ['decimalEnclosedCircle', 3, '③'],
  ['decimalFullWidth', 15, '１５'],
  ['chicago', 5, '**'],
  ['ganada', 2, '나'],
  ['russianLower', 3, 'в'],
  ['bahtText', 1, undefined],
];
for (const [format, n, expected] of CASES) {
  test(`${n} as ${format}`, () => assert.equal(listNumber(n, format), expected));
}
