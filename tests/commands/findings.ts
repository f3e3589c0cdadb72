import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { glob } from 'node:fs/promises';
import { basename } from 'node:path';
import { run } from '../../src/cli/run.ts';
import { UsageError } from '../../src/settings.ts';

const USAGE = `Usage: npm run findings [-- NAME...]

Runs the scripts in findings/, or those whose names contain a NAME, one after another, and lists which of
them no longer see what they describe. Each installs public packages into a temporary folder; it needs
bash and a way to the npm registry.`;

async function main(names: string[]): Promise<0 | 1> {
  const all = (await Array.fromAsync(glob('findings/*.sh'))).sort();
  const scripts = all.filter(
    (script) => names.length === 0 || names.some((name) => basename(script).includes(name)),
  );
  if (scripts.length === 0) throw new UsageError(`No finding is called ${names.join(' or ')}`);
  const changed: string[] = [];
  for (const script of scripts) {
    console.log(`\n${script}`);
    const child = spawn('bash', [script], { stdio: 'inherit' });
    const [status] = (await once(child, 'exit')) as [number | null];
    if (status !== 0) changed.push(script);
  }
  console.log(`\n${scripts.length - changed.length} as described, ${changed.length} not`);
  for (const script of changed) console.log(`  ${script}`);
  return changed.length === 0 ? 0 : 1;
}

await run(main, USAGE);
