import type { MessagePort } from 'node:worker_threads';
import { indexShard, type ShardTask } from '../search/index/index-shard.ts';
import { joinIndex, type JoinTask } from '../search/index/join-index.ts';
import { bundleCache } from '../cache/bundle-cache.ts';

/** A shard to index or shards to join, and the folders for `bundleCache`. */
export type IndexJob = { folder: string; overflow: string } & (
  | { index: ShardTask; /** Receives a message for each document. */ counts: MessagePort }
  | { join: JoinTask }
);

export default function work(job: IndexJob): ReturnType<typeof indexShard | typeof joinIndex> {
  const store = bundleCache(job.folder, job.overflow);
  if ('join' in job) return joinIndex(job.join, store);
  return indexShard(job.index, store, () => job.counts.postMessage(1));
}
