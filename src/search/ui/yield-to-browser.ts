/** So many steps take a few milliseconds, even on a phone. */
const STEPS_AT_A_TIME = 5_000;

/**
 * Does some work for each number below `length`, and lets the page respond to its visitor now and then.
 * @throws the reason of the signal, when it has been aborted.
 */
export async function loopYielding(
  length: number,
  work: (number: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  for (let number = 0; number < length; number++) {
    if (number > 0 && number % STEPS_AT_A_TIME === 0) await yieldToBrowser(signal);
    work(number);
  }
}

/**
 * Lets the browser run waiting tasks.
 * @throws the reason of the signal, when it has been aborted.
 */
export async function yieldToBrowser(signal?: AbortSignal): Promise<void> {
  // Safari has no scheduler.yield(); a new task runs after all waiting ones.
  const { scheduler } = globalThis as { scheduler?: Partial<Scheduler> };
  await (scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve)));
  signal?.throwIfAborted();
}
