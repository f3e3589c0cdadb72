import { glob } from 'node:fs/promises';
import { run as runTests } from 'node:test';
import { spec } from 'node:test/reporters';
import { parseArgs } from 'node:util';
import { UsageError } from '../build/settings.ts';
import { run } from './run.ts';

const USAGE = `Usage: npm test [-- PATTERN...]

Runs all tests, or those in files below tests/ whose paths contain a PATTERN, as in
  npm test -- markdown`;

/** Files at a time: one more than a small machine has cores, since a browser test waits a lot. */
const CONCURRENCY = 3;

async function main(args: string[]): Promise<0 | 1> {
  const { positionals } = parseArgs({ args, options: {}, allowPositionals: true });
  const all = (await Array.fromAsync(glob('tests/**/*.test.ts'))).sort();
  const files = all.filter(
    (file) => positionals.length === 0 || positionals.some((pattern) => file.includes(pattern)),
  );
  if (files.length === 0)
    throw new UsageError(`No test file has ${positionals.join(' or ')} in its path`);

  const count = { passed: 0, failed: 0, skipped: 0 };
  const stream = runTests({ files, concurrency: CONCURRENCY });
  stream.on('test:pass', ({ details, skip, todo }) => {
    if (details.type === 'suite') return;
    if (skip !== undefined || todo !== undefined) count.skipped++;
    else count.passed++;
  });
  stream.on('test:fail', ({ details }) => {
    if (details.type !== 'suite') count.failed++;
  });
  await new Promise((resolve) => {
    stream.compose(spec()).on('end', resolve).pipe(process.stdout, { end: false });
  });
  const skipped = count.skipped === 0 ? '' : `, ${count.skipped} skipped`;
  console.log(`${count.passed} passed, ${count.failed} failed${skipped}`);
  return count.failed === 0 && count.passed > 0 ? 0 : 1;
}

await run(main, USAGE);
