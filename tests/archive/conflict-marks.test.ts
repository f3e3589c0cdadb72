import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conflictLines } from '../../src/archive/conflict-marks.ts';

const CONFLICT = ['<<<<<<< HEAD', 'Noon.', '=======', 'One.', '>>>>>>> b'];

test('each place that a merge has left is reported once, by its first line', () => {
  for (const end of ['\n', '\r\n', '\r']) {
    const lines = ['One.', '', ...CONFLICT, '', ...CONFLICT];
    assert.deepEqual(conflictLines(lines.join(end)), [3, 9]);
  }
});

test('marks of three sides, and marks without a name, are marks', () => {
  const base = [...CONFLICT.slice(0, 2), '||||||| 1a2b3c4', 'Two.', ...CONFLICT.slice(2)];
  assert.deepEqual(conflictLines(base.join('\n')), [1]);
  assert.deepEqual(conflictLines('One.\n<<<<<<<\nTwo.\n=======\n>>>>>>>\n'), [2]);
});

test('what is left when only some of the marks were deleted is reported', () => {
  for (const mark of ['<<<<<<< HEAD', '>>>>>>> 1a2b3c4 (Move the opening)', '||||||| base']) {
    assert.deepEqual(conflictLines(`One.\n\n${mark}\n\nTwo.`), [3], mark);
  }
});

test('headings, quotations, tables, arrows and longer rules are no marks', () => {
  const texts = [
    'Summary\n=======\n\nOne.',
    '> > > > > > > One.',
    '|||||||\n|-|-|-|-|-|-|',
    '||||||| a |',
    '<<<<<<<< One.',
    '>>>>>>>>',
    ' <<<<<<< HEAD',
    'He wrote <<<<<<< HEAD.',
  ];
  for (const text of texts) assert.deepEqual(conflictLines(text), [], text);
});

test('fenced code may show such marks, but a fence that is never closed hides none', () => {
  const shown = CONFLICT.join('\n');
  assert.deepEqual(conflictLines(`One.\n\n\`\`\`\n${shown}\n\`\`\`\n`), []);
  assert.deepEqual(conflictLines(`~~~ diff\n${shown}\n~~~~\n`), []);
  assert.deepEqual(conflictLines(`\`\`\`\n${shown}\n`), [2]);
  assert.deepEqual(conflictLines(`\`\`\`\n${shown}\n~~~\n`), [2]);
  assert.deepEqual(conflictLines(`<<<<<<< HEAD\n\`\`\`\n=======\n\`\`\`\n>>>>>>> b\n`), [1]);
});
