import { workerData } from 'node:worker_threads';
import { BatchProcessor, type ProcessorOptions } from './batch-processor.ts';
import type { Batch } from './release-batch.ts';

const processor = new BatchProcessor(workerData as ProcessorOptions);

/** What a worker thread does for the one that started it. */
export default (batch: Batch) => processor.run(batch);
