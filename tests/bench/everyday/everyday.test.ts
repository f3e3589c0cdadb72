import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { runCommand } from '../../support/run-command.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { writeMadeUp } from '../made-up.ts';
import { editMiddle } from './projects.ts';
import { benchEveryday, medians } from './run.ts';
import { everydayTable } from './table.ts';
import type { Contestant, EverydayRow } from './steps.ts';

test('a day of work is measured, from a first check to the preview of an edit', async (t) => {
  const cacheDir = await tempFolder(t);
  const table = await benchEveryday({
    cacheDir,
    releases: 12,
    isMadeUp: true,
    runs: 1,
    contestants: ['ours'],
    steps: ['check after one edit', 'first record', 'record after one edit', 'preview: first page'],
    say: () => undefined,
  });
  assert.match(table, /^12 releases, /);
  assert.match(table, /^check after one edit\n {2}On the Record +\d/m);
  const json = await readFile(join(cacheDir, 'bench', 'everyday.json'), 'utf8');
  const { rows } = JSON.parse(json) as { rows: EverydayRow[] };
  const steps = rows.map(({ step }) => step);
  assert.deepEqual(steps, [
    'check after one edit',
    'first record',
    'record after one edit',
    'preview: first page',
    'preview: an edit',
  ]);
  for (const { cost } of rows) {
    assert.ok(cost.seconds > 0);
    if (existsSync('/proc/self')) assert.ok((cost.all ?? 0) > 10e6 && (cost.cpu ?? 0) > 0);
  }
  assert.equal(existsSync(join(cacheDir, 'bench', 'everyday')), false);
});

test('who cannot be had is named', async (t) => {
  const cacheDir = await tempFolder(t);
  const environment = { CACHE_DIR: cacheDir, PATH: '', HUGO: '', RUNS: '' };
  const args = ['everyday', '--only', 'before,hugo', '--releases', '3', '--made-up'];
  const { status, stdout } = await runCommand('bench', args, environment);
  assert.match(stdout, /^before is left out: git does not know the commit here/m);
  assert.match(stdout, /^hugo is left out: there is no hugo on the PATH; /m);
  assert.equal(status, 0);
});

test('wrong usage ends with status 2 and the usage', async () => {
  const { status, stderr } = await runCommand('bench', ['everyday', '--only', 'eleventy'], {});
  assert.match(stderr, /^--only cannot be eleventy; it is some of ours,before,hugo$/m);
  assert.equal(status, 2);
});

test('each edit adds a statement to one release, always the same', async (t) => {
  const folder = await tempFolder(t);
  await writeMadeUp(12, folder);
  const read = async () => {
    const names = (await readdir(folder, { recursive: true })).filter((name) => /md$/.test(name));
    return Promise.all(names.sort().map((name) => readFile(join(folder, name), 'utf8')));
  };
  const before = await read();
  const id = await editMiddle(folder);
  assert.equal(await editMiddle(folder), id);
  const [changed, ...others] = (await read()).flatMap((text, n) =>
    text === before[n] ? [] : [{ text, before: before[n] ?? '' }],
  );
  assert.deepEqual(others, []);
  const added = changed?.text.slice(changed.before.trimEnd().length).trim().split('\n\n');
  assert.equal(added?.length, 2);
  assert.equal(added[0], added[1]);
});

test('the middle one of each step counts, and its part of what others cost is told', () => {
  const row = (contestant: Contestant, cpu: number): EverydayRow => ({
    contestant,
    name: contestant,
    step: 'cold build',
    cost: { seconds: 1, cpu },
  });
  const rows = medians([
    ...[row('ours', 9), row('ours', 2), row('ours', 3)],
    ...[row('before', 6), row('before', 12), row('before', 1)],
  ]);
  assert.deepEqual(
    rows.map(({ cost }) => cost.cpu),
    [3, 6],
  );
  assert.match(everydayTable(rows), /^ {2}before +6\.00 +0\.50 +1\.00 +1\.00/m);
});
