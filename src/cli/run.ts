import { UsageError } from '../settings.ts';
import { adviceOnDamage } from './launch/damage.mjs';

type Main = (args: string[]) => Promise<0 | 1>;

/** Runs a command with the arguments of this process, whose exit status it sets. */
export async function run(main: Main, usage: string): Promise<void> {
  process.exitCode = await statusOf(main, process.argv.slice(2), usage);
}

/**
 * Runs a command and turns its end into an exit status: 0 done, 1 the input is at fault, 2 wrong
 * usage. Everything that went wrong goes to stderr.
 * @param main returns 0 or 1; a UsageError, or one from `parseArgs`, means 2.
 */
export async function statusOf(main: Main, args: string[], usage: string): Promise<0 | 1 | 2> {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(usage);
    return 0;
  }
  try {
    return await main(args);
  } catch (error) {
    if (isUsageError(error)) {
      console.error(`${error.message}\n\n${usage}`);
      return 2;
    }
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    console.error(process.env['DEBUG'] ? stack : message);
    const advice = adviceOnDamage(error);
    if (advice !== undefined) console.error(advice);
    return 1;
  }
}

function isUsageError(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('ERR_PARSE_ARGS');
}
