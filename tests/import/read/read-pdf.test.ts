import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { convertDocument } from '../../../src/import/convert/convert-document.ts';
import { convertFixture } from './fixture.ts';

test('a PDF is read by its text layer', async () => {
  const { fields, story } = await convertFixture('libreoffice.pdf');
  assert.equal(fields.title, 'Assemblymember Example Opens a Reading Room in Every Ferry Landing');
  assert.equal(fields.dateline, 'SACRAMENTO, Calif.');
  assert.match(story, /reading rooms that will stand at the ferry landings of the Sample Coast/);
});

test('an encrypted PDF is reported as one', async () => {
  const bytes = await readFile(join('tests', 'fixtures', 'import', 'encrypted.pdf'));
  await assert.rejects(convertDocument(bytes, 'pdf'), {
    name: 'UnreadableSource',
    message: 'is encrypted',
  });
});
