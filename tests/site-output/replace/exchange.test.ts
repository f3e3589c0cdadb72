import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { processMark } from '../../../src/files/process-mark.ts';
import { exchangeBetween } from '../../../src/site-output/replace/exchange.ts';
import { tempFolder } from '../../support/temp-folder.ts';

test('what a killed build left of its trial beside the site is deleted, and nothing else', async (t) => {
  const home = await tempFolder(t);
  const [work, parent] = [join(home, 'work'), join(home, 'parent')];
  const { pid } = spawnSync(process.execPath, ['--version']); // a process that has ended
  const own = processMark();
  const trial = (mark: string) => `.on-the-record-trial-${mark}1234`;
  const left = trial(own.replace(String(process.pid), String(pid)));
  const running = trial(own);
  for (const name of [left, running, '.on-the-record', 'site']) {
    await mkdir(join(parent, name, 'inside'), { recursive: true });
  }
  await mkdir(work);
  await exchangeBetween(work, parent);
  assert.deepEqual(await readdir(parent), ['.on-the-record', running, 'site'].sort());
  assert.deepEqual(await readdir(work), []);
});
