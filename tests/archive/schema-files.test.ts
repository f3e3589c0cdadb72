import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { schemaFiles } from '../../src/archive/schema-files.ts';

const folder = join('.vscode', 'schemas');

test('the schemas that editors read are those of the code', async () => {
  const existing = (await readdir(folder)).map((name) => join(folder, name));
  assert.deepEqual(existing.sort(), [...schemaFiles().keys()].sort());
  for (const [file, text] of schemaFiles()) {
    const isFresh = (await readFile(file, 'utf8')) === text;
    assert.ok(isFresh, `${file} is older than the fields in src/archive: run \`npm run schema\``);
  }
});

test('the settings of VS Code name every schema', async () => {
  const settings = await readFile(join('.vscode', 'settings.json'), 'utf8');
  const withoutRemarks = settings.replace(/^\s*\/\/.*$/gm, '');
  const { 'yaml.schemas': schemas } = JSON.parse(withoutRemarks) as Record<string, object>;
  const named = Object.keys(schemas ?? {}).map((path) => join(path));
  assert.deepEqual(named.sort(), [...schemaFiles().keys()].sort());
});
