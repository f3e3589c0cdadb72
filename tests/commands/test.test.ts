import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { test, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type Files, tempFolder } from '../support/temp-folder.ts';

const HEAD = `import { after, before, test } from 'node:test';
import { createServer } from 'node:http';
const open = () => new Promise((done) => { const server = createServer(); server.listen(0, () => done(server)); });
`;
const FINE = `${HEAD}test('one', () => {}); test('two', () => {}); test('three', { skip: true }, () => {});`;

/** Runs `npm test` on test files of its own. */
async function runOn(
  t: TestContext,
  files: Files,
  args: string[] = [],
  environment: Record<string, string> = {},
) {
  const folder = await tempFolder(t, { 'package.json': '{ "type": "module" }', ...files });
  const env: NodeJS.ProcessEnv = { ...process.env, ...environment };
  delete env['NODE_TEST_CONTEXT']; // else Node runs no tests within a test
  delete env['BROWSER_FOR_TESTS'];
  return new Promise<{ status: number | null; lines: string[]; stderr: string }>((done) => {
    const all = [resolve('tests/commands/test.ts'), ...args];
    const child = execFile(process.execPath, all, { env, cwd: folder }, (_, stdout, stderr) => {
      done({ status: child.exitCode, lines: stdout.trim().split('\n'), stderr });
    });
  });
}

test('the last line counts what passed, failed and was skipped', async (t) => {
  const fine = await runOn(t, { 'tests/a.test.ts': FINE });
  assert.deepEqual([fine.status, fine.lines.at(-1)], [0, '2 passed, 0 failed, 1 skipped']);
  const failing = `${HEAD}test('bad', () => { throw new Error('bad'); });`;
  const both = await runOn(t, { 'tests/a.test.ts': FINE, 'tests/b.test.ts': failing });
  assert.deepEqual([both.status, both.lines.at(-1)], [1, '2 passed, 1 failed, 1 skipped']);
});

test('the settings of whoever runs the tests are not those of the tests', async (t) => {
  const code = `${HEAD}test('none', () => { if (process.env.CI || process.env.SITE_URL) throw new Error('set'); });`;
  const environment = { CI: 'true', SITE_URL: 'https://elsewhere.example' };
  const { status, lines } = await runOn(t, { 'tests/a.test.ts': code }, [], environment);
  assert.deepEqual([status, lines.at(-1)], [0, '1 passed, 0 failed']);
});

const waits = "test('waits', () => new Promise(() => setInterval(() => {}, 1000)));";
const SLOW = {
  'waits.test.ts': [waits, 'Running then: “waits” (line 4)'],
  'stays.test.ts': [`process.on('SIGTERM', () => {}); ${waits}`, 'Running then: “waits” (line 4)'],
  'leaves-open.test.ts': [
    "test('opens', async () => { await open(); });",
    'No test was running: something is left open, such as a server or a program',
  ],
  'turns.test.ts': [
    "test('turns', () => { for (;;); });",
    'It had not reported a test: it still loaded, or one never let others have a turn',
  ],
  'loads.test.ts': [
    'await new Promise(() => setInterval(() => {}, 1000));',
    'It had not reported a test: it still loaded, or one never let others have a turn',
  ],
};

test('files that do not come to their end are ended and count as failed, and the others run', async (t) => {
  const slow = Object.entries(SLOW).map(([name, [code]]) => [`tests/${name}`, `${HEAD}${code}`]);
  const files = { ...(Object.fromEntries(slow) as Files), 'tests/fine.test.ts': FINE };
  const { status, lines, stderr } = await runOn(t, files, ['--limit', '10']);
  assert.deepEqual([status, lines.at(-1)], [1, '3 passed, 5 failed, 1 skipped']);
  const said = Object.entries(SLOW).map(
    ([name, [, why]]) => `${join('tests', name)} took longer than 10 seconds and is ended. ${why}`,
  );
  assert.deepEqual(stderr.trim().split('\n').sort(), said.sort());
});

