import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { run } from '../../src/cli/run.ts';
import { FONT_FOLDER, fontFiles } from '../styles/font-files.ts';

const USAGE = `Usage: npm run fonts

Writes the fonts of the site and the styles that declare them. Run it after a change to
tests/styles/font-files.ts, or when the packages that the fonts are from have a new version.`;

async function main(args: string[]): Promise<0 | 1> {
  parseArgs({ args, options: {} });
  await mkdir(FONT_FOLDER, { recursive: true });
  for (const [name, content] of await fontFiles()) {
    const file = join(FONT_FOLDER, name);
    await writeFile(file, content);
    console.log(`${file}: ${content.length} bytes`);
  }
  return 0;
}

await run(main, USAGE);
