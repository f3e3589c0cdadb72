import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How a command ended. */
export interface Ended {
  status: number;
  stdout: string;
  /** Without the lines that tell how far long work has come. */
  stderr: string;
}

const COUNTER = /^[A-Z][\w ]+: [\d,]+ of [\d,]+\n/gm;

/** Without the lines that tell how far long work has come. */
export const withoutProgress = (text: string) => text.replace(COUNTER, '');

/** So that what tests leave behind takes nobody's place in the cache of the project. */
export const CACHE_DIR = join(tmpdir(), 'on-the-record-tests', 'cache');

/**
 * Runs one of our commands, as `npm run` does, with these environment variables.
 * @param cwd the project; another than the present one is a copy of it.
 */
export function runCommand(
  command: string,
  args: string[],
  environment: Record<string, string>,
  cwd?: string,
): Promise<Ended> {
  const env = {
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: '1',
    CACHE_DIR,
    ...environment,
  };
  const options = { cwd, env, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve) => {
    const folder = command === 'bench' ? 'tests/commands' : 'src/cli';
    const all = [`${folder}/${command}.ts`, ...args];
    const child = execFile(process.execPath, all, options, (_, stdout, stderr) => {
      resolve({ status: child.exitCode ?? -1, stdout, stderr: withoutProgress(stderr) });
    });
  });
}
