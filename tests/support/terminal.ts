import { spawn, spawnSync } from 'node:child_process';

const PATIENCE = 20_000; // milliseconds until a question that doesn't come fails the test

/** Whether there is the command `script` of util-linux, which gives a program a terminal. */
export const hasTerminal =
  spawnSync('script', ['--version']).stdout?.includes('util-linux') === true;

/** What to wait for on the screen, and the keys to press then. */
export type Step = [shown: string, keys: string];

/**
 * Runs one of our commands on a terminal of its own, and answers it.
 * @returns the exit status, and all that stood on the screen.
 * @throws {Error} if something doesn't show in time; its message has the screen.
 */
export async function runOnTerminal(
  command: string,
  args: string[],
  environment: Record<string, string>,
  steps: Step[],
): Promise<{ status: number | null; screen: string }> {
  const words = [process.execPath, `src/cli/${command}.ts`, ...args];
  const line = words.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
  const child = spawn('script', ['-qec', line, '/dev/null'], {
    env: { ...process.env, TERM: 'xterm', ...environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let [screen, seen] = ['', 0];
  const left = [...steps];
  const answer = () => {
    const [shown, keys] = left[0] ?? [];
    const place = shown === undefined ? -1 : screen.indexOf(shown, seen);
    if (shown === undefined || place === -1) return;
    seen = place + shown.length;
    left.shift();
    child.stdin.write(keys ?? '');
    answer();
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    screen += text;
    answer();
  });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill();
      reject(new Error(`${left[0]?.[0] ?? 'The end'} did not come:\n${screen}`));
    }, PATIENCE);
    child.on('error', reject);
    child.on('close', (status) => {
      clearTimeout(timer);
      const [missed] = left;
      if (missed === undefined) resolve({ status, screen });
      else reject(new Error(`${missed[0]} did not come:\n${screen}`));
    });
  });
}
