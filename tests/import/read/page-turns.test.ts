import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convertDocument } from '../../../src/import/convert/convert-document.ts';

const STORY =
  'SAMPLETON - The ferry will run at night from June on, Senator Sam Sample announced today, after the towns on both banks had asked for it for years.';
const convert = (body: string) =>
  convertDocument(Buffer.from(`Ferry Runs at Night\n\n${STORY}\n\n${body}\n`), 'txt');

test('lines between two pages of the paper are left out and reported', async () => {
  for (const [foot, head] of [
    ['-more-', 'FERRY/2-2-2'],
    ['(MORE)', 'Night Ferry, page 2'],
    ['— more —', 'Page 2 of 2'],
    ['- continued -', 'Add one'],
  ] as const) {
    const { text, leftOut, account } = await convert(`${foot}\n\n${head}\n\nIt sails at nine.`);
    assert.equal(text, `${STORY}\n\nIt sails at nine.`);
    const turns = leftOut.filter(({ reason }) => reason.includes('one page of the paper ends'));
    assert.deepEqual(turns.map((one) => one.text), [foot, head]);
    assert.deepEqual(account.missing, []);
  } // prettier-ignore
});

test('what only looks like such a line stays', async () => {
  for (const line of ['More', 'More than 2-1 voted for it.', 'Vote: 5-2', '- more ferries'])
    assert.ok((await convert(`${line}\n\nIt sails at nine.`)).text.includes(line), line);
  const { text } = await convert('-more-\n\nTen of 12 towns agreed, on page 2 of their report.\n\nSo.');
  assert.match(text, /Ten of 12 towns agreed/);
}); // prettier-ignore
