import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { glob, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { UsageError } from '../../src/settings.ts';
import { run } from '../../src/cli/run.ts';

const USAGE = `Usage: npm run trial [-- NAME [OPTION...]]

Runs one of the long trials below tests/trials/, which npm test leaves out: they take minutes, or need
programs besides Node and npm. Without a name it lists them.`;

const FOLDER = 'tests/trials';

async function main([name, ...options]: string[]): Promise<0 | 1> {
  const files = (await Array.fromAsync(glob(`${FOLDER}/*.ts`))).sort();
  if (name === undefined) {
    for (const file of files) console.log(`${basename(file, '.ts')}: ${await purposeOf(file)}`);
    return 0;
  }
  const file = files.find((one) => basename(one, '.ts') === name);
  if (file === undefined) {
    const names = files.map((one) => basename(one, '.ts')).join(', ');
    throw new UsageError(`There is no trial ${name}; there are: ${names}`);
  }
  const child = spawn(process.execPath, [file, ...options], { stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code === 0 ? 0 : 1;
}

/** The first line of the comment with which each trial begins. */
async function purposeOf(file: string): Promise<string> {
  const [, purpose = ''] = /^(?:\/\*\*| \*) (\S.*)$/m.exec(await readFile(file, 'utf8')) ?? [];
  return purpose.replace('*/', '').trim();
}

await run(main, USAGE);
