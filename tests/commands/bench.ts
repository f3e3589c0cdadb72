import { parseArgs } from 'node:util';
import { readSettings, type Settings, UsageError } from '../../src/settings.ts';
import { counted } from '../../src/cli/report.ts';
import { run } from '../../src/cli/run.ts';

const USAGE = `Usage: npm run bench [-- --full | --sizes N,N] [--only NAME,NAME] [--made-up]
       npm run bench -- everyday [--releases N] [--only NAME,NAME] [--made-up]
       npm run bench -- identity [--releases N] [--seed N]
       npm run bench -- search [--releases N] [--items N] [--seed N] [--only PART,PART]
       npm run bench -- import [--releases N] [--labels FOLDER]
       npm run bench -- quotes [--releases N] [--items N] [--seed N] [--only PART,PART]
       npm run bench -- echoes [--releases N]

Without a name it builds releases with this project and with others, one after another: Hugo, Eleventy
and a plain Astro site, each followed by Pagefind. RUNS=3 measures all of it three times.
  --sizes N,N      on how many releases (default: 1000,10000)
  --full           on 1000, 10000 and 72620
  --only NAME,…    only these of ours, hugo, eleventy, astro; of everyday: ours, before, hugo; of search:
                   known, real, traffic; of quotes: memory, page, traffic
  --made-up        on releases that are made up even where there are real ones
  HUGO=PROGRAM     which hugo, if not that on the PATH

With a name it measures what the archive promises, on real releases where there are any
(../shared/corpus), else on the releases of CONTENT_DIR.
  everyday         what a day's work costs: builds, check, record and preview after one edit, with this project,
                   with it as it was before that was worked on, and with Hugo; RUNS=3 takes the middle
  identity         edits releases in many ways, and tells where the links to their statements lead then
  search           looks for statements as those do who half remember them, and for what people type, with
                   grep as the judge, in a real browser
  import           imports releases as text and Word documents: fields found, words kept, speed
  quotes           checks quotations that are exact, changed, put together and invented
  echoes           finds statements that other releases have too; a join and a comparison of all pairs are the judge
  --releases N     on how many (default: 2000 for identity and echoes, 10000 for the others)
  --items N        how many statements are looked for, or quotations checked (default: 300, 500)
  --seed N         another number draws others (default: 1)
  --labels FOLDER  releases that a reader has labelled, each folder in it a source of its own:
                   labels.jsonl, and the files that it describes in raw/`;

