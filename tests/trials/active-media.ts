/** Puts files that would run in a browser under media/: each must be refused by check, or run nowhere from the built site. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { lookup } from 'mrmime';
import type { Browser } from 'playwright-core';
import { loadArchive } from '../../src/load/load-archive.ts';
import { launchBrowser } from '../support/browser.ts';
import { madeRelease } from '../support/made-release.ts';
import { runCommand } from '../support/run-command.ts';
import { type Files, writeFiles } from '../support/temp-folder.ts';
import { activeFiles } from './active-media/files.ts';

/** How long a file may take to run what is in it, in milliseconds. */
const PATIENCE = 400;

interface Served {
  url: string;
  /** The files that called home, by their names: a browser of any kind does so where they run. */
  ran: Set<string>;
  close: () => void;
}

/** The host that does least: a type by the name, none where it is not known, and no header besides. */
async function serveBarely(folder: string): Promise<Served> {
  const ran = new Set<string>();
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').slice(1));
    if (path.startsWith('ran/')) ran.add(path.slice(4));
    const frames = () =>
      activeFiles.map(({ name }) => `<iframe src="/media/${encodeURIComponent(name)}"></iframe>`);
    if (path === 'all')
      return void response
        .setHeader('content-type', 'text/html')
        .end(`<!doctype html>${frames().join('')}`);
    readFile(join(folder, path)).then(
      (bytes) => {
        const type = lookup(path);
        if (type !== undefined) response.setHeader('content-type', type);
        response.end(bytes);
      },
      () => response.writeHead(404).end(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    ran,
    close: () => server.closeAllConnections() ?? server.close(),
  };
}

/** Opens each file by itself in Chromium; the names of those that ran. */
async function openEach(
  browser: Browser,
  url: string,
  names: readonly string[],
): Promise<Set<string>> {
  const ran = new Set<string>();
  for (const name of names) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${url}media/${encodeURIComponent(name)}`).catch(() => undefined); // it is saved
    await page.waitForTimeout(PATIENCE);
    const flag = await page.evaluate(() => 'ran' in window).catch(() => false);
    if (flag) ran.add(name);
    await context.close();
  }
  return ran;
}

/** Shows all files in frames of one page of Firefox, if it is installed. */
async function openInFirefox(served: Served, home: string): Promise<Set<string> | undefined> {
  const profile = await mkdtemp(join(home, 'firefox-'));
  const picture = join(home, 'all.png');
  const args = [
    '--headless',
    '--no-remote',
    '--profile',
    profile,
    '--screenshot',
    picture,
    `${served.url}all`,
  ];
  const child = spawn('firefox-esr', args, {
    stdio: 'ignore',
    env: { ...process.env, HOME: home },
  });
  const end = await Promise.race([
    once(child, 'exit').then(() => 'exit'),
    once(child, 'error').then(() => 'error'),
    new Promise((resolve) => setTimeout(resolve, 60_000, 'late')),
  ]).catch(() => 'error');
  child.kill('SIGKILL');
  return end === 'error' ? undefined : new Set(served.ran);
}

/** Starts `npm start` on a free port. */
async function startSite(environment: Record<string, string>) {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const port = String((probe.address() as AddressInfo).port);
  probe.close();
  const child = spawn(process.execPath, ['src/cli/start.ts'], {
    env: { ...process.env, ...environment, PORT: port, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  for await (const chunk of child.stdout) if (String(chunk).includes('Ctrl+C')) break;
  return { url: `http://localhost:${port}/`, end: () => child.kill() };
}

const home = await mkdtemp(join(tmpdir(), 'active-media-'));
const environment = {
  CONTENT_DIR: join(home, 'content'),
  OUT_DIR: join(home, 'site'),
  CACHE_DIR: join(home, 'cache'),
};
const browser = await launchBrowser();
try {
  const links = activeFiles.map(({ name }) => `[A](/media/${encodeURIComponent(name)})`);
  const media = (files: typeof activeFiles): Files =>
    Object.fromEntries(files.map(({ name, content }) => [`media/${name}`, content]));
  await writeFiles(environment.CONTENT_DIR, {
    ...media(activeFiles),
    'releases/2017-11-22-a.md': madeRelease({}, links.join('\n\n')),
  });
  const { errors } = await loadArchive({
    contentDir: environment.CONTENT_DIR,
    base: '/',
    now: Date.now(),
  });
  const refused = new Set(
    errors.map(({ file }) => file.slice(`${environment.CONTENT_DIR}/media/`.length)),
  );
  const names = activeFiles.map(({ name }) => name);
  const accepted = names.filter((name) => !refused.has(name));

  // That the files do run where nobody looks at them, or the trial would show nothing.
  const raw = await serveBarely(environment.CONTENT_DIR);
  const control = await openEach(browser, raw.url, names);
  const firefox = await openInFirefox(raw, home);
  raw.close();

  for (const name of refused) await rm(join(environment.CONTENT_DIR, 'media', name));
  await writeFiles(environment.CONTENT_DIR, {
    'releases/2017-11-22-a.md': madeRelease(
      {},
      links.filter((_, n) => !refused.has(names[n] ?? '')).join('\n\n'),
    ),
  });
  const built = await runCommand('build', [], environment);
  if (built.status !== 0) throw new Error(built.stderr);
  const bare = await serveBarely(environment.OUT_DIR);
  const site = await startSite(environment);
  const ran = new Set([
    ...(await openEach(browser, bare.url, accepted)),
    ...(await openEach(browser, site.url, accepted)),
    ...((await openInFirefox(bare, home)) ?? []),
    ...bare.ran,
  ]);
  site.end();
  bare.close();

  console.log('file'.padEnd(34), 'unchecked'.padEnd(18), 'by the archive');
  for (const name of names) {
    const where = [control.has(name) && 'Chromium', firefox?.has(name) && 'Firefox'].filter(
      Boolean,
    );
    const now = refused.has(name) ? 'refused' : ran.has(name) ? 'RAN' : 'published, runs nowhere';
    console.log(name.padEnd(34), (where.join(', ') || 'runs nowhere').padEnd(18), now);
  }
  const version = firefox === undefined ? 'Firefox is not installed' : 'Firefox as well';
  console.log(`Chromium ${browser.version()}, ${version}`);
  console.log(
    `${names.length} files; unchecked ${control.size} run in Chromium, ${firefox?.size ?? 0} in Firefox; refused ${refused.size}, published ${accepted.length}, of which ${ran.size} ran`,
  );
  process.exitCode = ran.size > 0 || control.size === 0 ? 1 : 0;
} finally {
  await browser.close();
  await rm(home, { recursive: true, force: true, maxRetries: 5 });
}
