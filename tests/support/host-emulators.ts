import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Host } from '../../src/archive/hosts.ts';
import { type Ending, tempFolder } from './temp-folder.ts';
import { freePort } from './web-servers.ts';

/*
 * The hosts' own programs for trying a site out. They start without a network once they are installed.
 * GitHub Pages has none: that of Firebase, which serves files and nothing else, takes its place.
 */

interface Emulator {
  /** The package, with its version. */
  name: string;
  version: string;
  program: string;
  /** @param site as it is called from the folder in which the program runs: one takes no other way. */
  args: (site: string, ports: number[]) => string[];
}

const plain: Emulator = {
  name: 'superstatic',
  version: '11.0.0',
  program: 'superstatic',
  args: (site, [port]) => [site, '--port', String(port), '--host', '127.0.0.1'],
};

export const EMULATORS: Partial<Record<Host, Emulator>> = {
  netlify: {
    name: 'netlify-cli',
    version: '27.10.2',
    program: 'netlify',
    // Its edge functions need Deno, which it would fetch.
    args: (site, [port, files, functions]) => [
      ...['dev', '--offline', '--no-open', '--internal-disable-edge-functions'],
      ...['--dir', site, '--port', String(port)],
      ...['--staticServerPort', String(files), '--functions-port', String(functions)],
    ],
  },
  cloudflare: {
    name: 'wrangler',
    version: '4.164.0',
    program: 'wrangler',
    args: (site, [port, inspector]) => [
      ...['pages', 'dev', site, '--ip', '127.0.0.1', '--port', String(port)],
      ...['--inspector-port', String(inspector), '--compatibility-date', '2026-01-01'],
    ],
  },
  'github-pages': plain,
  firebase: plain,
  azure: {
    name: '@azure/static-web-apps-cli',
    version: '2.0.10',
    program: 'swa',
    args: (site, [port]) => ['start', site, '--host', '127.0.0.1', '--port', String(port)],
  },
};

/**
 * Installs what is missing in a folder, each in its own.
 * @returns the folder: that given, or a new one.
 */
export async function installEmulators(folder?: string): Promise<string> {
  const home = resolve(folder ?? (await mkdtemp(join(tmpdir(), 'host-emulators-'))));
  for (const { name, version, program } of new Set(Object.values(EMULATORS))) {
    const place = join(home, program);
    if (existsSync(join(place, 'node_modules', '.bin', program))) continue;
    console.error(`Installing ${name} ${version} in ${place}`);
    await mkdir(place, { recursive: true });
    await writeFile(join(place, 'package.json'), '{ "private": true }');
    const args = ['install', `${name}@${version}`, '--save-exact', '--ignore-scripts'];
    const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
    const { status } = spawnSync('npm', [...args, ...quiet], {
      cwd: place,
      stdio: ['ignore', 2, 2],
    });
    if (status !== 0) throw new Error(`${name} ${version} could not be installed`);
  }
  return home;
}

/** Serves a site as a host's emulator does. @returns its origin. */
export async function startEmulator(
  t: Ending,
  host: Host,
  { site, home }: { site: string; home: string },
): Promise<string> {
  const emulator = EMULATORS[host];
  if (emulator === undefined) throw new Error(`${host} has no emulator`);
  const own = await tempFolder(t); // what it writes of itself
  await writeFile(join(own, 'netlify.toml'), '[dev]\n');
  const ports = [await freePort(), await freePort(), await freePort()];
  const program = join(home, emulator.program, 'node_modules', '.bin', emulator.program);
  const child = spawn(program, emulator.args(relative(own, site), ports), {
    cwd: own,
    detached: true, // it starts others, which end with it as a group
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...{ HOME: own, XDG_CONFIG_HOME: own, CI: '1' },
      ...{ WRANGLER_SEND_METRICS: 'false', SWA_CLI_DISABLE_TELEMETRY: '1', NETLIFY_TELEMETRY: '0' },
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  }
  const ended = once(child, 'exit');
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  t.after(async () => {
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      if (child.pid === undefined || !isRunning()) return;
      process.kill(-child.pid, signal);
      await Promise.race([ended, pause(5000)]);
    }
  });
  const origin = `http://127.0.0.1:${ports[0]}`;
  for (;;) {
    const isThere = await fetch(origin).then(
      () => true,
      () => false,
    );
    if (isThere) return origin;
    if (!isRunning()) throw new Error(`${emulator.name} did not start:\n${said}`);
    await pause(200);
  }
}
