import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  formatWording,
  parseWording,
  wordingsPath,
} from '../../../src/archive/wordings/earlier-wording.ts';

const WORDING = {
  release: '2017-01-02-lanterns',
  statement: 's-aaaaaaaa-2',
  text: 'The lanterns are lit.',
  since: '2025-01-01',
  until: '2025-03-01',
};

test('a wording is read as it was written, whatever its words', () => {
  const text = fc.string({ unit: 'binary', minLength: 1 }).filter((one) => one.isWellFormed());
  fc.assert(
    fc.property(text, (words) => {
      const line = formatWording({ ...WORDING, text: words });
      assert.ok(!line.includes('\n'));
      assert.deepEqual(parseWording(line), { ...WORDING, text: words });
    }),
  );
});

test('each year has a file', () => {
  assert.equal(wordingsPath('2017-01-02-lanterns'), 'history/2017.jsonl');
});

test('what is wrong with a line is named', () => {
  const faultOf = (fields: object) => {
    const read = parseWording(JSON.stringify({ v: 1, ...WORDING, ...fields }));
    return 'message' in read ? read.message : undefined;
  };
  assert.equal(faultOf({}), undefined);
  assert.equal(faultOf({ v: 2 }), 'is of version 2; this program reads version 1');
  assert.equal(
    faultOf({ until: '2025-02-30' }),
    'cannot be read: until is not a day of the calendar',
  );
  assert.equal(
    faultOf({ statement: 'x' }),
    'cannot be read: statement is not the id of a statement',
  );
  assert.equal(faultOf({ text: '' }), 'cannot be read: text is empty');
  assert.equal(faultOf({ note: 'x' }), 'cannot be read: has the unknown field note');
  const marks = parseWording('<<<<<<< HEAD');
  assert.ok('message' in marks && /merge that was not finished/.test(marks.message));
  const cut = parseWording(formatWording(WORDING).slice(0, 40));
  assert.ok('message' in cut && /is cut short/.test(cut.message));
});
