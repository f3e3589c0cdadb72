import { glob } from 'node:fs/promises';
import { sep } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from '../../src/settings.ts';
import { counted } from '../../src/cli/report.ts';
import { run } from '../../src/cli/run.ts';

const USAGE = `Usage: npm test [-- [--limit SECONDS] PATTERN...]

Runs all tests, or those in files below tests/ whose paths contain a PATTERN, as in
  npm test -- markdown
  --limit SECONDS  ends a file that takes longer, and counts it as failed (default: 600)
  CHROME_PATH=…    the browser for the tests in tests/browser, if not one that is found; "bundled" is the
                   one that npm ci installs`;

const LIMIT = '600'; // the slowest file takes a tenth of it on two cores
const IN_BROWSER = ['tests', 'browser', ''].join(sep);

async function main(args: string[]): Promise<0 | 1> {
  const { values, positionals } = parseArgs({
    args,
    options: { limit: { type: 'string', default: LIMIT } },
    allowPositionals: true,
  });
  const limit = Number(values.limit);
  if (!(limit > 0)) throw new UsageError(`--limit cannot be ${values.limit}`);
  const all = (await Array.fromAsync(glob('tests/**/*.test.ts'))).sort();
  const files = all.filter(
    (file) => positionals.length === 0 || positionals.some((pattern) => file.includes(pattern)),
  );
  if (files.length === 0)
    throw new UsageError(`No test file has ${positionals.join(' or ')} in its path`);

  const inBrowser = files.filter((file) => file.startsWith(IN_BROWSER));
  const hasBrowser = inBrowser.length === 0 || (await findBrowser());
  const { runFiles } = await import('../support/run-files.ts');
  const count = await runFiles(
    hasBrowser ? files : files.filter((file) => !inBrowser.includes(file)),
    limit,
  );
  if (!hasBrowser) {
    const unrun = counted(inBrowser.length, 'file');
    console.log(`No browser, as said above: ${unrun} not run, counted as failed`);
    count.failed += inBrowser.length;
  }
  const skipped = count.skipped === 0 ? '' : `, ${count.skipped} skipped`;
  console.log(`${count.passed} passed, ${count.failed} failed${skipped}`);
  return count.failed === 0 && count.passed > 0 ? 0 : 1;
}

/** Once for all files, so that what goes wrong is said once. */
async function findBrowser(): Promise<boolean> {
  const { findBrowserForAll } = await import('../support/browser.ts');
  try {
    await findBrowserForAll();
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

await run(main, USAGE);
