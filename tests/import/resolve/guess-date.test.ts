import assert from 'node:assert/strict';
import { test } from 'node:test';
import { releaseOf } from '../../../src/import/convert/convert-document.ts';
import { textDocument } from '../../../src/import/read/read-text.ts';
import { resolveRelease } from '../../../src/import/resolve/resolve-release.ts';

const STORY =
  'Nine keepers swept the stairs of the old tower, and the council opened its doors to everyone.';
const archive = {
  offices: undefined,
  caucuses: undefined,
  lastContacts: () => [],
  hasRelease: () => false,
};
const resolve = (
  day: string,
  options: { date?: '2020-01-01'; overrideDate?: '2020-01-01' },
  name = 'a.txt',
) => {
  const document = releaseOf(textDocument(`${day}\n\nOld Tower Opens Its Doors\n\n${STORY}`));
  const { release, questions, warnings } = resolveRelease(
    document,
    { name },
    { office: ['harbor'], caucus: [], ...options },
    archive,
  );
  return { date: release.date, asked: questions.some(({ field }) => field === 'date'), warnings };
};

test('--date serves where the text gives no day, or none for certain', () => {
  const none = resolve('', { date: '2020-01-01' });
  assert.deepEqual([none.date, none.asked], ['2020-01-01', false]);
  const doubtful = resolve('5/6/2018', { date: '2020-01-01' });
  assert.deepEqual([doubtful.date, doubtful.asked], ['2020-01-01', false]);
});

test('--date replaces no day that the text prints, nor that of a file’s name', () => {
  assert.equal(resolve('May 3, 2018', { date: '2020-01-01' }).date, '2018-05-03');
  assert.equal(resolve('', { date: '2020-01-01' }, '2018-05-03 tower.txt').date, '2018-05-03');
});

test('--override-date replaces each, and a warning names what it replaced', () => {
  const { date, warnings } = resolve('May 3, 2018', { overrideDate: '2020-01-01' });
  assert.equal(date, '2020-01-01');
  assert.match(
    warnings.join('\n'),
    /Days differ: --override-date says 2020-01-01, the text prints 2018-05-03; 2020-01-01 is used/,
  );
});
