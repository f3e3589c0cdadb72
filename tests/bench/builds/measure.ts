import { spawn } from 'node:child_process';
import { endedCpu, hasProc, TreeMemory } from './process-tree.ts';

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
const SAID = 4000; // characters of the last words that are reported
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
/** Where a command is a group of its own, it is ended with all that it has started. */
const hasGroups = process.platform !== 'win32';

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
