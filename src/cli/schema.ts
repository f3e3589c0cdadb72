import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { schemaFiles } from '../archive/schema-files.ts';
import { run } from './run.ts';

const USAGE = `Usage: npm run schema

Writes the JSON Schemas by which editors complete and check frontmatter and YAML. Run it after a change
to the fields in src/archive.`;

async function main(args: string[]): Promise<0 | 1> {
  parseArgs({ args, options: {} });
  for (const [file, text] of schemaFiles()) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    console.log(file);
  }
  return 0;
}

await run(main, USAGE);
