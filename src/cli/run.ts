import { UsageError } from '../build/settings.ts';

/**
 * Runs a command and turns its end into an exit status: 0 done, 1 the input is at fault, 2 wrong
 * usage. Everything that went wrong goes to stderr.
 * @param main returns 0 or 1; a UsageError, or one from `parseArgs`, means 2.
 */
export async function run(main: (args: string[]) => Promise<0 | 1>, usage: string): Promise<void> {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) {
    console.log(usage);
    return;
  }
  try {
    process.exitCode = await main(args);
  } catch (error) {
    if (isUsageError(error)) {
      console.error(`${error.message}\n\n${usage}`);
      process.exitCode = 2;
    } else {
      const { message, stack } = error instanceof Error ? error : new Error(String(error));
      console.error(process.env['DEBUG'] ? stack : message);
      process.exitCode = 1;
    }
  }
}

function isUsageError(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('ERR_PARSE_ARGS');
}
