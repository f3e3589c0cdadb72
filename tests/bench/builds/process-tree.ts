import { existsSync, readdirSync, readFileSync } from 'node:fs';

const TICKS = 100; // in a second: what Linux tells programs, whatever it uses itself

/** Whether processes can be looked at, as on Linux. */
export const hasProc = existsSync('/proc/self/stat');

/** Seconds of processor time of the processes below ours that have ended. */
export function endedCpu(): number {
  if (!hasProc) return 0;
  const { ended } = ticksOf('self');
  return ended / TICKS;
}

/**
 * Seconds of processor time of a process and all below it, also of those that have ended.
 * @param before seconds that do not count.
 * @returns undefined where processes cannot be looked at.
 */
export function treeCpu(root: number, before = 0): number | undefined {
  if (!hasProc) return undefined;
  const all = processesBelow(root).map(([id]) => ticksOf(String(id)));
  return all.reduce((sum, { own, ended }) => sum + own + ended, 0) / TICKS - before;
}

/** proc_pid_stat(5): `utime`, `stime`, `cutime` and `cstime` are the 14th to 17th; the name before may hold spaces. */
function ticksOf(process: string): { own: number; ended: number } {
  const fields = afterName(readProc(`${process}/stat`));
  const [user = 0, system = 0, children = 0, ofChildren = 0] = fields.slice(11, 15).map(Number);
  return { own: user + system, ended: children + ofChildren };
}

/** The fields of a `stat` file from the third on. */
const afterName = (stat: string) => stat.slice(stat.lastIndexOf(')') + 2).split(' ');

/** How much memory a process and all below it take, at their largest so far, in bytes. */
export class TreeMemory {
  largest = 0;
  all = 0;
  #root: number;

  constructor(root: number) {
    this.#root = root;
  }

  sample(): void {
    if (!hasProc) return;
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
