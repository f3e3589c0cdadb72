import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import Piscina from 'piscina';
import { projectDigest } from './cache/project-digest.ts';
import { prune } from './cache/prune.ts';
import type { Batch, Task, WorkedBatch, WorkerOptions } from './release-worker.ts';
import { waitingBody } from './waiting-body.ts';
import type { WorkedRelease } from './work-release.ts';

/** Releases that are worth a worker thread. */
const ENOUGH = 50;
/** Bytes of rendered releases that are kept: those of 72,620 take two fifths of it. */
const MOST_KEPT = 2 ** 30;
/** Megabytes for what a thread has just made: with less, Node tidies up so often that it takes a tenth. */
const YOUNG = 64;
/** What makes a rendered release of a file. */
const CODE = [
  'src/archive',
  'src/markdown',
  'src/publish',
  'src/build/work-release.ts',
  'src/build/release-worker.ts',
  'package-lock.json',
];

export interface Workers {
  /** Works through all releases of the archive, on all cores; the results stand in the order of the tasks. */
  runAll(
    tasks: readonly Task[],
    onProgress?: (done: number, total: number) => void,
  ): Promise<WorkedBatch>;
  /** Works on some of them once more, past what is kept. */
  runAnew(tasks: readonly Task[]): Promise<WorkedRelease[]>;
  close(): Promise<void>;
}

/**
 * @param most how many releases there are to work on: few need no second core.
 * @param folder where what is made of them is kept; without one, all are made anew.
 */
export async function startWorkers(
  options: Omit<WorkerOptions, 'keep'>,
  most: number,
  folder?: string,
): Promise<Workers> {
  const { contentDir, base, language } = options;
  const settings = JSON.stringify([base, language]);
  const keep = folder && { folder, digest: `${await projectDigest(CODE)} ${settings}` };
  const pool = new Piscina<Batch, WorkedBatch>({
    filename: new URL('./release-worker.ts', import.meta.url).href,
    minThreads: 1,
    maxThreads: Math.max(1, Math.min(availableParallelism(), Math.ceil(most / ENOUGH))),
    workerData: { ...options, keep: keep || undefined } satisfies WorkerOptions,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  });
  const ofArchive = createHash('sha256').update(JSON.stringify([contentDir, settings]));
  const name = ofArchive.digest('hex').slice(0, 12);
  return {
    async runAll(tasks, onProgress) {
      let done = 0;
      const batches = await Promise.all(
        [...Map.groupBy(tasks, monthOf)].map(async ([month, some]) => {
          const batch = received(await pool.run({ tasks: some, pack: `${name}-${month}.pack` }));
          done += some.length;
          onProgress?.(done, tasks.length);
          return batch;
        }),
      );
      const byPath = new Map(
        batches.flatMap(({ releases }) => releases).map((one) => [one.path, one]),
      );
      return {
        releases: tasks.map(({ path }) => byPath.get(path) as WorkedRelease),
        kept: batches.reduce((sum, { kept }) => sum + kept, 0),
      };
    },
    runAnew: async (tasks) =>
      received(await pool.run({ tasks: [...tasks], pack: undefined })).releases,
    async close() {
      await pool.destroy();
      if (folder) await prune(folder, MOST_KEPT);
    },
  };
}

/** At once, so that strings of bodies do not wait beside their bytes until all are read. */
function received({ releases, kept }: WorkedBatch): WorkedBatch {
  const waiting = releases.map((one) => ({ ...one, body: one.body && waitingBody(one.body) }));
  return { releases: waiting, kept };
}

/** What is kept together: `2017-11`. A file whose name has no month stands among others like it. */
const monthOf = ({ path }: Task) => /^\d{4}-\d{2}/.exec(basename(path))?.[0] ?? 'other';
