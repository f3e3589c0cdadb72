import { stat } from 'node:fs/promises';
import { type OfficeQueue } from '../office/office-queue.ts';
import type { FailedItem, SourceItem } from '../sources/source-item.ts';
import { ImportPool } from './import-pool.ts';
import type { SourceResult } from './import-worker.ts';

/** Sources that are read ahead for each core: enough to keep it busy, few enough for the memory. */
const AHEAD = 4;
/**
 * The same while LibreOffice works, and their bytes: it converts documents of one format with one run, and in a
 * folder those of several formats are mixed.
 */
const OFFICE_AHEAD = 400;
const OFFICE_AHEAD_BYTES = 128 * 1024 * 1024;

/** A source and the result of its conversion; no item where the source could not be listed. */
export interface ConvertedSource {
  item: SourceItem | undefined;
  result: SourceResult;
}

/**
 * Converts sources on all cores, in their order, and closes the pool at the end.
 * @param office asks LibreOffice; without it, its documents are read as where it is not installed.
 */
export async function* convertSources(
  sources: AsyncIterable<SourceItem | FailedItem>,
  pool = new ImportPool(),
  office?: OfficeQueue,
): AsyncGenerator<ConvertedSource> {
  const waiting: Begun[] = [];
  let bytes = 0;
  const next = async () => {
    const { size, done } = waiting.shift() as Begun;
    bytes -= size;
    return done;
  };
  try {
    for await (const source of sources) {
      const begun = await begin(source, pool, office);
      waiting.push(begun);
      bytes += begun.size;
      if (office?.isFull) office.start();
      const isFull = () =>
        office?.isBusy
          ? waiting.length >= OFFICE_AHEAD || bytes >= OFFICE_AHEAD_BYTES
          : waiting.length >= pool.size * AHEAD;
      while (isFull()) {
        office?.start();
        yield await next();
      }
    }
    office?.start();
    while (waiting.length > 0) yield await next();
  } finally {
    await Promise.all([pool.close(), office?.close()]);
  }
}

/** A source whose conversion has begun, and its bytes. */
interface Begun {
  size: number;
  done: Promise<ConvertedSource>;
}

/** Returns when LibreOffice has the source in its queue, if it needs it; the rest goes on beside. */
async function begin(
  source: SourceItem | FailedItem,
  pool: ImportPool,
  office: OfficeQueue | undefined,
): Promise<Begun> {
  if ('failure' in source)
    return { size: 0, done: Promise.resolve({ item: undefined, result: failed(source) }) };
  const queued = await office?.add(source);
  const { bytes, path } = source;
  const found = bytes ?? (path === undefined ? undefined : await stat(path).catch(() => undefined));
  const size = found === undefined ? 0 : 'size' in found ? found.size : found.length;
  const convert = async () => {
    const conversion = await queued?.conversion;
    return { item: source, result: await pool.convert({ ...source, conversion }) };
  };
  return { size, done: convert() };
}

function failed({ name, failure: { message, hint } }: FailedItem): SourceResult {
  return { name, sha256: undefined, bytes: 0, document: undefined, failure: { message, hint } };
}
