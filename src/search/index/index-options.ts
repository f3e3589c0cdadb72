import type { Release } from '../../archive/release.ts';
import type { Indexer } from './indexer.ts';
import type { JoinTask } from './join-index.ts';
import type { ShardSizes } from './shards.ts';

export interface IndexOptions {
  /** The folder `pagefind/` of the site. */
  folder: string;
  /** The text of a release, if it has one, and its digest. */
  textOf: (release: Release) => { html: string; digest: string } | undefined;
  indexer: Indexer;
  /** The files of the previous index: see `JoinTask`. */
  existing?: JoinTask['existing'];
  onProgress?: ((done: number, total: number) => void) | undefined;
  /** Called once if Pagefind is not used: in plain words, why and what can be done. */
  onWarning?: ((message: string) => void) | undefined;
  /** Fulfilled once nothing else is being done beside the index; left out where nothing is. */
  besides?: Promise<unknown> | undefined;
  /** Other sizes, for tests. */
  shardSizes?: ShardSizes | undefined;
  /** Another version of Pagefind than the installed one, for tests. */
  pagefindVersion?: string | undefined;
}

/** What was made of the releases. */
export interface BuiltIndex {
  shards: number;
  /** How many of them came from the cache. */
  cachedShards: number;
  /** Files, by their paths in the folder, that were not written since the existing ones are the same. */
  reused: string[];
}
