import { ImportPool } from './import-pool.ts';
import type { WorkedSource } from './import-worker.ts';
import type { SourceFault, SourceItem } from './sources/source-item.ts';

/** Sources in work at a time for each core: enough that none waits, few enough to stay in memory. */
const AHEAD = 4;

/** A source and what became of it. */
export interface Worked {
  item: SourceItem | undefined;
  worked: WorkedSource;
}

type Source = SourceItem | SourceFault;

/** Reads sources on all cores; the results come in the order of the sources. The pool is closed at the end. */
export async function* workSources(
  sources: AsyncIterable<Source>,
  pool = new ImportPool(),
): AsyncGenerator<Worked> {
  const waiting: Promise<Worked>[] = [];
  try {
    for await (const source of sources) {
      waiting.push(resultOf(source, pool));
      if (waiting.length >= pool.size * AHEAD) yield await (waiting.shift() as Promise<Worked>);
    }
    for (const next of waiting) yield await next;
  } finally {
    await pool.close();
  }
}

async function resultOf(source: Source, pool: ImportPool): Promise<Worked> {
  return 'fault' in source
    ? { item: undefined, worked: faulty(source) }
    : { item: source, worked: await pool.work(source) };
}

function faulty({ name, fault: { message, hint } }: SourceFault): WorkedSource {
  return { name, sha256: undefined, bytes: 0, imported: undefined, fault: { message, hint } };
}
