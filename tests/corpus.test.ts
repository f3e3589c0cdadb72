import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { loadArchive } from '../src/build/load-archive.ts';
import { statementsIn } from './support/statement-rule.ts';
import { tempFolder } from './support/temp-folder.ts';

const UNPACK = join('..', 'shared', 'corpus', 'unpack');
const COUNT = 1000;

test('a thousand real releases are read without an error, and every statement can be cited', async (t) => {
  if (!existsSync(UNPACK)) {
    t.skip('the real releases (../shared/corpus) are not on this computer');
    return;
  }
  const contentDir = await tempFolder(t);
  await promisify(execFile)('python3', [UNPACK, String(COUNT), contentDir]);
  const archive = await loadArchive({ contentDir, base: '/', now: Date.now() });
  assert.deepEqual([archive.errors, archive.warnings], [[], []]);
  assert.equal(archive.releases.length, COUNT);

  let statements = 0;
  for (const [id, { html }] of archive.bodies) {
    const found = statementsIn(html);
    assert.ok(found.length > 0, `${id} has no statement`);
    for (const { id: given, recomputed } of found) assert.equal(given, recomputed, id);
    statements += found.length;
  }
  assert.ok(statements > COUNT, 'there are too few statements for so many releases');
});
