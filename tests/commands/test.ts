import { glob } from 'node:fs/promises';
import { sep } from 'node:path';
import { parseArgs } from 'node:util';
import { SETTING_NAMES, UsageError } from '../../src/settings.ts';
import { counted } from '../../src/cli/report.ts';
import { run } from '../../src/cli/run.ts';
import type { RoomCoverage } from '../support/coverage.ts';

const USAGE = `Usage: npm test [-- [--limit SECONDS] PATTERN...]

Runs all tests, or those in files below tests/ whose paths contain a PATTERN, as in
  npm test -- markdown
  --coverage       also lists how many lines of each room of src/ are run, which takes an eighth more time;
                   all tests together fail if they run too few of a room: see .config/coverage.json
  --limit SECONDS  ends a file that takes longer, and counts it as failed (default: 600)
  CHROME_PATH=…    the browser for the tests in tests/browser, if not one that is found; "bundled" is the
                   one that npm ci installs`;

const LIMIT = '600'; // the slowest file takes a tenth of it on two cores
const MAX_SLOWEST = 10;
const IN_BROWSER = ['tests', 'browser', ''].join(sep);

async function main(args: string[]): Promise<0 | 1> {
  const { values, positionals } = parseArgs({
    args,
    options: {
      limit: { type: 'string', default: LIMIT },
      coverage: { type: 'boolean', default: false },
    },
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
  // Tests give their own settings: those of whoever runs them, as CI, may change no result.
  for (const name of SETTING_NAMES) delete process.env[name];
  const { runFiles } = await import('../support/run-files.ts');
  const isWhole = positionals.length === 0 && hasBrowser;
  const count = await runFiles(
    hasBrowser ? files : files.filter((file) => !inBrowser.includes(file)),
    limit,
    { coverage: values.coverage },
  );
  if (isWhole) console.log(slowest(count.seconds));
  const isCovered = await reportRooms(count.coverage, isWhole);
  if (!hasBrowser) {
    const unrun = counted(inBrowser.length, 'file');
    console.log(`No browser, as said above: ${unrun} not run, counted as failed`);
    count.failed += inBrowser.length;
  }
  const skipped = count.skipped === 0 ? '' : `, ${count.skipped} skipped`;
  console.log(`${count.passed} passed, ${count.failed} failed${skipped}`);
  return count.failed === 0 && count.passed > 0 && isCovered ? 0 : 1;
}

const slowest = (seconds: ReadonlyMap<string, number>) =>
  [
    'Files that took longest, in seconds:',
    ...[...seconds]
      .sort(([, a], [, b]) => b - a)
      .slice(0, MAX_SLOWEST)
      .map(([file, time]) => `  ${time.toFixed(1).padStart(6)} ${file}`),
  ].join('\n');

/** Prints how much of each room was run. @returns whether it is enough, of all tests alone. */
async function reportRooms(rooms: readonly RoomCoverage[], isWhole: boolean): Promise<boolean> {
  if (rooms.length === 0) return true;
  const { coverageProblems, coverageTable, readThresholds } =
    await import('../support/coverage.ts');
  console.log(coverageTable(rooms));
  const problems = isWhole ? coverageProblems(rooms, await readThresholds()) : [];
  for (const problem of problems) console.error(problem);
  return problems.length === 0;
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
