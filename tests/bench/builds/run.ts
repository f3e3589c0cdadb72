import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { counted } from '../../../src/cli/report.ts';
import {
  type Builder,
  type BuilderKey,
  LeftOut,
  prepareBuilder,
  type Workshop,
} from './builders.ts';
import { BenchContent, type Change, CHANGES } from './content.ts';
import { growthTable } from './growth.ts';
import { type Cost, measure, together } from './measure.ts';
import { sizeTable } from './table.ts';

export interface BuildBenchOptions {
  cacheDir: string;
  sizes: readonly number[];
  builders: readonly BuilderKey[];
  /** How often everything is measured; the middle one counts. */
  runs: number;
  /** Whether the releases are made up. */
  isMadeUp: boolean;
  /** What is done before a build, one after the other; all of it unless said otherwise. */
  changes?: readonly Change[];
  /** Told of what is being done. */
  say: (line: string) => void;
  /** Called with each table as soon as it is complete. */
  print: (text: string) => void;
}

/** What one build cost, after one change. */
export interface Row {
  key: BuilderKey;
  builder: string;
  change: Change;
  build: Cost;
  index?: Cost | undefined;
  both: Cost;
  /** Of the built site. */
  files: number;
  bytes: number;
}

/** Everything that was measured on so many releases. */
export interface Measured {
  releases: number;
  /** Bytes of the releases. */
  content: number;
  rows: Row[];
  /** Builders that cannot be had here and why, a line each. */
  leftOut: string[];
}

/**
 * Builds the same releases with each builder in turn, prints what it cost, and keeps it as JSON.
 * @returns what went wrong, a line each.
 */
export async function benchBuilds(options: BuildBenchOptions): Promise<string[]> {
  const home = resolve(options.cacheDir, 'bench');
  const sizes: Measured[] = [];
  const faults: string[] = [];
  for (const releases of options.sizes) {
    const folder = join(home, 'builds');
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    try {
      const measured = await measureSize(releases, { folder, home, options, faults });
      sizes.push(measured);
      options.print(sizeTable(measured));
    } catch (cause) {
      if (!(cause instanceof RangeError)) throw cause;
      faults.push(`${counted(releases, 'release')}: ${cause.message}`);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  if (faults.length === 0 && sizes.every(({ rows }) => rows.length === 0)) {
    faults.push('Nothing was measured.');
  }
  if (sizes.length > 1) options.print(growthTable(sizes));
  const file = join(home, 'builds.json');
  const { runs, isMadeUp } = options;
  await writeFile(file, `${JSON.stringify({ runs, isMadeUp, sizes, faults }, null, 2)}\n`);
  options.print(`All numbers: ${file}`);
  return faults;
}

interface Place {
  /** Where builders work. */
  folder: string;
  /** Where packages are installed. */
  home: string;
  options: BuildBenchOptions;
  /** Takes what goes wrong with a builder: the others go on. */
  faults: string[];
}

async function measureSize(
  releases: number,
  { folder, home, options, faults }: Place,
): Promise<Measured> {
  const { builders, runs, isMadeUp, say } = options;
  const size = counted(releases, 'release');
  say(`${size}: laying them out`);
  const content = await BenchContent.lay(join(folder, 'content'), releases, isMadeUp);
  const workshop: Workshop = { folder, content: content.folder, packages: home, say };
  const { ready, leftOut } = await prepareAll(builders, workshop);
  const rows: Row[] = [];
  for (let run = 1; run <= runs; run++) {
    for (const builder of ready) {
      const tell = (change: Change) =>
        say(`${size}: ${builder.name}, ${change}${runs > 1 ? `, ${run} of ${runs}` : ''}`);
      try {
        rows.push(...(await measureBuilder(builder, content, options.changes ?? CHANGES, tell)));
      } catch (cause) {
        faults.push(`${builder.name} failed with ${size}: ${(cause as Error).message}`);
      }
      await content.restore();
      await builder.clean(); // room on the disk for the next one
    }
  }
  return { releases, content: content.bytes, rows: medians(rows), leftOut };
}

async function prepareAll(keys: readonly BuilderKey[], workshop: Workshop) {
  const [ready, leftOut]: [Builder[], string[]] = [[], []];
  for (const key of keys) {
    try {
      ready.push(await prepareBuilder(key, workshop));
    } catch (cause) {
      if (!(cause instanceof LeftOut)) throw cause;
      leftOut.push(`${key} is left out: ${cause.message}`);
    }
  }
  return { ready, leftOut };
}

async function measureBuilder(
  builder: Builder,
  content: BenchContent,
  changes: readonly Change[],
  tell: (change: Change) => void,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const change of changes) {
    tell(change);
    if (change === 'cold') await builder.clean();
    await content.change(change);
    rows.push(await measureOnce(builder, change));
  }
  return rows;
}

async function measureOnce(builder: Builder, change: Change): Promise<Row> {
  const build = await measure(builder.build);
  const index = builder.index && (await measure(builder.index));
  const both = index ? together(build, index) : build;
  const { key, name } = builder;
  return { key, builder: name, change, build, index, both, ...(await weigh(builder.site)) };
}

/** Files and their bytes below a folder. */
async function weigh(folder: string): Promise<{ files: number; bytes: number }> {
  let [files, bytes] = [0, 0];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    files++;
    bytes += (await stat(join(entry.parentPath, entry.name))).size;
  }
  return { files, bytes };
}

/** Of the rows of all runs the middle one of each builder and change, by its seconds. */
function medians(rows: readonly Row[]): Row[] {
  const groups = Map.groupBy(rows, ({ key, change }) => `${key} ${change}`);
  return [...groups.values()].map((group) => {
    const sorted = group.toSorted((a, b) => a.both.seconds - b.both.seconds);
    return sorted[Math.floor((sorted.length - 1) / 2)] as Row;
  });
}
