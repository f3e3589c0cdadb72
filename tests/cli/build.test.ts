import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { madeRelease } from '../support/made-release.ts';
import { runCommand } from '../support/run-command.ts';
import { type Files, tempFolder } from '../support/temp-folder.ts';

// What a build makes is seen in tests/site-output/build-site.test.ts; here is what it prints when it cannot.

/** Runs `npm run build` in a folder of its own, whose path is removed from the output. */
async function build(t: TestContext, files: Files, more: Record<string, string> = {}) {
  const home = await tempFolder(t, files);
  const { status, stdout, stderr } = await runCommand('build', [], {
    CONTENT_DIR: join(home, 'content'),
    OUT_DIR: join(home, 'site'),
    CACHE_DIR: join(home, 'cache'),
    ...more,
  });
  const withoutHome = (text: string) => text.replaceAll(`${home}/`, '');
  return {
    status,
    stdout: withoutHome(stdout),
    stderr: withoutHome(stderr),
    left: await readdir(home),
  };
}

test('a missing content folder is reported, and nothing is written', async (t) => {
  assert.deepEqual(await build(t, {}), {
    status: 1,
    stdout: '',
    stderr: 'There is no folder content. Set CONTENT_DIR to the folder of the archive.\n',
    left: [],
  });
});

test('an archive with errors is not built: all of them are reported, and their number', async (t) => {
  const { status, stdout, stderr, left } = await build(t, {
    'content/releases/2017-11-22-a.md': madeRelease({ nope: 'A' }),
    'content/releases/2017-11-22-b.md': madeRelease({}, '<font>B</font>'),
  });
  assert.deepEqual([status, stdout, left], [1, '', ['content']]);
  assert.match(
    stderr,
    /^error: content\/releases\/2017-11-22-a\.md:6: nope is not a field; .*\nerror: content\/releases\/2017-11-22-b\.md:8: body has <font>, .*\n2 errors: nothing was built\.\n$/,
  );
});

test('a build refuses to replace the archive that it is made from', async (t) => {
  const { status, stderr } = await build(t, {}, { OUT_DIR: '.' });
  assert.equal(status, 2);
  assert.match(
    stderr,
    /^OUT_DIR cannot be \.: it contains the program itself; choose a folder for .*\n\nUsage: npm/,
  );
});

test('a cache that cannot be written to is reported once, and the site is built', async (t) => {
  const files = { 'content/releases/2017-11-22-a.md': madeRelease({}), cache: 'a file' };
  const { status, stdout, stderr, left } = await build(t, files);
  assert.equal(status, 0, stderr);
  assert.equal(stderr.match(/^warning: CACHE_DIR \(cache\) cannot be written to: /gm)?.length, 1);
  assert.match(stdout, /^1 release, /);
  assert.deepEqual(left.sort(), ['cache', 'content', 'site']);
});

test('wrong usage ends with 2 and shows the usage', async () => {
  const { status, stdout, stderr } = await runCommand('build', ['--fast'], {});
  assert.deepEqual([status, stdout], [2, '']);
  assert.match(stderr, /\n\nUsage: npm run build/);
});
