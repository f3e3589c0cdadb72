import { type Browser, chromium } from 'playwright-core';
import { type BrowserProgram, browsersHere } from './browsers-here.ts';
import { bundledBrowser } from './bundled-browser.ts';
import { downloadBrowser } from './download-browser.ts';

/** What a browser does for its own sake, and no page asks for. */
const FLAGS = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
/** The variable by which a run of tests tells the processes of its files which browser there is. */
const FOUND = 'BROWSER_FOR_TESTS';
const START_LIMIT = 60_000; // milliseconds
const INSTALL =
  process.platform === 'linux'
    ? 'Install one, for example by: sudo apt-get install chromium'
    : 'Install Google Chrome.';

/**
 * Starts the browser that was found. Playwright starts it without the sandbox, which root and most
 * containers can't have; it visits nothing but our own pages.
 * @throws {Error} that says what to do, if there is no browser to be had.
 */
export async function launchBrowser(): Promise<Browser> {
  const found = process.env[FOUND];
  return start(found ? (JSON.parse(found) as BrowserProgram) : await findBrowser(process.env));
}

/**
 * Finds a browser once for all the processes that this one starts from now on.
 * @throws {Error} that says what to do, if there is no browser to be had.
 */
export async function findBrowserForAll(): Promise<void> {
  process.env[FOUND] = JSON.stringify(await findBrowser(process.env));
}

/**
 * The first browser that starts: the one that CHROME_PATH names, or else one that is installed, then
 * the one that comes with `npm ci`, which `CHROME_PATH=bundled` chooses; on systems for which that one
 * is not made, Playwright's own, which is downloaded.
 * @throws {Error} that says what was tried and what to do, if there is none.
 */
async function findBrowser(environment: NodeJS.ProcessEnv): Promise<BrowserProgram> {
  const failures: string[] = [];
  for (const { name, get } of candidates(environment)) {
    try {
      const program = await get();
      await (await start(program)).close();
      return program;
    } catch (cause) {
      failures.push(`  ${name}: ${reasonIn(String(cause))}`);
    }
  }
  const advice = environment['CHROME_PATH']
    ? 'Leave CHROME_PATH out to let one be found, or let it name another.'
    : `${INSTALL}\nOr name one that is installed: CHROME_PATH=/path/to/chrome npm test`;
  throw new Error(
    `There is no browser for the tests; this does not start:\n${failures.join('\n')}\n${advice}`,
  );
}

interface Candidate {
  name: string;
  get: () => BrowserProgram | Promise<BrowserProgram>;
}

function candidates(environment: NodeJS.ProcessEnv): Candidate[] {
  const bundled = {
    name: 'the one that npm ci installs (@sparticuz/chromium)',
    get: bundledBrowser,
  };
  const wanted = environment['CHROME_PATH'];
  if (wanted === 'bundled') return [bundled];
  // Whoever names one wants that one.
  if (wanted) return [{ name: `CHROME_PATH=${wanted}`, get: () => ({ executablePath: wanted }) }];
  const installed = browsersHere(environment).map((executablePath) => ({
    name: executablePath,
    get: () => ({ executablePath }),
  }));
  const isBundledMadeForThis = process.platform === 'linux' && process.arch === 'x64';
  const last = isBundledMadeForThis
    ? bundled
    : { name: 'Playwright’s own, downloaded', get: downloadBrowser };
  return [...installed, last];
}

function start({ executablePath, environment }: BrowserProgram): Promise<Browser> {
  const env = { ...process.env, ...environment } as Record<string, string>;
  return chromium.launch({ executablePath, args: FLAGS, env, timeout: START_LIMIT });
}

/** The lines that say why a program failed, of the many that Playwright tells. */
function reasonIn(message: string): string {
  const [first = '', ...others] = message.split('\n');
  const error = others.find((line) => /\[err\]/.test(line))?.replace(/^.*\[err\]\s*/, '');
  return error === undefined ? first : `${first} ${error}`;
}
