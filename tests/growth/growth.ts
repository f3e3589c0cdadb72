import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** A text of any length: something repeated, between words that stay. */
export interface Input {
  before?: string;
  unit: string;
  after?: string;
}

/** How the work on an input grows; `endless` if it did not end. */
export interface Growth {
  /** Milliseconds of computing for the largest size. */
  time: number;
  /** How many times as long the largest takes as one of a tenth of it; 0 where both take no time. */
  ratio: number;
  isEndless: boolean;
}

const SIZES = [50, 5000, 50_000] as const;
/** Ten times the text takes ten times as long, twenty with a heap to tidy; a square takes a hundred. */
export const MAX_RATIO = 40;
/** Milliseconds below which a ratio says nothing; work that grows as the square takes more. */
const NOISE = 300;
/** Milliseconds of waiting, ten thousand times what is needed: so long no machine is busy. */
const PATIENCE = 120_000;

const textOf = ({ before = '', unit, after = '' }: Input, size: number) =>
  before + unit.repeat(Math.ceil(size / unit.length)) + after;

/**
 * Measures how work grows with the text, in a thread that is ended if it does not come back. What is
 * counted is the time that this thread computed, whatever else the machine does meanwhile, and of
 * several runs the shortest.
 */
export class GrowthMeter {
  #worker: Worker | undefined;

  async measure(subject: string, input: Input): Promise<Growth> {
    const [least, small, large] = SIZES;
    await this.#run(subject, input, least); // faults that few repetitions show are found before many are tried
    let time = await this.#run(subject, input, large);
    if (time < NOISE) return { time, ratio: 0, isEndless: false };
    if (time === Infinity) return { time, ratio: Infinity, isEndless: true };
    time = Math.min(time, await this.#run(subject, input, large));
    const runs = [1, 2, 3].map(() => this.#run(subject, input, small));
    return { time, ratio: time / Math.min(...(await Promise.all(runs))), isEndless: false };
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  /** Milliseconds of computing; Infinity where it does not end. */
  #last: Promise<unknown> = Promise.resolve();
  #run(subject: string, input: Input, size: number): Promise<number> {
    const next = this.#last.then(() => this.#runAlone(subject, input, size));
    this.#last = next;
    return next;
  }

  async #runAlone(subject: string, input: Input, size: number): Promise<number> {
    const worker = (this.#worker ??= new Worker(new URL('./worker.ts', import.meta.url)));
    const signal = AbortSignal.timeout(PATIENCE);
    worker.postMessage({ subject, text: textOf(input, size) });
    try {
      const [time] = (await once(worker, 'message', { signal })) as [number];
      return time;
    } catch (cause) {
      await worker.terminate();
      this.#worker = undefined;
      if (signal.aborted) return Infinity;
      throw cause;
    }
  }
}
