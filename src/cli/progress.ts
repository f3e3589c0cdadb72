const REDRAW = 100; // milliseconds between two drawings of a line
const STEPS = 4; // lines for a counter where there is no terminal to draw on
const QUIET = 3000; // milliseconds in which work may end without a line

/**
 * Shows how far long work has come, on stderr: on a terminal a line that changes, elsewhere a few
 * plain lines, so that a log stays readable.
 */
export class Progress {
  #counters = new Map<string, { done: number; total: number }>();
  #drawn = 0;
  #isTerminal = process.stderr.isTTY === true;
  #start = performance.now();

  /** A counter under this name; call it with how many are done, of how many. */
  counter(name: string): (done: number, total: number) => void {
    return (done, total) => {
      const before = this.#counters.get(name)?.done ?? 0;
      this.#counters.set(name, { done, total });
      if (this.#isTerminal) this.#draw();
      else if (this.#isLong() && step(done, total) > step(before, total)) {
        console.error(`${name}: ${share(done, total)}`);
      }
    };
  }

  /** Wipes the line, and forgets what it showed: the next thing printed stands alone. */
  clear(): void {
    if (this.#isTerminal && this.#drawn > 0) process.stderr.write('\r\u001b[K');
    this.#counters.clear();
  }

  #isLong() {
    return performance.now() - this.#start > QUIET;
  }

  #draw() {
    const now = performance.now();
    const ended = [...this.#counters.values()].every(({ done, total }) => done === total);
    if (now - this.#drawn < REDRAW && !ended) return;
    this.#drawn = now;
    const line = [...this.#counters].map(
      ([name, { done, total }]) => `${name} ${share(done, total)}`,
    );
    const width = process.stderr.columns || 80;
    process.stderr.write(`\r\u001b[K${line.join(' · ').slice(0, width - 1)}`);
  }
}

const step = (done: number, total: number) => Math.floor((done / Math.max(1, total)) * STEPS);
const share = (done: number, total: number) =>
  `${done.toLocaleString('en')} of ${total.toLocaleString('en')}`;
