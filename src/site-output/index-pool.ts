import { availableParallelism } from 'node:os';
import { MessageChannel } from 'node:worker_threads';
import Piscina from 'piscina';
import { SHARD_SIZES } from '../search/index/build-index.ts';
import { type Indexer, indexHere } from '../search/index/indexer.ts';
import { bundleCache } from '../cache/bundle-cache.ts';
import type { IndexJob } from './index-worker.ts';

/** Each needs the memory of a shard: 300 MB in Pagefind's own process and some more in ours. */
const MAX_THREADS = 4;

interface Indexers extends Indexer {
  close(): Promise<void>;
}

/**
 * Starts worker threads that index shards, each with its own Pagefind process.
 * @param releases how many there are to index.
 * @param folder where shards are cached.
 * @param overflow where shards are written if that fails.
 */
export function startIndexers(releases: number, folder: string, overflow: string): Indexers {
  const here = indexHere(bundleCache(folder, overflow));
  // A single shard needs no other thread.
  if (releases <= SHARD_SIZES.max) return { ...here, close: () => Promise.resolve() };
  const cores = availableParallelism();
  const limit = Math.min(cores, MAX_THREADS);
  // Pagefind and the pages need cores too: with two cores a second thread gains nothing.
  const beside = Math.min(Math.max(1, Math.floor(cores / 2)), MAX_THREADS);
  const pool = new Piscina<IndexJob, unknown>({
    filename: new URL('./index-worker.ts', import.meta.url).href,
    minThreads: 1,
    maxThreads: limit,
  });
  return {
    concurrency: beside,
    more: limit - beside,
    has: here.has,
    async index(task, onDocument) {
      const { port1, port2 } = new MessageChannel();
      port1.on('message', onDocument);
      try {
        const job = { folder, overflow, index: task, counts: port2 };
        return (await pool.run(job, { transferList: [port2] })) as string | undefined;
      } finally {
        port1.close();
      }
    },
    join: (task) => pool.run({ folder, overflow, join: task }) as ReturnType<Indexer['join']>,
    close: () => pool.destroy(),
  };
}
