import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE = 10_000; // milliseconds, on a slow machine
const POLL = 30; // milliseconds

/** Waits until a claim holds; when it doesn't in time, fails as the claim itself does. */
export async function eventually(claim: () => Promise<void>): Promise<void> {
  const end = performance.now() + PATIENCE;
  for (;;) {
    try {
      return await claim();
    } catch (cause) {
      if (performance.now() > end) throw cause;
    }
    await pause(POLL);
  }
}
