import type { FailedItem, SourceItem } from '../sources/source-item.ts';
import { ImportPool } from './import-pool.ts';
import type { SourceResult } from './import-worker.ts';

/** Sources that are read ahead for each core: enough to keep it busy, few enough for the memory. */
const AHEAD = 4;

/** A source and the result of its conversion; no item where the source could not be listed. */
export interface ConvertedSource {
  item: SourceItem | undefined;
  result: SourceResult;
}

/** Converts sources on all cores, in their order, and closes the pool at the end. */
export async function* convertSources(
  sources: AsyncIterable<SourceItem | FailedItem>,
  pool = new ImportPool(),
): AsyncGenerator<ConvertedSource> {
  const waiting: Promise<ConvertedSource>[] = [];
  try {
    for await (const source of sources) {
      waiting.push(convert(source, pool));
      if (waiting.length >= pool.size * AHEAD)
        yield await (waiting.shift() as Promise<ConvertedSource>);
    }
    for (const next of waiting) yield await next;
  } finally {
    await pool.close();
  }
}

async function convert(source: SourceItem | FailedItem, pool: ImportPool) {
  return 'failure' in source
    ? { item: undefined, result: failed(source) }
    : { item: source, result: await pool.convert(source) };
}

function failed({ name, failure: { message, hint } }: FailedItem): SourceResult {
  return { name, sha256: undefined, bytes: 0, document: undefined, failure: { message, hint } };
}
