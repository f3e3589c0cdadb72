import { format } from 'node:util';
import { statusOf } from '../../src/cli/run.ts';
import { CACHE_DIR, type Ended, runCommand, withoutProgress } from './run-command.ts';

interface Command {
  main: (args: string[]) => Promise<0 | 1>;
  USAGE: string;
}

const COMMANDS: Record<string, () => Promise<Command>> = {
  import: () => import('../../src/cli/import.ts'),
  check: () => import('../../src/cli/check.ts'),
  record: () => import('../../src/cli/record.ts'),
};

/**
 * Runs one of our commands in this process, where it is one that can be, which spares the start of another: for tests
 * that are not about the process itself, one run at a time.
 */
export async function runHere(
  command: string,
  args: string[],
  environment: Record<string, string>,
): Promise<Ended> {
  const load = COMMANDS[command];
  if (load === undefined) return runCommand(command, args, environment);
  const { main, USAGE } = await load();
  const settings = { CACHE_DIR, ...environment };
  const ended = { status: 0, stdout: '', stderr: '' };
  const { log, error } = console;
  const before = { ...process.env };
  console.log = (...parts: unknown[]) => void (ended.stdout += `${format(...parts)}\n`);
  console.error = (...parts: unknown[]) => void (ended.stderr += `${format(...parts)}\n`);
  Object.assign(process.env, settings);
  try {
    ended.status = await statusOf(main, args, USAGE);
  } finally {
    Object.assign(console, { log, error });
    for (const name of Object.keys(settings)) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
  return { ...ended, stderr: withoutProgress(ended.stderr) };
}
