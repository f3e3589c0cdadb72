import { availableParallelism } from 'node:os';
import type { SourceFault, SourceItem } from './sources/source-item.ts';
import type { WorkedSource } from './import-worker.ts';

/** Sources in work at a time for each core: enough that none waits, few enough to stay in memory. */
const AHEAD = 4;
/** So few sources are done sooner than threads have started. */
const FEW = 8;

/** A source and what became of it. */
export interface Worked {
  item: SourceItem | undefined;
  worked: WorkedSource;
}

type Source = SourceItem | SourceFault;
type Work = (item: SourceItem) => Promise<WorkedSource>;

/** Reads sources, many on all cores; the results come in the order of the sources. */
export async function* workSources(sources: AsyncIterable<Source>): AsyncGenerator<Worked> {
  const rest = sources[Symbol.asyncIterator]();
  const first: Source[] = [];
  while (first.length <= FEW) {
    const { value, done } = await rest.next();
    if (done) break;
    first.push(value);
  }
  if (first.length <= FEW) {
    const { default: work } = await import('./import-worker.ts');
    for (const source of first) yield await resultOf(source, work);
  } else yield* workInThreads(first, { [Symbol.asyncIterator]: () => rest });
}

async function* workInThreads(
  first: readonly Source[],
  rest: AsyncIterable<Source>,
): AsyncGenerator<Worked> {
  const { default: Piscina } = await import('piscina');
  const cores = availableParallelism();
  const pool = new Piscina<SourceItem, WorkedSource>({
    filename: new URL('./import-worker.ts', import.meta.url).href,
    maxThreads: cores,
    idleTimeout: 60_000, // a worker that waits for its turn stays: starting one takes seconds
  });
  const start = (source: Source) => resultOf(source, (item) => pool.run(item));
  const waiting = first.map(start);
  try {
    for await (const source of rest) {
      waiting.push(start(source));
      if (waiting.length >= cores * AHEAD) yield await (waiting.shift() as Promise<Worked>);
    }
    for (const next of waiting) yield await next;
  } finally {
    await pool.destroy();
  }
}

async function resultOf(source: Source, work: Work): Promise<Worked> {
  return 'fault' in source
    ? { item: undefined, worked: faulty(source) }
    : { item: source, worked: await work(source) };
}

function faulty({ name, fault: { message, hint } }: SourceFault): WorkedSource {
  return { name, sha256: undefined, bytes: 0, imported: undefined, fault: { message, hint } };
}
