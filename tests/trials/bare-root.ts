/**
 * Tries npm start and npm test in a Debian that has nothing but Node, npm and this project.
 *
 * It needs Linux, root, debootstrap and ten minutes or more, and takes Node and npm from where it was
 * started: `npm run trial -- bare-root [OPTION...]`. All that it mounts is gone when it ends.
 *   --mirror URL     of Debian (default: http://deb.debian.org/debian)
 *   --suite NAME     which Debian (default: bookworm)
 *   --registry URL   of npm, if not the usual one
 *   --ca FILE        certificates for the registry (default: what NODE_EXTRA_CA_CERTS names)
 *   --only NAME      one of: start, test, production, ignore-scripts
 *   --folder DIR     where the root is made (default: that for temporary files)
 *   --keep           leaves the root, for a look into it
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { get } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    mirror: { type: 'string', default: 'http://deb.debian.org/debian' },
    suite: { type: 'string', default: 'bookworm' },
    registry: { type: 'string' },
    ca: { type: 'string', default: process.env['NODE_EXTRA_CA_CERTS'] ?? '' },
    only: { type: 'string' },
    folder: { type: 'string', default: tmpdir() },
    keep: { type: 'boolean' },
  },
});

const PATIENCE = 20 * 60 * 1000; // milliseconds until the site must be there
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
const PROJECT = '/home/reader/archive';
/** What takes a terminal, and what a browser asks about itself: every running system has these. */
const MOUNTS = [
  'mount -t proc proc "$ROOT/proc"',
  'mount -t tmpfs tmpfs "$ROOT/dev/shm"',
  'mount -t devpts -o newinstance,ptmxmode=0666 devpts "$ROOT/dev/pts"',
  'mount --bind "$ROOT/dev/pts/ptmx" "$ROOT/dev/ptmx"',
].join(' && ');

interface Trial {
  name: string;
  command: string[];
  environment?: Record<string, string>;
  /** Whether it serves a site until it is ended. */
  serves?: boolean;
  /** Whether an earlier trial's installation stays. */
  goesOn?: boolean;
}

const TRIALS: Trial[] = [
  { name: 'start', command: ['start'], serves: true },
  { name: 'test', command: ['test'], goesOn: true },
  {
    name: 'production',
    command: ['start'],
    environment: { NODE_ENV: 'production' },
    serves: true,
  },
  {
    name: 'ignore-scripts',
    command: ['start'],
    environment: { npm_config_ignore_scripts: 'true' },
    serves: true,
  },
];

