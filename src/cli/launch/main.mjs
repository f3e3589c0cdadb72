import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findNode } from './find-node.mjs';
import { install } from './install.mjs';
import { isInstalled } from './installed.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
process.chdir(root);

const [command = '', ...args] = process.argv.slice(2);
const [forUsers, forDevelopers] = [
  join(root, 'src', 'cli', `${command}.ts`),
  join(root, 'tests', 'commands', `${command}.ts`),
];
const ours = [forUsers, forDevelopers].find((file) => existsSync(file));
const forDevelopment = ours !== forUsers; // all tools need the packages for development

const wasInstalled = isInstalled(root, forDevelopment);
if (!wasInstalled) await install(root, forDevelopment);
let found = findNode(root);
if (found.isMissing && wasInstalled) {
  // npm does without an optional package that it cannot fetch: another day it may.
  await install(root, forDevelopment);
  found = findNode(root);
}
const { node } = found;
if (node === undefined) fail(found.problem);

const options = [
  // Megabytes for what was just made: with Node's 16, a build spends a fifth of its time tidying up.
  '--max-semi-space-size=32',
  `--import=${pathToFileURL(join(root, 'src', 'cli', 'launch', 'explain-crash.mjs'))}`,
];
const child = spawn(node, [...options, ours ?? programOf(command), ...args], {
  stdio: 'inherit',
  env: {
    ...process.env,
    // Where Node caches what it compiled: the next command starts in half the time.
    NODE_COMPILE_CACHE:
      process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'node-compiled'),
    ASTRO_TELEMETRY_DISABLED: '1',
    PATH: `${dirname(node)}${delimiter}${process.env.PATH}`,
  },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
// npm ends the shell that it started us with, and the shell doesn't pass that on: a server would stay.
const parent = process.ppid;
setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 1000).unref();
child.on('error', (error) => fail(`${node} cannot be started: ${error.message}`));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));

/** The file that a package of this name gives out as its program. */
function programOf(name) {
  const folder = join(root, 'node_modules', name);
  const file = join(folder, 'package.json');
  if (name === '' || !existsSync(file)) fail(`There is no command ${name}`);
  const { bin } = JSON.parse(readFileSync(file, 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[name]);
}

/** @returns {never} */
function fail(message) {
  console.error(message);
  process.exit(1);
}
