import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** As on a computer where nobody has set anything. */
const ENVIRONMENT = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
const PERSON = ['user.name=Sam Sample', 'user.email=sam@example.org', 'init.defaultBranch=main'];

/**
 * Runs git in a folder.
 * @returns what it prints on stdout.
 * @throws {Error} if it fails.
 */
export async function git(folder: string, ...args: string[]): Promise<string> {
  const settings = PERSON.flatMap((setting) => ['-c', setting]);
  const { stdout } = await run('git', ['-C', folder, ...settings, ...args], {
    env: { ...process.env, ...ENVIRONMENT },
  });
  return stdout;
}

/** Takes all that is there into a commit. */
export async function commitAll(folder: string, message = 'A commit'): Promise<void> {
  await git(folder, 'add', '--all');
  await git(folder, 'commit', '--quiet', '--message', message);
}
