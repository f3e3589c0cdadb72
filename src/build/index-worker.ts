import type { MessagePort } from 'node:worker_threads';
import { type IndexedShard, indexShard, type ShardTask } from '../search/index/index-shard.ts';
import { packCache } from './cache/pack-cache.ts';

/** A shard to index, in a thread of its own. */
export interface IndexJob {
  task: ShardTask;
  /** Where shards are kept. */
  folder: string;
  /** Takes the numbers of documents that are indexed. */
  counts: MessagePort;
}

export default function index({ task, folder, counts }: IndexJob): Promise<IndexedShard> {
  return indexShard(task, {
    cache: packCache(folder),
    onDocuments: (count) => counts.postMessage(count),
  });
}
