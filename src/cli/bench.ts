import { parseArgs } from 'node:util';
import { readSettings, UsageError } from '../build/settings.ts';
import { counted } from './report.ts';
import { run } from './run.ts';

const USAGE = `Usage: npm run bench -- identity [--releases N] [--seed N]
       npm run bench -- search [--releases N] [--items N] [--seed N]
       npm run bench -- import [--releases N]

Measures what the archive promises, on real releases where there are any (../shared/corpus), else on
the releases of CONTENT_DIR.
  identity         edits releases in many ways, and tells where the links to their statements lead then
  search           looks for statements as those do who half remember them, in a real browser
  import           imports releases as text and Word documents: fields found, words kept, speed
  --releases N     on how many (default: 2000 for identity, 10000 for search and import)
  --items N        how many statements are looked for (default: 300)
  --seed N         another number draws others (default: 1)`;

const OPTIONS = {
  releases: { type: 'string' },
  items: { type: 'string', default: '300' },
  seed: { type: 'string', default: '1' },
} as const;

async function main(args: string[]): Promise<0 | 1> {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const seed = wholeNumber('seed', values.seed);
  const settings = readSettings(process.env);
  const { benchContent, readSamples } = await import('../../tests/bench/samples.ts');
  switch (positionals.join(' ')) {
    case 'identity': {
      const releases = wholeNumber('releases', values.releases ?? '2000');
      const { identityTable, measureIdentity } =
        await import('../../tests/bench/identity/bench.ts');
      // Twice as many, so that those taken lie apart.
      const folder = await benchContent(2 * releases, settings);
      const samples = await readSamples(folder, releases);
      console.log(`${counted(samples.length, 'release')} of ${folder}, seed ${seed}\n`);
      console.log(identityTable(measureIdentity(samples, seed)));
      return 0;
    }
    case 'search': {
      const releases = wholeNumber('releases', values.releases ?? '10000');
      const items = wholeNumber('items', values.items);
      const contentDir = await benchContent(releases, settings);
      console.log(`${counted(items, 'statement')} of ${contentDir}, seed ${seed}\n`);
      const { benchSearch } = await import('../../tests/bench/search/run.ts');
      console.log(
        await benchSearch({ contentDir, cacheDir: settings.cacheDir, releases, items, seed }),
      );
      return 0;
    }
    case 'import': {
      const releases = wholeNumber('releases', values.releases ?? '10000');
      const contentDir = await benchContent(releases, settings);
      console.log(`${counted(releases, 'release')} of ${contentDir}\n`);
      const { benchImport } = await import('../../tests/bench/import/run.ts');
      console.log(await benchImport(contentDir, releases));
      return 0;
    }
    case '':
      throw new UsageError('Name what to measure.');
    default:
      throw new UsageError(`There is no benchmark ${positionals.join(' ')}`);
  }
}

function wholeNumber(name: string, text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) {
    throw new UsageError(`--${name} cannot be ${text}; it is a whole number from 1 to 999999`);
  }
  return Number(text);
}

await run(main, USAGE);
