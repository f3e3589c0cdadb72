import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import fc from 'fast-check';
import { formatEntry } from '../../../src/archive/ledger/entry.ts';
import { indexLedger, ledgerPath, readEntry } from '../../../src/archive/ledger/ledger-files.ts';
import { linesOf } from '../../../src/archive/ledger/ledger-lines.ts';
import { recordEntry } from '../../../src/archive/ledger/record-entry.ts';
import { statementId } from '../../../src/archive/statement-id.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { BRIDGE, CHINESE_CLINIC, CLINIC, VOTE } from './paragraphs.ts';

const [A, B, C] = ['2025-12-31-a', '2026-01-05-b', '2026-01-06-c'];
const line = (release: string, ...texts: string[]) =>
  formatEntry(recordEntry(undefined, release, texts, '2026-02-01').entry);
const LINES = [line(A, BRIDGE), line(B, CLINIC, CHINESE_CLINIC), line(C, VOTE)];

/** The index of a ledger with these files, and its problems as `path:line: message`. */
async function indexOf(t: TestContext, files: Record<string, string>) {
  const folder = await tempFolder(t, files);
  const index = await indexLedger(folder, Object.keys(files));
  const [errors, warnings] = [index.errors, index.warnings].map((problems) =>
    problems.map((one) => `${one.file.slice(folder.length + 1)}:${one.line}: ${one.message}`),
  );
  return { folder, index, errors, warnings };
}
const read = ({ places }: Awaited<ReturnType<typeof indexLedger>>, id: string) => {
  const entry = readEntry(places.get(id) ?? []);
  return entry && formatEntry(entry);
};
const YEAR = 'ledger/2026.jsonl';

test('a release has its line in the file of its year', () => {
  assert.equal(ledgerPath('2026-01-05-b'), 'ledger/2026.jsonl');
});

test('every line is found again, in several files', async (t) => {
  const { index, errors, warnings } = await indexOf(t, {
    'ledger/2025.jsonl': `${LINES[0]}\n`,
    [YEAR]: `${LINES[1]}\n${LINES[2]}\n`,
  });
  assert.deepEqual([errors, warnings], [[], []]);
  assert.deepEqual([...index.places.keys()], [A, B, C]);
  assert.deepEqual(
    [A, B, C].map((id) => read(index, id)),
    LINES,
  );
  assert.equal(readEntry([]), undefined);
  assert.equal(index.gone.size, 0);
});

test('an archive without a ledger has an index with nothing in it', async (t) => {
  const { index } = await indexOf(t, {});
  assert.deepEqual([index.places.size, index.errors, index.warnings], [0, [], []]);
});

test('releases that were taken out of the archive are listed with the reason', async (t) => {
  const gone = { on: '2026-03-01', reason: 'Issued by mistake.' };
  const entry = { ...recordEntry(undefined, B, [CLINIC], '2026-02-01').entry, gone };
  const { index } = await indexOf(t, { [YEAR]: `${formatEntry(entry)}\n${LINES[2]}\n` });
  assert.deepEqual([...index.gone], [[B, entry]]);
  assert.deepEqual([...index.places.keys()], [B, C]);
});

test('lines that Windows ended, and blank ones, are read like any other', async (t) => {
  const text = `\r\n${LINES[1]}\r\n\r\n\n${LINES[2]}\r\n`;
  const { index, errors } = await indexOf(t, { [YEAR]: text });
  assert.deepEqual(errors, []);
  assert.deepEqual(
    [B, C].map((id) => read(index, id)),
    LINES.slice(1),
  );
});

test('what is wrong with a line is told with its file and its line, all in one run', async (t) => {
  const { index, errors } = await indexOf(t, {
    'ledger/2025.jsonl': `${LINES[0]}\n{"v":1\n`,
    [YEAR]: `<<<<<<< HEAD\n${LINES[1]}\n=======\n>>>>>>> there\n{"v":2}\n`,
  });
  const marks = 'has the marks of a merge that was not finished';
  assert.deepEqual(errors, [
    'ledger/2025.jsonl:2: is cut short or was changed by hand: it is not JSON',
    `${YEAR}:1: ${marks}`,
    `${YEAR}:3: ${marks}`,
    `${YEAR}:4: ${marks}`,
    `${YEAR}:5: is of version 2; this program reads version 1`,
  ]);
  assert.deepEqual([...index.places.keys()], [A, B]);
  for (const { field, hint } of index.errors) assert.ok(field === 'ledger' && hint !== '');
});

test('blank lines count where the number of a line is told', async (t) => {
  const { errors } = await indexOf(t, { [YEAR]: `\n${LINES[1]}\r\n\r\n{\n` });
  assert.deepEqual(errors, [`${YEAR}:4: is cut short or was changed by hand: it is not JSON`]);
});

test('a file that ends in the middle of a line is told of, and so is an empty one', async (t) => {
  const { errors } = await indexOf(t, {
    'ledger/2024.jsonl': '',
    'ledger/2025.jsonl': LINES[0] ?? '',
    [YEAR]: `${LINES[1]}\n${LINES[2]?.slice(0, 50)}`,
  });
  assert.deepEqual(errors, [
    'ledger/2024.jsonl:1: is empty',
    'ledger/2025.jsonl:1: is cut short: its last line has no end',
    `${YEAR}:2: is cut short or was changed by hand: it is not JSON`,
    `${YEAR}:2: is cut short: its last line has no end`,
  ]);
});

test('two lines for one release are told of as a warning, and read as one', async (t) => {
  const { index, errors, warnings } = await indexOf(t, {
    [YEAR]: `${line(B, CLINIC)}\n${LINES[2]}\n${line(B, CLINIC, BRIDGE)}\n`,
  });
  assert.deepEqual(errors, []);
  assert.deepEqual(warnings, [`${YEAR}:3: has a second line for ${B}`]);
  const entry = readEntry(index.places.get(B) ?? []);
  assert.deepEqual(
    entry?.statements.map(({ id }) => id),
    [CLINIC, BRIDGE].map(statementId),
  );
});

test('a file that has changed since it was indexed is refused', async (t) => {
  const { folder, index } = await indexOf(t, { [YEAR]: `${LINES[1]}\n${LINES[2]}\n` });
  await writeFile(join(folder, YEAR), `${LINES[2]}\n`);
  assert.throws(() => read(index, C), /2026\.jsonl has changed while it was read; try again/);
});

test('the lines of any file are its lines, without their ends and without blank ones', () => {
  const anyFile = fc
    .array(fc.constantFrom('{}', 'é', '移', '\n', '\r\n', '\r', ' '))
    .map((all) => all.join(''));
  fc.assert(
    fc.property(anyFile, (text) => {
      const bytes = Buffer.from(text);
      const found = [...linesOf(bytes)].map(({ start, end }) => bytes.toString('utf8', start, end));
      const lines = text.split('\n').map((one) => one.replace(/\r$/, ''));
      assert.deepEqual(
        found,
        lines.filter((one) => one !== ''),
      );
    }),
  );
});

test('a line in the file of another year is an error: it would be recorded a second time', async (t) => {
  const { errors, index } = await indexOf(t, { 'ledger/2024.jsonl': `${LINES[0]}\n` });
  assert.deepEqual(errors, [`ledger/2024.jsonl:1: has the line of ${A}, which belongs elsewhere`]);
  assert.equal(index.places.size, 0);
});
