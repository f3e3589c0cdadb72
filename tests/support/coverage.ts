import { readFileSync } from 'node:fs';
import { glob, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { type EventData, run } from 'node:test';
import ts from 'typescript';

/** What is measured. Pages and components run as a bundle of Astro's, which nothing maps back to them. */
const MEASURED = ['src/**/*.ts', 'src/**/*.mjs'];
const UNMEASURED = ['src/components/**', 'src/pages/**', '**/*.d.ts'];

/** The least part of each room's lines that tests must run, in percent, by the room's name. */
const THRESHOLDS = '.config/coverage.json';

export interface RoomCoverage {
  room: string;
  lines: number;
  run: number;
}

type Summary = EventData.TestCoverage['summary'];

/**
 * Has all processes that are started from now on report what they run.
 * @returns the folder of their reports.
 */
export async function beginCoverage(): Promise<string> {
  const reports = await mkdtemp(join(tmpdir(), 'on-the-record-coverage-'));
  process.env['NODE_V8_COVERAGE'] = reports;
  return reports;
}

/**
 * Counts the lines of each room of `src/` that were run, in processes and threads that tests started too.
 * A file that none of them loaded counts with all its lines, unless it has nothing but types.
 * @param reports the folder of `beginCoverage`, which is deleted.
 */
export async function endCoverage(reports: string): Promise<RoomCoverage[]> {
  delete process.env['NODE_V8_COVERAGE'];
  try {
    return await coverageOfRooms(await summaryOf(reports));
  } finally {
    await rm(reports, { recursive: true, force: true });
  }
}

/** Lets Node put the reports together, which it does for test files alone. */
async function summaryOf(reports: string): Promise<Summary> {
  process.env['COVERAGE_REPORTS'] = reports;
  const events = run({
    files: [join(import.meta.dirname, 'collect-coverage.ts')],
    coverage: true,
    coverageIncludeGlobs: MEASURED,
  });
  for await (const { type, data } of events) if (type === 'test:coverage') return data.summary;
  throw new Error('Node could not count the lines that tests run');
}

async function coverageOfRooms(summary: Summary): Promise<RoomCoverage[]> {
  const measured = new Map(
    summary.files.map(({ path, totalLineCount, coveredLineCount }) => [
      pathOf(path),
      { lines: totalLineCount, run: coveredLineCount },
    ]),
  );
  const rooms = new Map<string, RoomCoverage>();
  const files = await Array.fromAsync(glob(MEASURED, { exclude: UNMEASURED }));
  for (const file of files.map(pathOf).sort()) {
    const { lines, run } = measured.get(file) ?? { lines: linesOfCode(file), run: 0 };
    const room = file.split('/')[1] ?? file;
    const sum = rooms.get(room) ?? { room, lines: 0, run: 0 };
    rooms.set(room, { room, lines: sum.lines + lines, run: sum.run + run });
  }
  return [...rooms.values()].filter(({ lines }) => lines > 0);
}

/** A table of the rooms, with the part of their lines that was run, in percent. */
export function coverageTable(rooms: readonly RoomCoverage[]): string {
  const width = Math.max(...rooms.map(({ room }) => room.length));
  const rows = rooms.map((sum) => {
    const percent = percentOf(sum).toFixed(1).padStart(6);
    return `  ${sum.room.padEnd(width)} ${percent} % of ${String(sum.lines).padStart(5)}`;
  });
  return ['Lines of src/ that tests run:', ...rows].join('\n');
}

/** What is wrong with the coverage of all tests. @param thresholds percent by room. */
export function coverageProblems(
  rooms: readonly RoomCoverage[],
  thresholds: Readonly<Record<string, number>>,
): string[] {
  const problems = rooms.flatMap((sum) => {
    const { room } = sum;
    const [percent, threshold] = [percentOf(sum), thresholds[room]];
    if (threshold === undefined) {
      const entry = `${JSON.stringify(room)}: ${Math.floor(percent)}`;
      return `src/${room} has no threshold; add ${entry} to ${THRESHOLDS}`;
    }
    if (percent >= threshold) return [];
    return `src/${room}: tests run ${percent} % of its lines, and ${THRESHOLDS} asks for ${threshold} %; test what is new there`;
  });
  const former = Object.keys(thresholds).filter((name) => !rooms.some(({ room }) => room === name));
  return [
    ...problems,
    ...former.map((room) => `${THRESHOLDS} has a threshold for src/${room}, which has no code`),
  ];
}

/** Rounded down to a tenth: 99.99 is not all. */
const percentOf = ({ lines, run }: RoomCoverage) => Math.floor((1000 * run) / lines) / 10;

/** @throws {Error} if the file is missing or is not JSON. */
export async function readThresholds(): Promise<Record<string, number>> {
  return JSON.parse(await readFile(THRESHOLDS, 'utf8')) as Record<string, number>;
}

const pathOf = (file: string) => relative('', resolve(file)).replaceAll('\\', '/');

/** The lines of a file; 0 if nothing is left of it without types and comments. */
function linesOfCode(file: string): number {
  const text = readFileSync(file, 'utf8');
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ESNext,
      removeComments: true,
    },
  });
  return outputText.trim() === 'export {};' ? 0 : text.trimEnd().split('\n').length;
}
