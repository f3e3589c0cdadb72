import type { TestContext } from 'node:test';
import { bundleCache } from '../../src/cache/bundle-cache.ts';
import { type Indexer, indexHere } from '../../src/search/index/indexer.ts';
import { tempFolder } from './temp-folder.ts';

/** Indexes in this thread, and keeps nothing beyond the test. */
export const testIndexer = async (t: TestContext): Promise<Indexer> =>
  indexHere(bundleCache(await tempFolder(t)));
