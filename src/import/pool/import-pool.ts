import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type ReadFailure, UnreadableSource } from '../read/document.ts';
import type { WorkerReply, WorkerRequest, SourceResult } from './import-worker.ts';
import type { Listed, ManyTask } from '../sources/list-many.ts';
import type { SourceItem } from '../sources/source-item.ts';

/**
 * Milliseconds that one file may take. A full PDF of 200 pages, the largest that is imported, takes a
 * few seconds: what takes two minutes would most likely never end.
 */
const TIME_LIMIT = 120_000;
/** Megabytes of memory that one file may take. */
const MEMORY_LIMIT = 2048;
/** Characters of a process's error output that are remembered. */
const STDERR_TAIL = 8192;

interface PoolOptions {
  /** Milliseconds that a file of this name may take. */
  timeLimit?: (name: string) => number;
  memoryLimit?: number;
  /** The module that processes run instead of the importer's own worker. */
  worker?: URL;
}

/** A request that waits for a process or for its reply. */
interface Job {
  request: WorkerRequest;
  limit: number;
  done(reply: WorkerReply): void;
  failed(failure: UnreadableSource): void;
}

/**
 * A pool of processes that read files, one for each core, so that a file that takes too long or crashes
 * its reader fails alone: its process is ended and replaced. They are not threads, since a thread that
 * runs out of memory can end the whole command.
 */
export class ImportPool {
  readonly size = availableParallelism();
  #options: PoolOptions;
  #waiting: Job[] = [];
  #idle: ChildProcess[] = [];
  #all = new Set<ChildProcess>();

  constructor(options: PoolOptions = {}) {
    this.#options = options;
  }

  /** Converts one source. */
  readonly convert = async (item: SourceItem): Promise<SourceResult> => {
    try {
      return (await this.#ask({ name: 'convert', task: item })) as SourceResult;
    } catch (cause) {
      if (!(cause instanceof UnreadableSource)) throw cause;
      const failure = { message: cause.message, hint: cause.hint };
      const bytes = item.bytes?.length ?? 0;
      return { name: item.name, sha256: undefined, bytes, document: undefined, failure };
    }
  };

  /**
   * Lists the sources in an export or a table.
   * @throws {UnreadableSource} if it is none, or takes too long.
   */
  readonly list = async (task: ManyTask): Promise<Listed> => {
    const reply = (await this.#ask({ name: 'list', task })) as Listed | ReadFailure;
    if ('sources' in reply) return reply;
    throw new UnreadableSource(reply.message, reply.hint);
  };

  /** Ends all processes, whatever they do. */
  async close(): Promise<void> {
    const ends = [...this.#all].map(async (child) => {
      child.kill('SIGKILL');
      await once(child, 'exit');
    });
    await Promise.all(ends);
  }

  #ask(request: WorkerRequest): Promise<WorkerReply> {
    const limit = this.#options.timeLimit?.(request.task.name) ?? TIME_LIMIT;
    return new Promise((done, failed) => {
      this.#waiting.push({ request, limit, done, failed });
      this.#next();
    });
  }

  #next(): void {
    if (this.#waiting.length === 0 || (this.#idle.length === 0 && this.#all.size >= this.size))
      return;
    const child = this.#idle.pop() ?? this.#start();
    this.#give(child, this.#waiting.shift() as Job);
  }

  #start(): ChildProcess {
    const { worker = new URL('./import-worker.ts', import.meta.url), memoryLimit = MEMORY_LIMIT } =
      this.#options;
    const child = fork(fileURLToPath(worker), [], {
      execArgv: [`--max-old-space-size=${memoryLimit}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#all.add(child);
    child.once('exit', () => {
      this.#all.delete(child);
      this.#idle = this.#idle.filter((one) => one !== child);
    });
    child.once('error', () => child.emit('close', null, null)); // it could not be started at all
    return child;
  }

  /** The time limit begins when the process says that it has begun: starting it is not the file's fault. */
  #give(child: ChildProcess, { request, limit, done, failed }: Job): void {
    let clock: NodeJS.Timeout | undefined;
    let isLate = false;
    let stderrTail = '';
    const onStderr = (chunk: Buffer) => {
      stderrTail = (stderrTail + chunk.toString()).slice(-STDERR_TAIL);
    };
    const onMessage = (message: WorkerReply | 'begun') => {
      if (message === 'begun') {
        if (!Number.isFinite(limit)) return;
        clock = setTimeout(() => {
          isLate = true;
          child.kill('SIGKILL');
        }, limit);
        return;
      }
      release();
      this.#idle.push(child);
      done(message);
      this.#next();
    };
    const onEnd = (code: number | null, signal: NodeJS.Signals | null) => {
      release();
      failed(isLate ? timedOut(limit) : crashed(stderrTail, code ?? signal));
      this.#next();
    };
    const release = () => {
      clearTimeout(clock);
      child.off('message', onMessage).off('close', onEnd);
      child.stderr?.off('data', onStderr);
    };
    child.stderr?.on('data', onStderr);
    child.on('message', onMessage).on('close', onEnd); // "exit" may come before the last output
    child.send(request, () => undefined); // if that fails, the process has ended, and "close" follows
  }
}

function timedOut(limit: number): UnreadableSource {
  const seconds = Math.max(1, Math.round(limit / 1000));
  const [count, unit] = seconds % 60 === 0 ? [seconds / 60, 'minute'] : [seconds, 'second'];
  return new UnreadableSource(
    `took longer than ${count} ${unit}${count === 1 ? '' : 's'} to read and was stopped`,
    'copy its text into a .txt file and import that, or write the release with npm run new',
  );
}

function crashed(stderrTail: string, end: number | string | null): UnreadableSource {
  if (end === 'SIGKILL' || /out of memory/i.test(stderrTail)) {
    return new UnreadableSource(
      'needs more memory than one file may have',
      'take pictures out of it or cut it into several files, or import its text as .txt',
    );
  }
  const [cause] = /(?<=^\w*Error(?: \[\w+\])?: ).+/m.exec(stderrTail) ?? [`it ended with ${end}`];
  return new UnreadableSource(
    `crashed its reader (${cause})`,
    'save it again or as another kind of file, or import its text as .txt',
  );
}