test('without a browser the reason is said once, its files count as failed, and the others run', async (t) => {
  const files = {
    'tests/browser/a.test.ts': FINE,
    'tests/browser/b.test.ts': FINE,
    'tests/c.test.ts': FINE,
  };
  const wrong = { CHROME_PATH: '/nowhere/chrome' };
  const { status, lines, stderr } = await runOn(t, files, [], wrong);
  assert.deepEqual([status, lines.at(-1)], [1, '2 passed, 2 failed, 1 skipped']);
  assert.equal(stderr.match(/There is no browser/g)?.length, 1, stderr);
  assert.match(stderr, /CHROME_PATH=\/nowhere\/chrome: /);
  const none = await runOn(t, files, ['browser'], wrong);
  assert.deepEqual([none.status, none.lines.at(-1)], [1, '0 passed, 2 failed']);
  const unasked = await runOn(t, files, ['c.test'], wrong);
  assert.deepEqual([unasked.status, unasked.stderr], [0, '']);
});

test('a file of which one preparation fails ends, though others have opened something', async (t) => {
  const prepared = JSON.stringify(pathToFileURL(resolve('tests/support/prepared.ts')));
  const code = `import { setTimeout } from 'node:timers/promises';
import { prepared } from ${prepared};
const opens = async (opening) => { const server = await open(); opening.defer(() => server.close()); };
prepared(async (opening) => { await opens(opening); throw new Error('the first fails'); });
prepared(async (opening) => { await setTimeout(500); await opens(opening); return 'it is open'; });
prepared(async (opening) => { await setTimeout(500); await opens(opening); throw new Error(); });
test('one', () => {}); test('two', () => {});`;
  const { status, lines, stderr } = await runOn(t, { 'tests/a.test.ts': `${HEAD}${code}` });
  assert.deepEqual([status, lines.at(-1), stderr], [1, '0 passed, 2 failed', '']);
});

/**
 * A project of which tests run five of nine lines: four of the first file, since a line on which a
 * function begins is run with its file, and one in a program.
 */
const COVERED: Files = {
  'src/room/here.ts':
    'export function here() {\n  return 1;\n}\nexport function never() {\n  return 2;\n}\n',
  'src/room/program.ts': "console.log('runs');\n",
  'src/room/unused.ts': 'export const unused = 1;\nconsole.log(unused);\n',
  'src/room/types.ts': 'export interface Only {\n  types: string;\n}\n',
  'src/room/ports.d.ts': 'declare const other: string;\n',
  'tests/a.test.ts': `${HEAD}import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { here } from '../src/room/here.ts';
test('runs lines', () => { here(); execFileSync(process.execPath, ['src/room/program.ts']); });
// As a process leaves it that is killed while it writes.
writeFileSync(process.env['NODE_V8_COVERAGE'] ? process.env['NODE_V8_COVERAGE'] + '/coverage-1-1-0.json' : 'x', '{"result":[{');`,
};

test('the lines that all tests run are counted for each room, those of programs that they start too', async (t) => {
  const enough = { ...COVERED, '.config/coverage.json': '{ "room": 55 }' };
  const { status, lines, stderr } = await runOn(t, enough, ['--coverage']);
  assert.deepEqual([status, stderr], [0, '']);
  const row = lines.indexOf('Lines of src/ that tests run:') + 1;
  assert.equal(lines[row], '  room   55.5 % of     9');
  assert.equal(lines.at(-1), '1 passed, 0 failed');
});

test('too few lines, a room without a threshold and a threshold without a room fail the run', async (t) => {
  const cases = {
    '{ "room": 56 }':
      'src/room: tests run 55.5 % of its lines, and .config/coverage.json asks for 56 %; test what is new there\n',
    '{}': 'src/room has no threshold; add "room": 55 to .config/coverage.json\n',
    '{ "room": 55, "former": 50 }':
      '.config/coverage.json has a threshold for src/former, which has no code\n',
  };
  for (const [thresholds, reason] of Object.entries(cases)) {
    const files = { ...COVERED, '.config/coverage.json': thresholds };
    const { status, lines, stderr } = await runOn(t, files, ['--coverage']);
    assert.deepEqual([status, stderr, lines.at(-1)], [1, reason, '1 passed, 0 failed']);
  }
});

test('lines are counted on demand, and of some of the tests never too few', async (t) => {
  const files = { ...COVERED, '.config/coverage.json': '{ "room": 100 }' };
  const without = await runOn(t, files);
  assert.deepEqual([without.status, without.lines.join().includes('that tests run')], [0, false]);
  const asked = await runOn(t, files, ['a.test', '--coverage']);
  assert.deepEqual([asked.status, asked.stderr], [0, '']);
  assert.ok(asked.lines.includes('  room   55.5 % of     9'), asked.lines.join('\n'));
});
