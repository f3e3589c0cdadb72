import { availableParallelism } from 'node:os';
import Piscina from 'piscina';
import type { Task, WorkedRelease, WorkerOptions } from './release-worker.ts';

/** Files for a worker at a time: enough that messages cost little, few enough that cores end together. */
const BATCH = 50;

export interface Workers {
  /** Works through releases on all cores; the results stand in the order of the tasks. */
  run(
    tasks: readonly Task[],
    onProgress?: (done: number, total: number) => void,
  ): Promise<WorkedRelease[]>;
  close(): Promise<void>;
}

/** @param most how many releases there are to work on: few need no second core. */
export function startWorkers(workerData: WorkerOptions, most: number): Workers {
  const pool = new Piscina<Task[], WorkedRelease[]>({
    filename: new URL('./release-worker.ts', import.meta.url).href,
    minThreads: 1,
    maxThreads: Math.max(1, Math.min(availableParallelism(), Math.ceil(most / BATCH))),
    workerData,
    resourceLimits: { maxYoungGenerationSizeMb: 32 },
  });
  return {
    async run(tasks, onProgress) {
      const batches = Array.from({ length: Math.ceil(tasks.length / BATCH) }, (_, n) =>
        tasks.slice(n * BATCH, (n + 1) * BATCH),
      );
      let done = 0;
      const worked = await Promise.all(
        batches.map(async (batch) => {
          const releases = await pool.run(batch);
          done += batch.length;
          onProgress?.(done, tasks.length);
          return releases;
        }),
      );
      return worked.flat();
    },
    close: () => pool.destroy(),
  };
}