const OPTIONS = {
  full: { type: 'boolean' },
  sizes: { type: 'string' },
  only: { type: 'string' },
  'made-up': { type: 'boolean' },
  releases: { type: 'string' },
  items: { type: 'string' },
  seed: { type: 'string' },
  labels: { type: 'string' },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

interface Benchmark {
  takes: (keyof Values)[];
  measure: (values: Values, settings: Settings) => Promise<0 | 1>;
}

const BENCHMARKS = new Map<string, Benchmark>([
  ['', { takes: ['full', 'sizes', 'only', 'made-up'], measure: benchBuilds }],
  ['everyday', { takes: ['releases', 'only', 'made-up'], measure: benchEveryday }],
  ['identity', { takes: ['releases', 'seed'], measure: benchIdentity }],
  ['search', { takes: ['releases', 'items', 'seed', 'only'], measure: benchSearch }],
  ['quotes', { takes: ['releases', 'items', 'seed', 'only'], measure: benchQuotes }],
  ['echoes', { takes: ['releases'], measure: benchEchoesOf }],
  ['import', { takes: ['releases', 'labels'], measure: benchImport }],
]);

async function main(args: string[]): Promise<0 | 1> {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const name = positionals.join(' ');
  const benchmark = BENCHMARKS.get(name);
  if (benchmark === undefined) throw new UsageError(`There is no benchmark ${name}`);
  const other = Object.keys(values).find(
    (option) => !benchmark.takes.some((own) => own === option),
  );
  if (other !== undefined) {
    throw new UsageError(
      `--${other} is not for ${name === '' ? 'builds; name another benchmark' : name}`,
    );
  }
  return benchmark.measure(values, readSettings(process.env));
}

async function benchBuilds(values: Values, { cacheDir }: Settings): Promise<0 | 1> {
  if (values.full && values.sizes !== undefined) {
    throw new UsageError('--full and --sizes exclude each other');
  }
  const sizes = (values.full ? '1000,10000,72620' : (values.sizes ?? '1000,10000'))
    .split(',')
    .map((size) => wholeNumber('--sizes', size));
  const runs = readRuns();
  const { BUILDERS } = await import('../bench/builds/builders.ts');
  const only = values.only?.split(',');
  const unknown = only?.find((name) => !BUILDERS.some((key) => key === name));
  if (unknown !== undefined) {
    throw new UsageError(`--only cannot be ${unknown}; it is some of ${BUILDERS.join(',')}`);
  }
  const isMadeUp = await areMadeUp(values);
  const bench = await import('../bench/builds/run.ts');
  const faults = await bench.benchBuilds({
    cacheDir,
    sizes: [...new Set(sizes)].sort((a, b) => a - b),
    builders: BUILDERS.filter((key) => only?.includes(key) ?? true),
    runs,
    isMadeUp,
    say: (line) => console.error(line),
    print: (text) => console.log(text),
  });
  for (const fault of faults) console.error(fault);
  return faults.length > 0 ? 1 : 0;
}

async function benchEveryday(values: Values, { cacheDir }: Settings): Promise<0> {
  const releases = wholeNumber('--releases', values.releases ?? '10000');
  const runs = readRuns();
  const { CONTESTANTS } = await import('../bench/everyday/steps.ts');
  const contestants = partsOf(values.only, CONTESTANTS);
  const isMadeUp = await areMadeUp(values);
  const { benchEveryday: measure } = await import('../bench/everyday/run.ts');
  const say = (line: string) => console.error(line);
  console.log(await measure({ cacheDir, releases, isMadeUp, runs, contestants, say }));
  return 0;
}

async function benchIdentity(values: Values, settings: Settings): Promise<0> {
  const releases = wholeNumber('--releases', values.releases ?? '2000');
  const seed = wholeNumber('--seed', values.seed ?? '1');
  const { benchContent, readSamples } = await import('../bench/samples.ts');
  const { identityTable, measureIdentity } = await import('../bench/identity/bench.ts');
  // Twice as many, so that those taken lie apart.
  const folder = await benchContent(2 * releases, settings);
  const samples = await readSamples(folder, releases);
  console.log(`${counted(samples.length, 'release')} of ${folder}, seed ${seed}\n`);
  console.log(identityTable(measureIdentity(samples, seed)));
  const { describeGoals } = await import('../bench/identity/goals.ts');
  console.log(`\n${await describeGoals(samples, seed)}`);
  return 0;
}

async function benchSearch(values: Values, settings: Settings): Promise<0> {
  const releases = wholeNumber('--releases', values.releases ?? '10000');
  const items = wholeNumber('--items', values.items ?? '300');
  const seed = wholeNumber('--seed', values.seed ?? '1');
  const { benchSearch: measure, SEARCH_PARTS } = await import('../bench/search/run.ts');
  const parts = partsOf(values.only, SEARCH_PARTS);
  const { benchContent } = await import('../bench/samples.ts');
  const contentDir = await benchContent(releases, settings);
  console.log(`${counted(items, 'statement')} of ${contentDir}, seed ${seed}\n`);
  const { cacheDir } = settings;
  console.log(await measure({ contentDir, cacheDir, releases, items, seed, parts }));
  return 0;
}

async function benchQuotes(values: Values, settings: Settings): Promise<0> {
  const releases = wholeNumber('--releases', values.releases ?? '10000');
  const items = wholeNumber('--items', values.items ?? '500');
  const seed = wholeNumber('--seed', values.seed ?? '1');
  const { benchQuotes: measure, QUOTES_PARTS } = await import('../bench/quotes/run.ts');
  const only = partsOf(values.only, QUOTES_PARTS);
  const { benchContent } = await import('../bench/samples.ts');
  const contentDir = await benchContent(releases, settings);
  console.log(`${counted(items, 'quotation')} of ${contentDir}, seed ${seed}\n`);
  const { cacheDir } = settings;
  console.log(await measure({ contentDir, cacheDir, releases, items, seed, parts: only }));
  return 0;
}

async function benchEchoesOf(values: Values, settings: Settings): Promise<0> {
  const releases = wholeNumber('--releases', values.releases ?? '2000');
  const { benchContent } = await import('../bench/samples.ts');
  const contentDir = await benchContent(releases, settings);
  console.log(`${counted(releases, 'release')} of ${contentDir}\n`);
  const { benchEchoes } = await import('../bench/echoes/run.ts');
  console.log(await benchEchoes({ contentDir, cacheDir: settings.cacheDir }));
  return 0;
}

async function benchImport(values: Values, settings: Settings): Promise<0> {
  const releases = wholeNumber('--releases', values.releases ?? '10000');
  const { benchContent } = await import('../bench/samples.ts');
  const contentDir = await benchContent(releases, settings);
  console.log(`${counted(releases, 'release')} of ${contentDir}\n`);
  const bench = await import('../bench/import/run.ts');
  console.log(await bench.benchImport(contentDir, releases, values.labels));
  return 0;
}

/** The parts of a benchmark that `--only` names; all of them where it is left out. */
function partsOf<Part extends string>(only: string | undefined, parts: readonly Part[]): Part[] {
  const names = only?.split(',') ?? parts;
  const unknown = names.find((name) => !parts.some((part) => part === name));
  if (unknown !== undefined) {
    throw new UsageError(`--only cannot be ${unknown}; it is some of ${parts.join(',')}`);
  }
  return parts.filter((part) => names.some((name) => part === name));
}

/** Whether releases are made up: where there are no real ones, or it is asked for. */
async function areMadeUp(values: Values): Promise<boolean> {
  const { hasRealReleases } = await import('../bench/samples.ts');
  if (!values['made-up'] && !hasRealReleases) {
    console.error('There are no real releases in ../shared/corpus: they are made up.');
  }
  return values['made-up'] ?? !hasRealReleases;
}

/** How often builds are measured. */
const readRuns = () => wholeNumber('RUNS', process.env['RUNS']?.trim() || '1');

function wholeNumber(name: string, text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) {
    throw new UsageError(`${name} cannot be ${text}; it is a whole number from 1 to 999999`);
  }
  return Number(text);
}

await run(main, USAGE);
