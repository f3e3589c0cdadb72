import { parseArgs } from 'node:util';
import { readSettings, UsageError } from '../build/settings.ts';
import { counted } from './report.ts';
import { run } from './run.ts';

const USAGE = `Usage: npm run bench -- identity [--releases N] [--seed N]

Measures what the archive promises, on real releases where there are any (../shared/corpus), else on
the releases of CONTENT_DIR.
  identity         edits releases in many ways, and tells where the links to their statements lead then
  --releases N     on how many (default: 2000)
  --seed N         another number gives other random edits (default: 1)`;

const OPTIONS = {
  releases: { type: 'string', default: '2000' },
  seed: { type: 'string', default: '1' },
} as const;

async function main(args: string[]): Promise<0 | 1> {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const [releases, seed] = [
    wholeNumber('releases', values.releases),
    wholeNumber('seed', values.seed),
  ];
  if (positionals.join(' ') !== 'identity') {
    throw new UsageError(
      positionals.length === 0
        ? 'Name what to measure.'
        : `There is no benchmark ${positionals.join(' ')}`,
    );
  }
  const { benchContent, readSamples } = await import('../../tests/bench/samples.ts');
  const { identityTable, measureIdentity } = await import('../../tests/bench/identity/bench.ts');
  // Twice as many, so that those taken lie apart.
  const folder = await benchContent(2 * releases, readSettings(process.env));
  const samples = await readSamples(folder, releases);
  console.log(`${counted(samples.length, 'release')} of ${folder}, seed ${seed}\n`);
  console.log(identityTable(measureIdentity(samples, seed)));
  return 0;
}

function wholeNumber(name: string, text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) {
    throw new UsageError(`--${name} cannot be ${text}; it is a whole number from 1 to 999999`);
  }
  return Number(text);
}

await run(main, USAGE);
