import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { resolve } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { beginCoverage, endCoverage, type RoomCoverage } from './coverage.ts';

/** Files at a time: more than a small machine has cores, since tests wait for browsers and disks a lot. */
const CONCURRENCY = 4;
/** Milliseconds for a process that was asked to end, in which it may close its browser. */
const GRACE = 5000;

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  /** Seconds that each file took. */
  seconds: Map<string, number>;
  /** Empty if it is not measured. */
  coverage: RoomCoverage[];
}

/**
 * Runs test files, each in a process of its own, and prints what they report.
 * @param limit seconds for one file. Node's own `timeout` is one for each test: it never ends a
 *   process that has something open when its tests have ended, or that doesn't let others have a turn.
 */
export async function runFiles(
  files: readonly string[],
  limit: number,
  { coverage = false } = {},
): Promise<Counts> {
  const count: Counts = { passed: 0, failed: 0, skipped: 0, seconds: new Map(), coverage: [] };
  if (files.length === 0) return count;
  const watch = new Watch(files, limit);
  const failed = new Set<string>();
  const reports = coverage ? await beginCoverage() : undefined;
  const stream = run({ files: [...files], concurrency: CONCURRENCY });
  stream.on('test:dequeue', (test) => watch.begin(test));
  stream.on('test:complete', (test) => {
    watch.end(test);
    const { name, details } = test;
    if (files.includes(name)) count.seconds.set(name, details.duration_ms / 1000);
  });
  stream.on('test:pass', ({ details, skip, todo }) => {
    if (details.type === 'suite') return;
    if (skip !== undefined || todo !== undefined) count.skipped++;
    else count.passed++;
  });
  stream.on('test:fail', ({ details, file }) => {
    if (file !== undefined) failed.add(file);
    if (details.type !== 'suite') count.failed++;
  });
  await new Promise((done) => {
    stream.compose(spec()).on('end', done).pipe(process.stdout, { end: false });
  });
  count.failed += watch.stop().filter((file) => !failed.has(file)).length;
  if (reports !== undefined) count.coverage = await endCoverage(reports);
  return count;
}

interface Test {
  name: string;
  file?: string | undefined;
  line?: number | undefined;
  nesting: number;
}

/** Ends the processes of files that take too long, and says what was running in them. */
class Watch {
  readonly #files: Map<string, string>;
  readonly #limit: number;
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #running = new Map<string, Test[]>();
  readonly #ended: string[] = [];

  constructor(files: readonly string[], limit: number) {
    this.#files = new Map(files.map((file) => [resolve(file), file]));
    this.#limit = limit;
    subscribe('child_process', this.#onProcess);
  }

  /** @returns the files that were ended, by their whole paths. */
  stop(): string[] {
    unsubscribe('child_process', this.#onProcess);
    for (const timer of this.#timers) clearTimeout(timer);
    return this.#ended;
  }

  begin(test: Test) {
    const { file = '', name } = test;
    if (name !== this.#files.get(file)) this.#running.set(file, [...this.#runningIn(file), test]);
  }

  end({ file = '', name, line, nesting }: Test) {
    const left = this.#runningIn(file).filter(
      (test) => test.name !== name || test.line !== line || test.nesting !== nesting,
    );
    this.#running.set(file, left);
  }

  #stateOf(file: string): string {
    const running = this.#runningIn(file).map(({ name, line }) => `“${name}” (line ${line})`);
    if (running.length > 0) return `Running then: ${running.join(', in it ')}`;
    return this.#running.has(file)
      ? 'No test was running: something is left open, such as a server or a program'
      : 'It had not reported a test: it still loaded, or one never let others have a turn';
  }

  #runningIn(file: string): Test[] {
    return this.#running.get(file) ?? [];
  }

  /** Node tells here of each process that this one starts; those of test files have one in their words. */
  readonly #onProcess = (message: unknown) => {
    const { process: child } = message as { process: ChildProcess };
    child.once('spawn', () => {
      const words = child.spawnargs.map((word) => resolve(word));
      const file = words.find((word) => this.#files.has(word));
      if (file === undefined) return;
      const timer = setTimeout(() => this.#endProcess(child, file), this.#limit * 1000);
      this.#timers.add(timer);
      child.once('exit', () => clearTimeout(timer));
    });
  };

  #endProcess(child: ChildProcess, file: string) {
    console.error(
      `${this.#files.get(file)} took longer than ${this.#limit} seconds and is ended. ` +
        this.#stateOf(file),
    );
    this.#ended.push(file);
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), GRACE);
    this.#timers.add(timer);
    child.once('exit', () => clearTimeout(timer));
  }
}
