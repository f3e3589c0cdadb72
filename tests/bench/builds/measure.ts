import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** A program to run, with what it is given of the environment beside our own. */
export interface Command {
  program: string;
  args: string[];
  folder: string;
  environment?: Record<string, string>;
}

/** What a command cost; processor time and memory only where there is a `/proc`, as on Linux. */
export interface Cost {
  /** Seconds that passed. */
  seconds: number;
  /** Seconds of processor time of all its processes. */
  cpu?: number | undefined;
  /** Bytes of the largest process at its largest. */
  largest?: number | undefined;
  /** Bytes of all processes together at their largest; what they share counts for each. */
  all?: number | undefined;
}

const POLL = 100; // milliseconds between two looks at the memory
const TICKS = 100; // in a second: what Linux tells programs, whatever it uses itself
const SAID = 4000; // characters of the last words that are reported
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
/** Where a command is a group of its own, it is ended with all that it has started. */
const hasGroups = process.platform !== 'win32';
const hasProc = existsSync('/proc/self/stat');

/**
 * Runs a command to its end.
 * @throws {Error} with its last words if it fails.
 */
export async function measure({ program, args, folder, environment }: Command): Promise<Cost> {
  const [start, before] = [performance.now(), endedCpu()];
  const child = spawn(program, args, {
    cwd: folder,
    detached: hasGroups,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-SAID)));
  }
  const memory = new TreeMemory(child.pid ?? -1);
  const timer = hasProc ? setInterval(() => memory.sample(), POLL) : undefined;
  const stop = () => {
    if (hasGroups && child.pid !== undefined) process.kill(-child.pid);
    else child.kill();
    process.exit(1);
  };
  for (const signal of SIGNALS) process.once(signal, stop);
  try {
    const status = await new Promise((resolve, reject) => {
      child.once('error', reject).once('close', resolve);
    });
    if (status !== 0) throw new Error(said.trim() || `It ended with status ${status}`);
    const seconds = (performance.now() - start) / 1000;
    if (!hasProc) return { seconds };
    const { largest, all } = memory;
    return {
      seconds,
      cpu: endedCpu() - before,
      largest: largest || undefined,
      all: all || undefined,
    };
  } finally {
    clearInterval(timer);
    for (const signal of SIGNALS) process.off(signal, stop);
  }
}

/**
 * Two commands after one another. What is not known of one counts for nothing: it may have ended before
 * its memory was looked at.
 */
export function together(first: Cost, second: Cost): Cost {
  const of = (name: 'cpu' | 'largest' | 'all', join: (a: number, b: number) => number) => {
    const [a, b] = [first[name], second[name]];
    return a === undefined || b === undefined ? (a ?? b) : join(a, b);
  };
  return {
    seconds: first.seconds + second.seconds,
    cpu: of('cpu', (a, b) => a + b),
    largest: of('largest', Math.max),
    all: of('all', Math.max),
  };
}

/** Seconds of processor time of the processes below ours that have ended. */
function endedCpu(): number {
  if (!hasProc) return 0;
  // proc_pid_stat(5): `cutime` and `cstime` are the 16th and 17th, the name before may hold spaces.
  const fields = afterName(readFileSync('/proc/self/stat', 'utf8'));
  return (Number(fields[13]) + Number(fields[14])) / TICKS;
}

/** The fields of a `stat` file from the third on. */
const afterName = (stat: string) => stat.slice(stat.lastIndexOf(')') + 2).split(' ');

/** How much memory a process and all below it take, at their largest so far, in bytes. */
class TreeMemory {
  largest = 0;
  all = 0;
  #root: number;

  constructor(root: number) {
    this.#root = root;
  }

  sample(): void {
    let all = 0;
    for (const [id, parent] of processesBelow(this.#root)) {
      // One that has just been split off has its parent's memory, until it becomes another program.
      if (parent !== undefined && commandLine(id) === commandLine(parent)) continue;
      const status = readProc(`${id}/status`);
      const bytes = (name: string) =>
        1024 * Number(status.match(new RegExp(`^${name}:\\s*(\\d+) kB`, 'm'))?.[1] ?? 0);
      all += bytes('VmRSS');
      this.largest = Math.max(this.largest, bytes('VmHWM')); // its own record since it began
    }
    this.all = Math.max(this.all, all);
  }
}

const commandLine = (id: number) => readProc(`${id}/cmdline`);

/** A process and all below it, each with its parent among them. */
function processesBelow(root: number): [id: number, parent: number | undefined][] {
  const children = Map.groupBy(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number),
    (id) => Number(afterName(readProc(`${id}/stat`))[1]),
  );
  const found: [number, number | undefined][] = [[root, undefined]];
  for (const [id] of found) {
    found.push(...(children.get(id) ?? []).map((child): [number, number] => [child, id]));
  }
  return found;
}

/** A process may have ended since it was listed: then nothing. */
function readProc(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, 'utf8');
  } catch {
    return '';
  }
}
