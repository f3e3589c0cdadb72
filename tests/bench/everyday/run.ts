import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { releasePath } from '../../../src/archive/release.ts';
import { counted } from '../../../src/cli/report.ts';
import { type Builder, LeftOut, prepareBuilder } from '../builds/builders.ts';
import { BenchContent } from '../builds/content.ts';
import { type Cost, measure, together } from '../builds/measure.ts';
import { measurePreview } from './preview.ts';
import { checkOut, editMiddle, type Project, projectIn } from './projects.ts';
import { type Contestant, type EverydayRow, type Step, STEPS } from './steps.ts';
import { everydayTable } from './table.ts';

/** Before the work on what a change costs: what the project is compared with unless another commit is named. */
const BEFORE = '8388a3d';

export interface EverydayOptions {
  cacheDir: string;
  releases: number;
  isMadeUp: boolean;
  /** How often everything is measured; the middle one counts. */
  runs: number;
  contestants: readonly Contestant[];
  /** All of them unless said otherwise; a step may need those before it. */
  steps?: readonly Step[];
  /** Called with what is being done. */
  say: (line: string) => void;
}

/** Measures what a day's work costs, with this project and others side by side. @returns a table. */
export async function benchEveryday(options: EverydayOptions): Promise<string> {
  const { cacheDir, releases, isMadeUp, runs, contestants, steps = STEPS, say } = options;
  const home = resolve(cacheDir, 'bench');
  const folder = join(home, 'everyday');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  try {
    say(`${counted(releases, 'release')}: laying them out`);
    const content = await BenchContent.lay(join(folder, 'content'), releases, isMadeUp);
    const places = { folder, home, content };
    const [ready, leftOut] = await prepareAll(contestants, places, say);
    const rows: EverydayRow[] = [];
    for (let run = 1; run <= runs; run++) {
      for (const { contestant, name, measureAll } of ready) {
        for await (const [step, cost] of measureAll(steps)) {
          const which = runs > 1 ? `, ${run} of ${runs}` : '';
          say(`${name}, ${step}${which}: ${cost.seconds.toFixed(1)} s`);
          rows.push({ contestant, name, step, cost });
        }
      }
    }
    const middle = medians(rows);
    const file = join(home, 'everyday.json');
    const about = { releases, isMadeUp, runs, rows, leftOut };
    await writeFile(file, `${JSON.stringify(about, null, 2)}\n`);
    const head = `${counted(releases, 'release')}, ${Math.round(content.bytes / 1e6)} MB, the middle of ${runs}`;
    return [head, everydayTable(middle), ...leftOut, `All numbers: ${file}`].join('\n');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Places {
  folder: string;
  home: string;
  content: BenchContent;
}

interface Ready {
  contestant: Contestant;
  name: string;
  measureAll: (steps: readonly Step[]) => AsyncGenerator<[Step, Cost]>;
}

async function prepareAll(
  contestants: readonly Contestant[],
  { folder, home, content }: Places,
  say: (line: string) => void,
): Promise<[Ready[], leftOut: string[]]> {
  const prepare: Record<Contestant, () => Promise<Omit<Ready, 'contestant'>>> = {
    ours: () => Promise.resolve(asReady('On the Record', resolve('.'))),
    before: async () => asReady(`at ${BEFORE}`, await checkOut(BEFORE, home, say)),
    hugo: async () => {
      const workshop = { folder, content: content.folder, packages: home, say };
      const builder = await prepareBuilder('hugo', workshop);
      const measureAll = (steps: readonly Step[]) => measureBuilder(builder, content, steps);
      return { name: `${builder.name} + Pagefind`, measureAll };
    },
  };
  const asReady = (name: string, checkout: string) => {
    const project = projectIn(checkout, {
      name,
      home: join(folder, name.replaceAll(' ', '-')),
      laidOut: content.folder,
    });
    return { name, measureAll: (steps: readonly Step[]) => measureProject(project, steps) };
  };
  const [ready, leftOut]: [Ready[], string[]] = [[], []];
  for (const contestant of contestants) {
    try {
      ready.push({ contestant, ...(await prepare[contestant]()) });
    } catch (cause) {
      if (!(cause instanceof LeftOut)) throw cause;
      leftOut.push(`${contestant} is left out: ${cause.message}`);
    }
  }
  return [ready, leftOut];
}

async function* measureProject(
  project: Project,
  steps: readonly Step[],
): AsyncGenerator<[Step, Cost]> {
  const run = (command: string) => measure(project.command(command));
  const edit = () => editMiddle(project.content);
  const after = (command: string) => async () => {
    await edit();
    return run(command);
  };
  const work: Record<Exclude<Step, `preview: ${string}`>, () => Promise<Cost>> = {
    'cold build': () => run('build'),
    'build, nothing changed': () => run('build'),
    'build after one edit': after('build'),
    'check after one edit': after('check'),
    'first record': () => run('record'),
    'check after the first record': () => run('check'),
    'build after the first record': () => run('build'),
    'record after one edit': after('record'),
  };
  await project.clean();
  for (const step of steps) {
    if (step === 'preview: an edit') continue; // measured with the first page
    if (step !== 'preview: first page') {
      yield [step, await work[step]()];
      continue;
    }
    const id = await edit();
    const preview = (port: string) => project.command('dev', { PORT: port });
    const costs = await measurePreview(preview, { path: releasePath(id), edit });
    yield [step, costs.first];
    yield ['preview: an edit', costs.edit];
  }
}

/** A builder that builds alone, and whose site Pagefind indexes then. */
async function* measureBuilder(
  { build, index, clean }: Builder,
  content: BenchContent,
  steps: readonly Step[],
): AsyncGenerator<[Step, Cost]> {
  const both = async () => {
    const cost = await measure(build);
    return index ? together(cost, await measure(index)) : cost;
  };
  await clean();
  for (const step of ['cold build', 'build, nothing changed', 'build after one edit'] as const) {
    if (!steps.includes(step)) continue;
    if (step === 'build after one edit') await content.change('one edited');
    yield [step, await both()];
  }
  await content.restore();
}

/** Of each contestant's rows of a step the middle one, by processor time where it is known. */
export function medians(rows: readonly EverydayRow[]): EverydayRow[] {
  const by = ({ cost }: EverydayRow) => cost.cpu ?? cost.seconds;
  const groups = Map.groupBy(rows, ({ contestant, step }) => `${contestant} ${step}`);
  return [...groups.values()].flatMap((group) => {
    const sorted = group.toSorted((a, b) => by(a) - by(b));
    return sorted[Math.floor((sorted.length - 1) / 2)] ?? [];
  });
}
