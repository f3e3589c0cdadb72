import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dev } from 'astro';
import { readSettings } from '../settings.ts';
import { run } from './run.ts';

const USAGE = `Usage: npm run dev

Shows the archive in CONTENT_DIR (default: content) and follows every change to it. The search uses
the index of the last build.`;

async function main(args: string[]): Promise<0 | 1> {
  parseArgs({ args, options: {} });
  const { outDir } = readSettings(process.env);
  if (!existsSync(join(outDir, 'pagefind', 'catalogue.json'))) {
    console.error('There is no search index yet: `npm run build` makes it.');
  }
  const server = await dev({ root: process.cwd() });
  process.on('SIGTERM', () => void server.stop());
  return 0;
}

await run(main, USAGE);
