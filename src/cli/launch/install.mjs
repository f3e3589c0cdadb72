import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { isInstalled, missingPackages, noteInstallation, packagesFor } from './installed.mjs';

const REPORT = 10_000; // milliseconds between two lines that say how far it has come
const POLL = 500; // milliseconds between two looks at whether another installation has ended

/** Whatever a user's own npm settings say, without these the project does not run. */
const NEEDED = ['--include=optional', '--include=peer', '--no-legacy-peer-deps', '--no-dry-run'];
const QUIET = ['--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];

/**
 * Installs what the project needs by `npm ci`, and ends this process if that fails. All that is said
 * goes to stderr, so that stdout is the command's own.
 * @param {string} root
 * @param {boolean} forDevelopment whether packages for development are needed, even with
 *   NODE_ENV=production; otherwise npm's own settings decide about them
 */
export async function install(root, forDevelopment) {
  const turn = await takeTurn(root);
  process.on('exit', turn.end);
  if (turn.wasLate && isInstalled(root, forDevelopment)) return turn.end();
  console.error('Installing what On the Record needs (npm ci). This takes a minute or two, once.');
  const done = reportProgress(root, forDevelopment);
  const args = ['ci', ...NEEDED, ...(forDevelopment ? ['--include=dev'] : []), ...QUIET];
  const failure = await runNpm(args);
  done();
  if (failure !== undefined) {
    console.error(
      `The installation failed: ${failure} Is there a connection to the npm registry, and room on ` +
        'the disk? Then start the command again, or run npm ci to see more.',
    );
    process.exit(1);
  }
  const { required } = missingPackages(root, forDevelopment);
  if (required.length > 0) {
    console.error(
      `npm ci ended well, but did not install ${required.slice(0, 5).join(', ')}` +
        `${required.length > 5 ? ` and ${required.length - 5} more` : ''}. Do settings of npm (npm ` +
        'config list) leave packages out?',
    );
    process.exit(1);
  }
  noteInstallation(root);
  turn.end();
}

/** @returns {Promise<string | undefined>} why it failed */
function runNpm(args) {
  // The npm that started us, where it did; without a shell, which Windows needs for npm.cmd.
  const npm = process.env.npm_execpath ?? '';
  const [program, first] = basename(npm) === 'npm-cli.js' ? [process.execPath, [npm]] : ['npm', []];
  const child = spawn(program, [...first, ...args], {
    stdio: ['ignore', 2, 2], // what npm prints goes to stderr too
    shell: program === 'npm' && process.platform === 'win32',
  });
  const stop = () => void child.kill('SIGTERM');
  process.once('SIGTERM', stop);
  return new Promise((resolve) => {
    child.on('error', (error) => {
      resolve(error.code === 'ENOENT' ? 'there is no npm on the PATH.' : `${error.message}.`);
    });
    child.on('exit', (code, signal) => {
      process.off('SIGTERM', stop);
      if (signal !== null) process.exit(1);
      resolve(code === 0 ? undefined : 'see above.');
    });
  });
}

/** Says every few seconds how many packages have come; returns what ends that. */
function reportProgress(root, forDevelopment) {
  const start = Date.now();
  const all = packagesFor(root, forDevelopment || process.env.NODE_ENV !== 'production');
  const files = all.map(([path]) => join(root, path, 'package.json'));
  const timer = setInterval(() => {
    const seconds = Math.round((Date.now() - start) / 1000);
    const come = files.filter((file) => {
      return (statSync(file, { throwIfNoEntry: false })?.ctimeMs ?? 0) >= start;
    });
    console.error(`  ${come.length} of ${files.length} packages, ${seconds} seconds`);
  }, REPORT);
  return () => clearInterval(timer);
}

/**
 * Waits until no other command installs here: npm would take away what the other has just written.
 * The file holds the id of the process that installs; one whose process has ended doesn't count.
 */
async function takeTurn(root) {
  const key = `${process.getuid?.() ?? ''} ${root}`;
  const name = createHash('sha256').update(key).digest('hex').slice(0, 16);
  const file = join(tmpdir(), `on-the-record-installs-${name}`);
  let isOurs = false;
  const end = () => {
    if (isOurs) rmSync(file, { force: true });
    isOurs = false; // it may be another's from now on
  };
  for (let wasLate = false; ; wasLate = true) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      isOurs = true;
      return { wasLate, end };
    } catch (error) {
      if (error.code !== 'EEXIST') return { wasLate, end }; // better without a turn than not at all
    }
    if (!wasLate) console.error('Waiting for another command, which installs the same.');
    await waitFor(file);
  }
}

async function waitFor(file) {
  for (;;) {
    let owner;
    try {
      owner = Number(readFileSync(file, 'utf8'));
    } catch {
      return; // it has just ended
    }
    if (owner > 0 && !isRunning(owner)) return rmSync(file, { force: true });
    await new Promise((resolve) => setTimeout(resolve, POLL));
  }
}

function isRunning(id) {
  try {
    return process.kill(id, 0); // signal 0 does nothing but ask
  } catch (error) {
    return error.code === 'EPERM'; // another user's
  }
}
