import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// Run by coverage.ts as if it were a test file: Node reads the reports of the folder that it names to test
// files, and gives up at one that is cut short, as those are of processes that were killed.
const { COVERAGE_REPORTS: reports = '', NODE_V8_COVERAGE: collected = '' } = process.env;

function isWhole(file: string): boolean {
  try {
    JSON.parse(readFileSync(file, 'utf8'));
    return true;
  } catch {
    return false;
  }
}

for (const name of readdirSync(reports)) {
  if (isWhole(join(reports, name))) copyFileSync(join(reports, name), join(collected, name));
}