function run(program: string, ...args: string[]) {
  const { status, error, stderr } = spawnSync(program, args, {
    stdio: ['ignore', 2, 'pipe'],
    encoding: 'utf8',
  });
  if (error !== undefined) throw new Error(`${program}: ${error.message}`);
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr.trim()}`);
}

/** Makes a Debian that holds Node, npm and the files of this project. */
async function makeRoot(root: string): Promise<void> {
  run('debootstrap', '--variant=minbase', values.suite, root, values.mirror);
  const npm = resolve(dirname(process.env['npm_execpath'] ?? ''), '..');
  const node = process.env['npm_node_execpath'] ?? '';
  await cp(node, join(root, 'usr/local/bin/node'));
  await cp(npm, join(root, 'usr/local/lib/node_modules/npm'), { recursive: true });
  await symlink('../lib/node_modules/npm/bin/npm-cli.js', join(root, 'usr/local/bin/npm'));
  for (const file of ['resolv.conf', 'hosts']) await cp(`/etc/${file}`, join(root, 'etc', file));
  if (values.ca) await cp(values.ca, join(root, 'etc/registry-ca.pem'), { dereference: true });
  run('chroot', root, 'useradd', '--create-home', 'reader');
  const { stdout } = spawnSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
    encoding: 'utf8',
  });
  for (const file of stdout.split('\0').filter(Boolean)) {
    await mkdir(dirname(join(root, PROJECT, file)), { recursive: true });
    await cp(file, join(root, PROJECT, file), { verbatimSymlinks: true });
  }
  run('chroot', root, 'chown', '-R', 'reader:reader', '/home/reader');
}

/** Starts npm in the root as an ordinary user, in a world of its own that ends with it. */
function startNpm(root: string, { command, environment = {} }: Trial, port: number) {
  const variables = {
    HOME: '/home/reader',
    PATH: '/usr/local/bin:/usr/bin:/bin',
    PORT: String(port),
    ...(values.registry ? { npm_config_registry: values.registry } : {}),
    ...(values.ca
      ? { npm_config_cafile: '/etc/registry-ca.pem', NODE_EXTRA_CA_CERTS: '/etc/registry-ca.pem' }
      : {}),
    ...environment,
  };
  const set = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
  const inside = ['chroot', '--userspec=reader:reader', root, 'env', '-i', ...set];
  const npm = ['sh', '-c', `cd ${PROJECT} && exec npm "$@"`, 'npm', ...command];
  const script = `${MOUNTS} && exec "$@"`;
  const world = ['--mount', '--pid', '--fork'];
  return spawn('unshare', [...world, 'sh', '-c', script, 'sh', ...inside, ...npm], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ROOT: root },
    detached: true, // a group of its own, to end with all that npm has started
  });
}

/** Ends a world: its first process is in the group, and takes all others along. */
function end({ pid }: ChildProcess) {
  if (pid !== undefined) process.kill(-pid, 'SIGKILL');
}

/** @returns what to print, and whether it went well. */
async function tryOut(root: string, trial: Trial): Promise<{ isWell: boolean; said: string }> {
  if (!trial.goesOn)
    await rm(join(root, PROJECT, 'node_modules'), { recursive: true, force: true });
  const port = await freePort();
  const child = startNpm(root, trial, port);
  const stop = () => {
    end(child);
    process.exit(1);
  };
  for (const signal of SIGNALS) process.once(signal, stop);
  const log = createWriteStream(join(dirname(root), `${trial.name}.log`));
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  for (const stream of [child.stdout, child.stderr]) {
    stream.pipe(process.stderr, { end: false });
    stream.pipe(log, { end: false });
  }
  const ended = once(child, 'close') as Promise<[number | null]>;
  void ended.then(() => SIGNALS.forEach((signal) => process.off(signal, stop)));
  if (!trial.serves) {
    const [status] = await ended;
    return { isWell: status === 0, said: `status ${status}, ${lastLine(output)}` };
  }
  const waiting = new AbortController();
  void ended.then(() => waiting.abort());
  const answer = await servedAt(port, waiting.signal);
  if (child.exitCode === null) end(child);
  await ended;
  const reports = errors.match(/^ {2}\d+ of \d+ packages, \d+ seconds$/gm)?.length ?? 0;
  return {
    isWell: answer,
    said: `${answer ? 'the site answers' : 'no site'}, ${reports} reports of the installation, ${lastLine(output)}`,
  };
}

const lastLine = (text: string) => text.trim().split('\n').at(-1) ?? '';

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** Whether the front page comes in time, and before npm has ended. */
async function servedAt(port: number, ended: AbortSignal): Promise<boolean> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await pause(500)) {
    if (ended.aborted) return false;
    const text = await new Promise<string>((done) => {
      get({ port, host: 'localhost', path: '/' }, (answer) => {
        let page = '';
        answer.setEncoding('utf8').on('data', (part: string) => (page += part));
        answer.on('end', () => done(page));
      }).on('error', () => done(''));
    });
    if (text.includes('<h1')) return true;
  }
  return false;
}

if (process.platform !== 'linux' || process.getuid?.() !== 0) {
  console.error('This needs Linux and root, for debootstrap and chroot.');
  process.exitCode = 1;
} else {
  const home = await mkdtemp(join(values.folder, 'bare-root-'));
  const root = join(home, 'root');
  try {
    await makeRoot(root);
    const release = (await readFile(join(root, 'etc/debian_version'), 'utf8')).trim();
    const { stdout } = spawnSync('chroot', [root, 'node', '--version'], { encoding: 'utf8' });
    console.log(`Debian ${release}, Node ${stdout.trim()}, logs in ${home}`);
    for (const trial of TRIALS.filter(({ name }) => !values.only || name === values.only)) {
      const start = performance.now();
      const { isWell, said } = await tryOut(root, trial);
      const seconds = Math.round((performance.now() - start) / 1000);
      console.log(`${isWell ? 'well' : 'FAULT'}  ${trial.name}  ${seconds} s  ${said}`);
      if (!isWell) process.exitCode = 1;
    }
  } finally {
    if (!values.keep) await rm(root, { recursive: true, force: true });
  }
}
