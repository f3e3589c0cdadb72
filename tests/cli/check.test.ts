import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { madeRelease } from '../support/made-release.ts';
import { runCommand } from '../support/run-command.ts';
import { type Files, tempFolder } from '../support/temp-folder.ts';

const release = (date: string, fields = {}, body?: string) => ({
  [`releases/${date}-a.md`]: madeRelease({ date, ...fields }, body),
});

/** Runs `npm run check` on these files; the folder's name is left out of what it prints. */
/** Said of an archive in which nothing is recorded yet. */
const NOT_BEGUN =
  'No statement is recorded yet. When the releases are published, run `npm run record`: from then on\n' +
  'links to their statements last, whatever is edited.\n';

async function check(t: TestContext, files: Files, ...args: string[]) {
  const folder = await tempFolder(t, files);
  const { status, stdout, stderr } = await runCommand('check', args, { CONTENT_DIR: folder });
  return {
    status,
    stdout: stdout.replaceAll(folder, 'content'),
    stderr: stderr.replaceAll(folder, 'content'),
  };
}

test('warnings alone end with 0, too', async (t) => {
  const { status, stdout, stderr } = await check(t, release('2017-11-22', {}, '[One](#)'));
  assert.equal(status, 0);
  assert.equal(stdout, `${NOT_BEGUN}1 release, 0 errors, 1 warning\n`);
  assert.match(stderr, /^warning: content\/releases\/2017-11-22-a\.md:8: body links to #, /);
});

test('--verbose tells what was read anew and what was not', async (t) => {
  const cache = { CACHE_DIR: await tempFolder(t) };
  const folder = await tempFolder(t, { ...release('2017-11-22'), ...release('2017-11-23') });
  const run = () => runCommand('check', ['--verbose'], { CONTENT_DIR: folder, ...cache });
  const summary =
    /^2 releases, .*\n {2}read anew: (\d) of 2 texts; the rest is from the cache; [\d.]+ s\n$/m;
  const anew = [await run(), await run()].map(({ stdout }) => summary.exec(stdout)?.[1]);
  assert.deepEqual(anew, ['2', '0']);
});

test('--json prints what is wrong on stdout, and nothing else anywhere', async (t) => {
  const files = {
    ...release('2017-11-22', { topix: 'A' }),
    ...release('2017-11-23', {}, '[B](#)'),
  };
  const { status, stdout, stderr } = await check(t, files, '--json');
  assert.deepEqual([status, stderr], [1, '']);
  const report = JSON.parse(stdout) as object;
  assert.deepEqual(Object.keys(report), ['releases', 'errors', 'warnings']);
  assert.deepEqual(report, {
    releases: 1,
    errors: [
      {
        file: 'content/releases/2017-11-22-a.md',
        line: 6,
        field: 'topix',
        message: 'is not a field',
        hint: 'did you mean topics?',
      },
    ],
    warnings: [
      {
        file: 'content/releases/2017-11-23-a.md',
        line: 8,
        field: 'body',
        message: 'links to #, which does not exist: it is shown as text',
        hint: 'give the whole address, as in https://example.org/letter',
      },
    ],
  });
});

test('--json on an archive with nothing wrong has empty lists', async (t) => {
  const { status, stdout, stderr } = await check(t, release('2017-11-22'), '--json');
  assert.deepEqual([status, stderr], [0, '']);
  assert.deepEqual(JSON.parse(stdout), { releases: 1, errors: [], warnings: [] });
});

test('a release under embargo is checked like others, and it is said that it is left out', async (t) => {
  const embargo = '2999-01-01T00:00:00Z';
  const ended = await check(t, { ...release('2017-11-22', { embargo }), ...release('2017-11-23') });
  assert.deepEqual(ended, {
    status: 0,
    stdout: `${NOT_BEGUN}2 releases, 0 errors, 0 warnings\n`,
    stderr: `2017-11-22-a is left out until ${embargo}.
\`npm run dev -- --all\` shows what is left out too, such as http://localhost:4321/releases/2017/11/22/a/
`,
  });
});

test('an empty archive is an archive', async (t) => {
  const ended = await check(t, { 'releases/': '' });
  assert.deepEqual(ended, { status: 0, stdout: '0 releases, 0 errors, 0 warnings\n', stderr: '' });
});

test('a folder without releases is no archive', async (t) => {
  const { status, stdout, stderr } = await check(t, { 'offices/': '' });
  assert.deepEqual([status, stdout], [1, '']);
  assert.match(stderr, /^There is no folder content\/releases\. Put the releases there/);
});

test('a content folder that does not exist is reported, in JSON too', async (t) => {
  const nowhere = join(await tempFolder(t), 'nowhere');
  const plain = await runCommand('check', [], { CONTENT_DIR: nowhere });
  assert.deepEqual([plain.status, plain.stdout], [1, '']);
  const message = `There is no folder ${nowhere}. Set CONTENT_DIR to the folder of the archive.\n`;
  assert.equal(plain.stderr, message);
  const { status, stdout, stderr } = await runCommand('check', ['--json'], {
    CONTENT_DIR: nowhere,
  });
  assert.deepEqual([status, stderr], [1, '']);
  const hint = 'set CONTENT_DIR to the folder of the archive';
  const error = { file: nowhere, line: 1, field: 'file', message: 'is missing', hint };
  assert.deepEqual(JSON.parse(stdout), { releases: 0, errors: [error], warnings: [] });
});

test('errors end with 1, in the order of files, below the warnings', async (t) => {
  const files = {
    'site.yaml': 'titel: A\nlanguage: "en\n',
    ...release('2017-11-22', { nope: 'A' }),
    ...release('2017-11-23', {}, '[One](#)'),
  };
  const { status, stdout, stderr } = await check(t, files);
  assert.equal(status, 1);
  assert.equal(stdout, '1 release, 2 errors, 1 warning\n');
  assert.deepEqual(
    stderr.split('\n').map((line) => line.replace(/[;,].*/, '')),
    [
      'warning: content/releases/2017-11-23-a.md:8: body links to #',
      'error: content/releases/2017-11-22-a.md:6: nope is not a field',
      'error: content/site.yaml:2: language has a quotation mark that is not closed',
      '',
    ],
  );
});

test('wrong usage ends with 2 and shows the usage', async () => {
  const calls: [string[], Record<string, string>][] = [
    [['--jsno'], {}],
    [['content'], {}],
    [[], { BASE_PATH: 'a b' }],
    [[], { PORT: 'many' }],
  ];
  const all = await Promise.all(calls.map((call) => runCommand('check', call[0], call[1])));
  for (const { status, stdout, stderr } of all) {
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /\n\nUsage: npm run check/);
  }
});

test('--help shows the usage', async () => {
  const { status, stdout, stderr } = await runCommand('check', ['--help'], {});
  assert.deepEqual([status, stderr], [0, '']);
  assert.match(stdout, /^Usage: npm run check/);
});
