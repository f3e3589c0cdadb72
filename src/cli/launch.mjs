// Starts one of our commands: `node src/cli/launch.mjs build --json`. This file alone is plain
// JavaScript for Node 20: it runs before anything is installed, and hands over to the Node that the
// project brings along, which runs TypeScript as it is.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST = 20;
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const isWindows = process.platform === 'win32';
const node = join(root, 'node_modules', 'node', 'bin', isWindows ? 'node.exe' : 'node');

if (Number(process.versions.node.split('.')[0]) < OLDEST) {
  console.error(`Node ${OLDEST} or later is needed; this is ${process.versions.node}.`);
  process.exit(1);
}
process.chdir(root);
if (!isInstalled()) {
  console.error('Installing what On the Record needs (npm ci). This takes a minute, once.');
  // What npm prints goes to stderr, so that stdout is the command's own.
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 2, 2],
    shell: isWindows,
  });
  if (status !== 0) {
    console.error('The installation failed: see above. Is there a connection to the npm registry?');
    process.exit(1);
  }
}

const [command = '', ...args] = process.argv.slice(2);
// Megabytes for what was just made: with Node's 16, a build spends a fifth of its time tidying up.
const memory = '--max-semi-space-size=32';
const child = spawn(node, [memory, join(root, 'src', 'cli', `${command}.ts`), ...args], {
  stdio: 'inherit',
  env: {
    ...process.env,
    // Where Node keeps what it compiled: the next command starts in half the time.
    NODE_COMPILE_CACHE:
      process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'node-compiled'),
    ASTRO_TELEMETRY_DISABLED: '1',
    PATH: `${dirname(node)}${isWindows ? ';' : ':'}${process.env.PATH}`,
  },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
// npm ends the shell that it started us with, and the shell doesn't tell us: a server would stay.
const parent = process.ppid;
setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 1000).unref();
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));

/** npm writes node_modules/.package-lock.json last; it is older than a lock file that has changed. */
function isInstalled() {
  const written = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(written) || !existsSync(node)) return false;
  return statSync(written).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}
