import { indexShard, NOTES, type ShardStore, type ShardTask } from './index-shard.ts';
import { joinIndex, type JoinTask } from './join-index.ts';

/** Indexes shards, several at the same time where it has threads for them. */
export interface Indexer {
  concurrency: number;
  /** How many more once nothing else is being done. */
  more: number;
  /** Whether a shard is in the store. */
  has(key: string): Promise<boolean>;
  /** @param onDocument is called after each document. */
  index(task: ShardTask, onDocument: () => void): ReturnType<typeof indexShard>;
  join(task: JoinTask): ReturnType<typeof joinIndex>;
}

/** Indexes in this thread. */
export const indexHere = (store: ShardStore): Indexer => ({
  concurrency: 1,
  more: 0,
  async has(key) {
    const files = await store.open(key);
    files?.close();
    return files?.has(NOTES) ?? false;
  },
  index: (task, onDocument) => indexShard(task, store, onDocument),
  join: (task) => joinIndex(task, store),
});
