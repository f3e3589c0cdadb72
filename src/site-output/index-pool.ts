import { availableParallelism } from 'node:os';
import { MessageChannel } from 'node:worker_threads';
import Piscina from 'piscina';
import { type Indexer, indexHere, SHARD_SIZES } from '../search/index/build-index.ts';
import { packCache } from '../cache/bundle-cache.ts';
import type { IndexJob } from './index-worker.ts';

/** Each holds a shard in memory, 300 MB in Pagefind's own process and some more beside it. */
const MOST_THREADS = 4;

export interface Indexers extends Indexer {
  close(): Promise<void>;
}

/**
 * Threads that index shards for as long as there are any; Pagefind runs once for each.
 * @param releases how many there are to index.
 * @param folder where shards are kept that need not be made again.
 * @param overflow for shards that it does not take.
 */
export function startIndexers(releases: number, folder: string, overflow: string): Indexers {
  const here = indexHere(packCache(folder, overflow));
  // A single shard needs no other thread.
  if (releases <= SHARD_SIZES.most) return { ...here, close: () => Promise.resolve() };
  const cores = availableParallelism();
  const most = Math.min(cores, MOST_THREADS);
  // Pagefind's process and the pages want cores too: on two, a second thread gains nothing beside them.
  const beside = Math.min(Math.max(1, Math.floor(cores / 2)), MOST_THREADS);
  const pool = new Piscina<IndexJob, unknown>({
    filename: new URL('./index-worker.ts', import.meta.url).href,
    minThreads: 1,
    maxThreads: most,
  });
  return {
    concurrency: beside,
    more: most - beside,
    has: here.has,
    async index(task, onDocument) {
      const { port1, port2 } = new MessageChannel();
      port1.on('message', onDocument);
      try {
        await pool.run({ folder, overflow, index: task, counts: port2 }, { transferList: [port2] });
      } finally {
        port1.close();
      }
    },
    join: (task) => pool.run({ folder, overflow, join: task }) as ReturnType<Indexer['join']>,
    close: () => pool.destroy(),
  };
}
