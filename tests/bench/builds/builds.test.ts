import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { readRelease } from '../../../src/archive/release.ts';
import { runCommand } from '../../support/run-command.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { madeUpRelease, writeMadeUp } from '../made-up.ts';
import { BenchContent } from './content.ts';
import { fitLine, power } from './growth.ts';
import { measure, together } from './measure.ts';
import { benchBuilds, type Measured } from './run.ts';

test('our builder and a plain Astro site build the same releases, and what it cost is printed', async (t) => {
  const cacheDir = await tempFolder(t);
  const printed: string[] = [];
  const faults = await benchBuilds({
    cacheDir,
    sizes: [12],
    builders: ['ours', 'astro'],
    runs: 1,
    isMadeUp: true,
    changes: ['cold'],
    say: () => undefined,
    print: (text) => printed.push(text),
  });
  assert.deepEqual(faults, []);
  const json = await readFile(join(cacheDir, 'bench', 'builds.json'), 'utf8');
  const { sizes } = JSON.parse(json) as { sizes: Measured[] };
  assert.deepEqual(
    sizes[0]?.rows.map(({ key, change }) => `${key} ${change}`),
    ['ours cold', 'astro cold'],
  );
  for (const { both, files, bytes } of sizes[0]?.rows ?? []) {
    assert.ok(both.seconds > 0 && files > 12 && bytes > 12_000);
    // Where there is a /proc, as on Linux.
    if (existsSync('/proc/self')) assert.ok((both.all ?? 0) > 10e6 && (both.cpu ?? 0) > 0);
  }
  assert.match(printed.join('\n'), /^12 releases.* to Astro 7/m);
  assert.match(printed.join('\n'), /^ {2}Astro 7\S+ .* 1\.00 /m);
  assert.equal(existsSync(join(cacheDir, 'bench', 'builds')), false);
});

test('a builder that cannot be had is named, and nothing measured is a fault', async (t) => {
  const cacheDir = await tempFolder(t);
  const environment = { CACHE_DIR: cacheDir, PATH: '', HUGO: '', RUNS: '' };
  const args = ['--only', 'hugo', '--sizes', '3', '--made-up'];
  const { status, stdout, stderr } = await runCommand('bench', args, environment);
  assert.match(stdout, /^hugo is left out: there is no hugo on the PATH; .*HUGO=/m);
  assert.match(stderr, /^Nothing was measured\.$/m);
  assert.equal(status, 1);
});

const WRONG: [string[], Record<string, string>, RegExp][] = [
  [['--sizes', '1000,many'], {}, /^--sizes cannot be many; it is a whole number/],
  [['--only', 'ours,hogu'], {}, /^--only cannot be hogu; it is some of ours,hugo,eleventy,astro/],
  [['--full', '--sizes', '12'], {}, /^--full and --sizes exclude each other/],
  [['--items', '3'], {}, /^--items is not for builds/],
  [['import', '--seed', '3'], {}, /^--seed is not for import/],
  [['builds'], {}, /^There is no benchmark builds/],
  [[], { RUNS: 'often' }, /^RUNS cannot be often/],
  [['--only', 'hugo', '--sizes', '3', '--made-up'], { HUGO: '/no/hugo' }, /^HUGO cannot be/m],
];
test('wrong usage ends with status 2 and the usage', async (t) => {
  const cacheDir = await tempFolder(t);
  for (const [args, environment, message] of WRONG) {
    const ended = await runCommand('bench', args, {
      CACHE_DIR: cacheDir,
      RUNS: '',
      ...environment,
    });
    assert.match(ended.stderr, message);
    assert.match(ended.stderr, /^Usage: npm run bench /m);
    assert.equal(ended.status, 2, args.join(' '));
  }
});

test('content is edited, gets a release, and is put back', async (t) => {
  const folder = await tempFolder(t);
  const content = await BenchContent.lay(folder, 12, true);
  const read = async () => {
    const names = (await readdir(folder, { recursive: true })).filter((name) => /md$/.test(name));
    const texts = names.sort().map((name) => readFile(join(folder, name), 'utf8'));
    return Promise.all(texts);
  };
  const before = await read();
  await content.change('one edited');
  assert.equal((await read()).filter((text, n) => text !== before[n]).length, 1);
  await content.change('one added');
  assert.equal((await read()).length, 13);
  await content.restore();
  assert.deepEqual(await read(), before);
});

test('made-up releases are as releases should be, and the same each time', async (t) => {
  for (let number = 1; number <= 200; number++) {
    const { id, text } = madeUpRelease(number);
    assert.deepEqual(readRelease(Buffer.from(text), `releases/${id}.md`).problems, [], text);
    assert.deepEqual(madeUpRelease(number), { id, text });
  }
  const folder = await tempFolder(t);
  await writeMadeUp(30, folder);
  const names = await readdir(folder, { recursive: true });
  assert.equal(names.filter((name) => name.endsWith('.md')).length, 30);
});

test('of two commands one may be over before its memory was looked at', () => {
  const long = { seconds: 2, cpu: 3, largest: 40, all: 50 };
  assert.deepEqual(together(long, { seconds: 0.1, cpu: 0.1 }), { ...long, seconds: 2.1, cpu: 3.1 });
  assert.deepEqual(together({ seconds: 1 }, { seconds: 1 }).all, undefined);
});

test('a command that fails tells its last words', async () => {
  const args = ['-e', 'console.error("no such office"); process.exit(3)'];
  const command = { program: process.execPath, args, folder: '.' };
  await assert.rejects(measure(command), /no such office/);
});

test('growth: a line is found again, and its power', () => {
  const line = [1000, 10_000, 72_620].map((releases) => ({ releases, value: 3 + releases / 500 }));
  const { fixed, each } = fitLine(line);
  assert.ok(Math.abs(fixed - 3) < 1e-6 && Math.abs(each - 1 / 500) < 1e-9);
  const square = [10, 1000].map((releases) => ({ releases, value: releases ** 2 }));
  assert.ok(Math.abs((power(square) ?? 0) - 2) < 1e-9);
  assert.equal(power(square.slice(1)), undefined);
  // Growing ever faster gives no fixed part below nothing.
  assert.equal(fitLine(square).fixed, 0);
});
