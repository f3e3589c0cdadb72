import { availableParallelism } from 'node:os';
import Piscina from 'piscina';
import type { SourceFault, SourceItem } from './sources/source-item.ts';
import type { WorkedSource } from './import-worker.ts';

/** Sources in work at a time for each core: enough that none waits, few enough to stay in memory. */
const AHEAD = 4;

/** A source and what became of it. */
export interface Worked {
  item: SourceItem | undefined;
  worked: WorkedSource;
}

/** Reads sources on all cores; the results come in the order of the sources. */
export async function* workSources(
  sources: AsyncIterable<SourceItem | SourceFault>,
): AsyncGenerator<Worked> {
  const cores = availableParallelism();
  const pool = new Piscina<SourceItem, WorkedSource>({
    filename: new URL('./import-worker.ts', import.meta.url).href,
    maxThreads: cores,
    idleTimeout: 60_000, // a worker that waits for its turn stays: starting one takes seconds
  });
  const waiting: Promise<Worked>[] = [];
  try {
    for await (const source of sources) {
      waiting.push(
        'fault' in source
          ? Promise.resolve({ item: undefined, worked: faulty(source) })
          : pool.run(source).then((worked) => ({ item: source, worked })),
      );
      if (waiting.length >= cores * AHEAD) yield await (waiting.shift() as Promise<Worked>);
    }
    for (const next of waiting) yield await next;
  } finally {
    await pool.destroy();
  }
}

function faulty({ name, fault: { message, hint } }: SourceFault): WorkedSource {
  return { name, sha256: undefined, bytes: 0, imported: undefined, fault: { message, hint } };
}
