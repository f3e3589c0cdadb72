import { format } from 'node:util';
import { statusOf } from '../../src/cli/run.ts';
import type { Ended } from './run-command.ts';

const COMMANDS = {
  import: () => import('../../src/cli/import.ts'),
  check: () => import('../../src/cli/check.ts'),
};

/**
 * Runs one of our commands in this process, which spares the start of another: for tests that are not
 * about the process itself, one run at a time.
 */
export async function runHere(
  command: keyof typeof COMMANDS,
  args: string[],
  environment: Record<string, string>,
): Promise<Ended> {
  const { main, USAGE } = await COMMANDS[command]();
  const ended = { status: 0, stdout: '', stderr: '' };
  const { log, error } = console;
  const before = { ...process.env };
  console.log = (...parts: unknown[]) => void (ended.stdout += `${format(...parts)}\n`);
  console.error = (...parts: unknown[]) => void (ended.stderr += `${format(...parts)}\n`);
  Object.assign(process.env, environment);
  try {
    ended.status = await statusOf(main, args, USAGE);
  } finally {
    Object.assign(console, { log, error });
    for (const name of Object.keys(environment)) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
  return ended;
}
