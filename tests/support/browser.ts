import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** The shell first: the same browser without its windows, which takes half of the processor's time. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];
const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);
const WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];
/** What a browser does for its own sake, and no page asks for. */
const FLAGS = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
const ADVICE = `Install Chromium or Chrome, or name one that is installed, as in
  CHROME_PATH=/path/to/chrome npm test
or, where there is a network, let Playwright fetch one with what it needs:
  npx playwright-core install --with-deps chromium`;

/**
 * Starts a browser: the one that CHROME_PATH names, or one that is installed; where none is, or none
 * starts, Playwright's own is installed first. Playwright starts it without the sandbox, which root
 * and most containers can't have; it visits nothing but our own pages.
 * @throws {Error} that says what to do, if there is no browser to be had: a test that needs one fails.
 */
export async function launchBrowser(): Promise<Browser> {
  const failures: string[] = [];
  const tryEach = async (paths: string[]) => {
    for (const executablePath of paths) {
      try {
        return await chromium.launch({ executablePath, args: FLAGS });
      } catch (cause) {
        // Such as a stub on PATH that only tells how to install the browser.
        failures.push(`${executablePath}: ${String(cause).split('\n').slice(0, 3).join(' ')}`);
      }
    }
    return undefined;
  };
  const installed = await tryEach(browserPaths(process.env));
  if (installed) return installed;
  console.error('No browser was found: installing one (npx playwright-core install chromium).');
  failures.push(...installBrowser());
  const fetched = await tryEach([chromium.executablePath()].filter(existsSync));
  if (fetched) return fetched;
  throw new Error(`No browser for the tests.\n${failures.join('\n')}\n${ADVICE}`);
}

/**
 * Where there are browsers on this computer, the one to prefer first.
 * @throws {Error} if CHROME_PATH names none: whoever sets it wants that one.
 */
export function browserPaths(environment: NodeJS.ProcessEnv): string[] {
  const wanted = environment['CHROME_PATH'];
  if (wanted) {
    if (existsSync(wanted)) return [wanted];
    throw new Error(`CHROME_PATH is ${wanted}, where there is no browser.\n${ADVICE}`);
  }
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folders = (environment['PATH'] ?? '').split(delimiter).filter(Boolean);
  const programs = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(
    (name) => environment[name],
  );
  const places = [
    ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name + suffix))),
    ...MAC,
    ...programs.flatMap((folder) => (folder ? WINDOWS.map((path) => join(folder, path)) : [])),
    chromium.executablePath(),
  ];
  return places.filter(existsSync);
}

/** Installs Playwright's browser; returns what went wrong. It takes care of others doing the same. */
function installBrowser(): string[] {
  const home = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'));
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(home, 'cli.js'), 'install', 'chromium'],
    { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' },
  );
  const reasons = new Set(stderr.split('\n').filter((line) => /^Error/.test(line)));
  return status === 0 ? [] : [`playwright-core install chromium: ${[...reasons].join(' ')}`];
}
