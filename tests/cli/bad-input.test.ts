import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runCommand } from '../support/run-command.ts';
import { type Files, tempFolder } from '../support/temp-folder.ts';
import type { Case } from './bad-input/case.ts';
import { fields } from './bad-input/fields.ts';
import { files } from './bad-input/files.ts';
import { references } from './bad-input/references.ts';
import { text } from './bad-input/text.ts';

const CASES: readonly Case[] = [...files, ...fields, ...references, ...text];

const archive: Files = {
  'site.yaml': 'title: Made for a test\n',
  'offices/north.yaml': 'name: Office of the North\n',
  'caucuses/api.yaml': 'name: API\n',
};

// All cases lie in one folder, so that one run tells of all of them: each must not hide another.
test('npm run check tells of everything that is wrong, in one run', async (t) => {
  const all = Object.assign({}, archive, ...CASES.map((one) => one.files)) as Files;
  const folder = await tempFolder(t, all);
  const { status, stderr, stdout } = await runCommand('check', [], { CONTENT_DIR: folder });
  const lines = stderr
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replaceAll(`${folder}/`, ''));

  for (const { name, errors = [], warnings = [], files } of CASES) {
    await t.test(name, () => {
      const paths = Object.keys(files);
      const isOfCase = (line: string) => paths.some((path) => line.includes(`: ${path}:`));
      assert.deepEqual(lines.filter(isOfCase), [
        ...warnings.map((line) => `warning: ${line}`),
        ...errors.map((line) => `error: ${line}`),
      ]);
    });
  }
  const count = (kind: 'errors' | 'warnings') => CASES.flatMap((one) => one[kind] ?? []).length;
  await t.test('and of nothing else', () => {
    assert.equal(lines.length, count('errors') + count('warnings'));
    assert.match(
      stdout,
      new RegExp(`, ${count('errors')} errors, ${count('warnings')} warnings\n$`),
    );
    assert.equal(status, 1);
  });
});
