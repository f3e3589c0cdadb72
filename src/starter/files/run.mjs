// Runs a command of On the Record on this archive: `npm run check` does `node run.mjs check`. The program comes
// from the repository that package.json names, in the version named there, into .program/, which git ignores.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const archive = dirname(fileURLToPath(import.meta.url));
const program = join(archive, '.program');
const manifest = join(archive, 'package.json');

const [command = 'help', ...args] = process.argv.slice(2);
try {
  if (command === 'upgrade') upgrade(args[0]);
  else {
    fetchProgram();
    run(command, args);
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

/** What package.json says of the program: its repository, its version, and where the site is published. */
function readPin() {
  const { onTheRecord: pin = {} } = JSON.parse(readFileSync(manifest, 'utf8'));
  if (typeof pin.repository === 'string' && typeof pin.version === 'string') return pin;
  throw new Error(
    'package.json: onTheRecord must have repository (an address for git clone) and version (a commit or tag)',
  );
}

/** Gets the program in its version, if it is not there already. */
function fetchProgram() {
  const { repository, version } = readPin();
  const source = repository.startsWith('.') ? resolve(archive, repository) : repository;
  if (!existsSync(join(program, '.git'))) {
    console.error(`Fetching On the Record from ${source}`);
    git(archive, 'clone', '--quiet', '--no-checkout', source, program);
  }
  const commit = commitOf(version) ?? (fetchNew(source), commitOf(version));
  if (commit === undefined) {
    throw new Error(
      `package.json: onTheRecord.version is ${version}, which ${source} does not have`,
    );
  }
  // Before the first checkout HEAD is the same commit, but there are no files.
  const isThere = existsSync(join(program, 'package.json')) && commitOf('HEAD') === commit;
  if (!isThere) git(program, 'checkout', '--quiet', '--detach', commit);
}

function fetchNew(source) {
  git(program, 'remote', 'set-url', 'origin', source);
  git(program, 'fetch', '--quiet', '--tags', 'origin');
}

/** Moves the archive to another version of the program: the one that is named, else the newest. */
function upgrade(wanted) {
  fetchProgram();
  const { repository, version: before } = readPin();
  fetchNew(repository.startsWith('.') ? resolve(archive, repository) : repository);
  const newest = git(program, 'tag', '--list', 'v*', '--sort=-version:refname').split('\n')[0];
  const version = wanted ?? (newest || commitOf('origin/HEAD'));
  if (version === undefined || commitOf(version) === undefined) {
    throw new Error(`${repository} has no version ${wanted ?? ''}`.trim());
  }
  if (version === before) {
    console.log(`This is the newest version: ${version}`);
    return;
  }
  const text = readFileSync(manifest, 'utf8');
  writeFileSync(manifest, text.replace(JSON.stringify(before), JSON.stringify(version)));
  fetchProgram();
  console.log(`On the Record ${before} became ${version}: .program/CHANGELOG.md says what is new.`);
  console.log(`To go back: npm run upgrade -- ${before}`);
  run('check', []);
}

/** The commit that a name stands for, if the program has it. */
function commitOf(name) {
  const { status, stdout } = spawnSync(
    'git',
    ['rev-parse', '--quiet', '--verify', `${name}^{commit}`],
    { cwd: program, encoding: 'utf8' },
  );
  return status === 0 ? stdout.trim() : undefined;
}

function git(cwd, ...words) {
  const { status, error, stdout, stderr } = spawnSync('git', words, { cwd, encoding: 'utf8' });
  if (error)
    throw new Error(
      `git cannot be started (${error.message}): install it from https://git-scm.com`,
    );
  if (status !== 0) throw new Error(`git ${words[0]} failed: ${stderr.trim()}`);
  return stdout.trim();
}

function run(name, words) {
  const folder = (setting, preset) => resolve(archive, process.env[setting] || preset);
  const child = spawn(
    process.execPath,
    [join(program, 'src', 'cli', 'launch.mjs'), name, ...words],
    {
      stdio: 'inherit',
      env: {
        ...process.env,
        ...address(),
        CONTENT_DIR: folder('CONTENT_DIR', 'content'),
        OUT_DIR: folder('OUT_DIR', 'dist'),
        CACHE_DIR: folder('CACHE_DIR', '.cache'),
        INIT_CWD: process.env.INIT_CWD ?? process.cwd(),
      },
    },
  );
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => (process.exitCode = code ?? 1));
}

/** Where the site is published: as package.json says, or else what the host has set as DEFAULT_SITE. */
function address() {
  const site = readPin().site || process.env.DEFAULT_SITE;
  // A preview on this computer has its own address.
  if (!site || process.env.SITE_URL || command === 'start' || command === 'dev') return {};
  const { origin, pathname } = new URL(site);
  return { SITE_URL: origin, BASE_PATH: process.env.BASE_PATH || pathname };
}
