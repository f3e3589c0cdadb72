import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convertFixture, people } from './fixture.ts';

test('a mail in quoted-printable: its HTML part, its subject and its day where it was sent', async () => {
  const { fields, markdown, metadata } = await convertFixture('quoted-printable.eml');
  assert.equal(fields.title, 'SENATOR SAMPLE PLANTS THE THOUSANDTH PEAR TREE');
  assert.match(
    markdown,
    /^SAMPLETON – Senator Sam Sample today planted the \*thousandth\* pear tree/,
  );
  assert.equal(metadata?.date, '2017-04-03');
  assert.equal(metadata?.title, 'Senator Sample Plants the Thousandth Pear Tree');
});

test('a mail in base64 with an attachment', async () => {
  const { fields, files, metadata } = await convertFixture('base64.eml');
  assert.equal(fields.title, 'Assemblymember Placeholder Counts the Bridges');
  assert.deepEqual(people(fields.contact), ['Riley Wire (916) 555-0141']);
  assert.deepEqual(
    files.map(({ name }) => name),
    ['bridges.pdf'],
  );
  assert.equal(metadata?.date, '2015-09-08');
});
