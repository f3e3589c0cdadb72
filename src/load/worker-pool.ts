import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import Piscina from 'piscina';
import { projectDigest } from '../cache/project-digest.ts';
import { prune } from '../cache/prune.ts';
import type { Batch, Task, WorkedBatch, WorkerOptions } from './release-worker.ts';
import { textsIn } from './lazy-texts.ts';
import type { WorkedRelease } from './read-release.ts';

/** Releases that are worth a worker thread. */
const ENOUGH = 50;
/** Bytes of rendered releases that are kept: those of 72,620 take two fifths of it. */
const MOST_KEPT = 2 ** 30;
/** Megabytes for what a thread has just made: with less, Node tidies up so often that it takes a tenth. */
const YOUNG = 64;
/** What makes a rendered release of a file: `tests/structure/` compares it with the imports. */
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
  /** Works through all releases of the archive, on all cores; the results stand in the order of the tasks. */
  runAll(
    tasks: readonly Task[],
    onProgress?: (done: number, total: number) => void,
  ): Promise<{ releases: WorkedRelease[]; kept: number }>;
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
  const keep = folder && { folder, digest: `${await projectDigest(RELEASE_CODE)} ${settings}` };
  const pool = new Piscina<Batch, WorkedBatch>({
    filename: new URL('./release-worker.ts', import.meta.url).href,
    minThreads: 1,
    maxThreads: Math.max(1, Math.min(availableParallelism(), Math.ceil(most / ENOUGH))),
    workerData: { ...options, keep: keep || undefined } satisfies WorkerOptions,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
    trackUnmanagedFds: false, // texts are read from files that a thread has opened
  });
  const ofArchive = createHash('sha256').update(JSON.stringify([contentDir, settings]));
  const name = ofArchive.digest('hex').slice(0, 12);
  return {
    async runAll(tasks, onProgress) {
      const byPath = new Map<string, WorkedRelease>();
      let kept = 0;
      const batches = [...Map.groupBy(tasks, monthOf)].map(async ([month, some]) => {
        const batch = await pool.run({ tasks: some, pack: `${name}-${month}.pack` });
        for (const one of received(batch)) byPath.set(one.path, one);
        kept += batch.kept;
        onProgress?.(byPath.size, tasks.length);
      });
      await Promise.all(batches);
      return { releases: tasks.map(({ path }) => byPath.get(path) as WorkedRelease), kept };
    },
    runAnew: async (tasks) => received(await pool.run({ tasks: [...tasks], pack: undefined })),
    async close() {
      await pool.destroy();
      if (folder) await prune(folder, MOST_KEPT);
    },
  };
}

/** Gives the bodies their texts, each to be read when it is asked for. */
function received({ releases, texts }: WorkedBatch): WorkedRelease[] {
  const withTexts = textsIn(texts);
  return releases.map(({ notes, text }) => {
    return { ...notes, body: notes.body && text && withTexts(notes.body, text) };
  });
}

/** What is kept together: `2017-11`. A file whose name has no month stands among others like it. */
const monthOf = ({ path }: Task) => /^\d{4}-\d{2}/.exec(basename(path))?.[0] ?? 'other';
