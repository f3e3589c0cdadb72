import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import Piscina from 'piscina';
import { projectDigest } from '../cache/project-digest.ts';
import { prune } from '../cache/prune.ts';
import type { Batch, Task, ProcessedBatch, WorkerOptions } from './release-worker.ts';
import { textsIn } from './lazy-texts.ts';
import type { ProcessedRelease } from './read-release.ts';

/** Releases that are worth a worker thread. */
const ENOUGH = 50;
/** Bytes of rendered releases in the cache: those of 72,620 take two fifths of it. */
const MAX_CACHED = 2 ** 30;
/** Megabytes for a thread's young objects: with less, collecting garbage takes a tenth of the time. */
const YOUNG = 64;
/** The code that renders a release: `tests/structure/` compares it with the imports. */
export const RELEASE_CODE = [
  'src/archive',
  'src/markdown',
  'src/publish',
  'src/words',
  'src/load/read-release.ts',
  'src/load/release-worker.ts',
  'src/load/lazy-texts.ts',
  'package-lock.json',
];

export interface Workers {
  /** Reads and renders all releases of the archive, on all cores; the results are in the order of the tasks. */
  runAll(
    tasks: readonly Task[],
    onProgress?: (done: number, total: number) => void,
  ): Promise<{ releases: ProcessedRelease[]; reused: number }>;
  /** Reads and renders some of them again, without the cache. */
  runUncached(tasks: readonly Task[]): Promise<ProcessedRelease[]>;
  close(): Promise<void>;
}

/**
 * Starts the worker threads that read, check and render releases.
 * @param count how many releases there are: few need no second core.
 * @param folder where results are cached; without one, all releases are rendered.
 */
export async function startWorkers(
  options: Omit<WorkerOptions, 'cache'>,
  count: number,
  folder?: string,
): Promise<Workers> {
  const { contentDir, base, language } = options;
  const settings = JSON.stringify([base, language]);
  const cache = folder && { folder, digest: `${await projectDigest(RELEASE_CODE)} ${settings}` };
  const pool = new Piscina<Batch, ProcessedBatch>({
    filename: new URL('./release-worker.ts', import.meta.url).href,
    minThreads: 1,
    maxThreads: Math.max(1, Math.min(availableParallelism(), Math.ceil(count / ENOUGH))),
    workerData: { ...options, cache: cache || undefined } satisfies WorkerOptions,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
    trackUnmanagedFds: false, // texts are read from files that a thread has opened
  });
  const ofArchive = createHash('sha256').update(JSON.stringify([contentDir, settings]));
  const name = ofArchive.digest('hex').slice(0, 12);
  return {
    async runAll(tasks, onProgress) {
      const byPath = new Map<string, ProcessedRelease>();
      let reused = 0;
      const batches = [...Map.groupBy(tasks, monthOf)].map(async ([month, some]) => {
        const batch = await pool.run({ tasks: some, bundle: `${name}-${month}.bundle` });
        for (const one of received(batch)) byPath.set(one.path, one);
        reused += batch.reused;
        onProgress?.(byPath.size, tasks.length);
      });
      await Promise.all(batches);
      return { releases: tasks.map(({ path }) => byPath.get(path) as ProcessedRelease), reused };
    },
    runUncached: async (tasks) =>
      received(await pool.run({ tasks: [...tasks], bundle: undefined })),
    async close() {
      await pool.destroy();
      if (folder) await prune(folder, MAX_CACHED);
    },
  };
}

/** Adds to the bodies their texts, to be read when they are needed. */
function received({ releases, texts }: ProcessedBatch): ProcessedRelease[] {
  const withTexts = textsIn(texts);
  return releases.map(({ notes, text }) => {
    return { ...notes, body: notes.body && text && withTexts(notes.body, text) };
  });
}

/** The month whose releases are cached together: `2017-11`; `other` for a file without one in its name. */
const monthOf = ({ path }: Task) => /^\d{4}-\d{2}/.exec(basename(path))?.[0] ?? 'other';
