import assert from 'node:assert/strict';
import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { readWhole } from '../../../src/import/read/read-whole.ts';
import { tempFolder } from '../../support/temp-folder.ts';

test('a file that changes while it is read is refused', async (t) => {
  const folder = await tempFolder(t);
  const file = join(folder, 'growing.txt');
  await writeFile(file, Buffer.alloc(32 * 1024 * 1024, 'a'));
  let isDone = false;
  const read = readWhole(file).finally(() => (isDone = true));
  const grow = async () => {
    while (!isDone) await appendFile(file, 'more');
  };
  await Promise.all([assert.rejects(read, { message: 'changed while it was read' }), grow()]);
});
