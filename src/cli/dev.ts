import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dev } from 'astro';
import { readSettings } from '../settings.ts';
import { run } from './run.ts';

const USAGE = `Usage: npm run dev [-- --all]

Shows the archive in CONTENT_DIR (default: content) and follows every change to it. The search uses
the index of the last build.
  --all   also shows drafts, releases under embargo and those of a day to come, each marked as such;
          feeds and search are without them`;

async function main(args: string[]): Promise<0 | 1> {
  const { values } = parseArgs({ args, options: { all: { type: 'boolean' } } });
  if (values.all) process.env['PREVIEW_ALL'] = '1'; // Astro reads the settings itself
  const { outDir } = readSettings(process.env);
  if (!existsSync(join(outDir, 'pagefind', 'catalogue.json'))) {
    console.error('There is no search index yet: `npm run build` makes it.');
  }
  const server = await dev({ root: process.cwd() });
  process.on('SIGTERM', () => void server.stop());
  return 0;
}

await run(main, USAGE);
