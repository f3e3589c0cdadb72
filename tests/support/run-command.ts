import { execFile } from 'node:child_process';

/** How a command ended. */
export interface Ended {
  status: number;
  stdout: string;
  /** Without the lines that tell how far long work has come. */
  stderr: string;
}

const COUNTER = /^[A-Z][\w ]+: [\d,]+ of [\d,]+\n/gm;

/** Where Node keeps what it compiled: commands start in half the time. */
export const COMPILED = { NODE_COMPILE_CACHE: 'node_modules/.cache/node-compiled' };

/** Runs one of our commands, as `npm run` does, with these environment variables. */
export function runCommand(
  command: string,
  args: string[],
  environment: Record<string, string>,
): Promise<Ended> {
  const env = { ...process.env, ...COMPILED, ASTRO_TELEMETRY_DISABLED: '1', ...environment };
  const options = { env, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve) => {
    const all = [`src/cli/${command}.ts`, ...args];
    const child = execFile(process.execPath, all, options, (_, stdout, stderr) => {
      resolve({ status: child.exitCode ?? -1, stdout, stderr: stderr.replace(COUNTER, '') });
    });
  });
}
