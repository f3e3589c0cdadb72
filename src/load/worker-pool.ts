import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import Piscina from 'piscina';
import type { Problem } from '../archive/problem.ts';
import { projectDigest } from '../cache/project-digest.ts';
import { prune } from '../cache/prune.ts';
import type { Batch, ProcessedBatch, ReleaseNotes, Task } from './release-batch.ts';
import { BatchProcessor, type ProcessorOptions } from './batch-processor.ts';
import { cachedMonth, stampOf } from './cached-month.ts';
import { textsIn } from './lazy-texts.ts';
import type { ProcessedRelease } from './read-release.ts';

/** Releases that are worth a worker thread: it loads all anew that this one has loaded. */
const ENOUGH = 50;
/** Bytes of rendered releases in the cache: those of 72,620 take two fifths of it. */
const MAX_CACHED = 2 ** 30;
/** Megabytes for a thread's young objects: with less, collecting garbage takes a tenth of the time. */
const YOUNG = 64;
/** The code that renders a release: `tests/structure/` compares it with the imports. */
export const RELEASE_CODE = [
  'src/archive',
  'src/attribution',
  'src/echoes/sketch.ts',
  'src/echoes/word-pairs.ts',
  'src/markdown',
  'src/publish',
  'src/words',
  'src/load/read-release.ts',
  'src/load/release-attributions.ts',
  'src/load/batch-processor.ts',
  'src/load/lazy-texts.ts',
  'src/load/cached-month.ts',
  'src/load/whereabouts.ts',
  'package-lock.json',
];

/** Called with the number of releases read so far, and of all. */
export type OnProgress = (done: number, total: number) => void;

export interface Workers {
  /** Reads and renders all releases of the archive, on all cores; the results are in the order of the tasks. */
  runAll(
    tasks: readonly Task[],
    options: { skipsTexts: boolean; onProgress?: OnProgress | undefined },
  ): Promise<{ releases: ProcessedRelease[]; reused: number }>;
  /** Reads and renders some of them again, without the cache. */
  runUncached(tasks: readonly Task[]): Promise<ProcessedRelease[]>;
  close(): Promise<void>;
}

/**
 * Starts the worker threads that read, check and render releases.
 * @param folder where results are cached; without one, all releases are rendered.
 */
export async function startWorkers(
  options: Omit<ProcessorOptions, 'cache'>,
  folder?: string,
): Promise<Workers> {
  const { contentDir, base, language, media } = options;
  const settings = JSON.stringify([base, language]);
  const code = `${await projectDigest(RELEASE_CODE)} ${settings}`;
  const cache = folder === undefined ? undefined : { folder, digest: code };
  const processing: ProcessorOptions = { ...options, cache };
  const here = new BatchProcessor(processing);
  let pool: Piscina<Batch, ProcessedBatch> | undefined;
  /** Started for the first releases that must be read: where hardly any has changed, none is. */
  const start = (tasks: number) =>
    (pool ??= new Piscina<Batch, ProcessedBatch>({
      filename: new URL('./release-worker.ts', import.meta.url).href,
      minThreads: 1,
      maxThreads: Math.min(availableParallelism(), Math.ceil(tasks / ENOUGH)),
      workerData: processing,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
      trackUnmanagedFds: false, // texts are read from files that a thread has opened
    }));
  /** @param tasks how many there are in all batches. */
  const run = (batch: Batch, tasks: number) =>
    tasks < ENOUGH ? here.run(batch) : start(tasks).run(batch);
  const ofArchive = createHash('sha256').update(JSON.stringify([contentDir, settings]));
  const name = ofArchive.digest('hex').slice(0, 12);
  return {
    async runAll(tasks, { skipsTexts, onProgress }) {
      const byPath = new Map<string, ProcessedRelease>();
      let reused = 0;
      const add = (batch: ProcessedBatch) => {
        for (const one of received(batch, contentDir)) byPath.set(one.path, one);
        reused += batch.reused;
        onProgress?.(byPath.size, tasks.length);
      };
      const now = Date.now();
      const changed: Batch[] = [];
      for (const [month, some] of Map.groupBy(tasks, monthOf)) {
        const bundle = `${name}-${month}.bundle`;
        const stamp = folder && stampOf(some, { contentDir, code, now });
        const known =
          folder && stamp && cachedMonth(join(folder, bundle), stamp, media, skipsTexts);
        if (known) add(known);
        else changed.push({ tasks: some, bundle, stamp: stamp || undefined });
      }
      const count = changed.reduce((sum, batch) => sum + batch.tasks.length, 0);
      await Promise.all(changed.map(async (batch) => add(await run(batch, count))));
      return { releases: tasks.map(({ path }) => byPath.get(path) as ProcessedRelease), reused };
    },
    runUncached: async (tasks) =>
      received(await run({ tasks: [...tasks], bundle: undefined }, tasks.length), contentDir),
    async close() {
      await pool?.destroy();
      if (folder) await prune(folder, MAX_CACHED);
    },
  };
}

/** Adds to the bodies their texts, to be read when they are needed. */
function received({ releases, texts }: ProcessedBatch, contentDir: string): ProcessedRelease[] {
  const withTexts = textsIn(texts);
  return releases.map(({ notes: unplaced, text }) => {
    const notes = placed(unplaced, contentDir);
    return { ...notes, body: notes.body && text && withTexts(notes.body, text) };
  });
}

/** With the path of the file as people know it: the cache does not depend on where the archive is. */
function placed(notes: ReleaseNotes, contentDir: string): ReleaseNotes {
  const file = join(contentDir, notes.path);
  const inFile = (problems: Problem[]) => problems.map((problem) => ({ ...problem, file }));
  return {
    ...notes,
    file,
    release: notes.release && { ...notes.release, file },
    problems: inFile(notes.problems),
    warnings: inFile(notes.warnings),
    body: notes.body && {
      ...notes.body,
      errors: inFile(notes.body.errors),
      warnings: inFile(notes.body.warnings),
    },
  };
}

/** The month whose releases are cached together: `2017-11`; `other` for a file without one in its name. */
const monthOf = ({ path }: Task) => /^\d{4}-\d{2}/.exec(basename(path))?.[0] ?? 'other';
