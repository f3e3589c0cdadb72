import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { noLibreOffice } from '../support/office-documents.ts';
import { runCommand } from '../support/run-command.ts';
import { setUpImport } from './import-setup.ts';

const DOC = await readFile('tests/fixtures/import/libreoffice.doc');

/** An archive with a folder of documents, and the import of it, with LibreOffice or without. */
async function setUp(t: TestContext) {
  const archive = await setUpImport(t, {
    'room.doc': DOC,
    'old.wpd': '\u00ffWPC',
    'plan.xlsx': 'x',
    '~$room.doc': 'x',
    'lamp.png': 'x',
  });
  const report = join(archive.folder, 'report.jsonl');
  const args = [join(archive.folder, 'in'), '--report', report, '--office', 'senator-sample'];
  const run = (environment = {}) =>
    runCommand('import', args, { CONTENT_DIR: join(archive.folder, 'content'), ...environment });
  return { ...archive, run, report };
}

test('without LibreOffice: what can be read is imported, the rest named, the report lists what was skipped', async (t) => {
  const { run, report, releases } = await setUp(t);
  const first = await run({ LIBREOFFICE: 'none' });
  assert.equal(first.status, 1);
  assert.match(first.stdout, /^Written: .*2016-03-14-.*\.md from .*room\.doc$/m);
  assert.match(first.stderr, /room\.doc: Only its text was read, .*LibreOffice is not installed/);
  assert.match(
    first.stderr,
    /plan\.xlsx:1: file is a spreadsheet; save it as CSV, one release a row/,
  );
  assert.match(first.stdout, /^Skipped 1 lock file of a document/m);
  assert.equal((await releases()).filter((name) => name.includes('2016-03-14')).length, 1);
  const page = await readFile(report.replace('.jsonl', '.html'), 'utf8');
  assert.match(page, /<h2>Skipped: 1 file of another kind<\/h2><ul><li>[^<]*lamp\.png<\/li><\/ul>/);
  assert.match(page, /<h2>Skipped: 1 lock file[^<]*<\/h2><ul><li>[^<]*~\$room\.doc<\/li><\/ul>/);
  assert.match(page, /plan\.xlsx/);
  const again = await run({ LIBREOFFICE: 'none' });
  assert.match(again.stdout, /^Imported before: .*room\.doc$/m);
  assert.equal((await releases()).length, 1);
  const rows = (await readFile(report, 'utf8')).trim().split('\n');
  const skipped = rows.map((row) => JSON.parse(row) as { file: string; status: string }).filter(({ status }) => status === 'skipped'); // prettier-ignore
  assert.equal(skipped.length, 2);
});

test(
  'with LibreOffice: a document that was imported before is not converted again',
  { skip: noLibreOffice },
  async (t) => {
    const { run, releases } = await setUp(t);
    const first = await run();
    assert.match(first.stdout, /^Written: .*2016-03-14-.*\.md from .*room\.doc$/m);
    assert.doesNotMatch(first.stderr, /Only its text was read/);
    const again = await run({ LIBREOFFICE: 'none' }); // without a warning: its text was not read either
    assert.match(again.stdout, /^Imported before: .*room\.doc$/m);
    assert.doesNotMatch(again.stderr, /Only its text was read/);
    assert.equal((await releases()).length, 1);
  },
);
