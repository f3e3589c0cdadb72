import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { renderMarkdown } from '../support/markdown.ts';
import { statementsIn } from '../support/statement-rule.ts';

// A test is a folder, <case>/{input.md,expected.html}. UPDATE_FIXTURES=1 npm test -- markdown writes
// what is expected anew: read it before you keep it.
const cases = new URL('../fixtures/markdown/', import.meta.url);
const names = await readdir(cases);
assert.ok(names.length > 0, 'no fixtures found'); // an empty folder must not pass

for (const name of names) {
  test(`markdown: ${name.replaceAll('-', ' ')}`, async () => {
    const expected = new URL(`${name}/expected.html`, cases);
    const body = renderMarkdown(await readFile(new URL(`${name}/input.md`, cases), 'utf8'));
    if (process.env['UPDATE_FIXTURES'] === '1') await writeFile(expected, `${body.html}\n`);
    assert.equal(`${body.html}\n`, await readFile(expected, 'utf8')); // a missing file fails
  });

  test(`each id can be recomputed from the words on the page: ${name.replaceAll('-', ' ')}`, async () => {
    const html = await readFile(new URL(`${name}/expected.html`, cases), 'utf8');
    const body = renderMarkdown(await readFile(new URL(`${name}/input.md`, cases), 'utf8'));
    const found = statementsIn(html);
    assert.deepEqual(
      found.map(({ id }) => id),
      found.map(({ recomputed }) => recomputed),
    );
    assert.deepEqual(
      found.map(({ id, text }) => ({
        id,
        text: text.normalize('NFC').replace(/\s+/g, ' ').trim(),
      })),
      body.statements,
    );
  });
}
