/** So many are done in a few milliseconds, even by a telephone. */
const SLICE = 5_000;

/**
 * Does a work for each number below `length`, in slices, between which the page can answer to its
 * visitor.
 * @throws the reason of the signal, once nobody waits for the work any more.
 */
export async function inSlices(
  length: number,
  work: (number: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  for (let number = 0; number < length; number++) {
    if (number > 0 && number % SLICE === 0) await pause(signal);
    work(number);
  }
}

/**
 * Lets the browser do what it has to do in the meantime.
 * @throws the reason of the signal, once nobody waits any more.
 */
export async function pause(signal?: AbortSignal): Promise<void> {
  // Safari has no scheduler to yield to: a task of its own lets all others that wait come first.
  const { scheduler } = globalThis as { scheduler?: Partial<Scheduler> };
  await (scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve)));
  signal?.throwIfAborted();
}
