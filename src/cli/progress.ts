const REDRAW_INTERVAL = 100; // milliseconds
const STEPS = 4; // lines per counter without a terminal
const QUIET_PERIOD = 3000; // milliseconds before the first line without a terminal
const WINDOW = 10_000; // milliseconds of work that the remaining time is estimated from
const MIN_WINDOW = 2000; // milliseconds of work before the first estimate

interface Counter {
  done: number;
  total: number;
  /** Samples of the last `WINDOW` alone, since cached results come much faster than new ones. */
  past: { at: number; done: number }[];
}

/**
 * Shows progress and the time remaining on stderr: on a terminal as one line that is redrawn, elsewhere as
 * a few plain lines, so that a log stays readable.
 */
export class Progress {
  #counters = new Map<string, Counter>();
  #drawn = 0;
  #isTerminal = process.stderr.isTTY === true;
  #start = performance.now();

  /** Returns a function to call with each new count. */
  counter(name: string): (done: number, total: number) => void {
    return (done, total) => {
      const counter = this.#counters.get(name) ?? { done: 0, total, past: [] };
      const before = counter.done;
      this.#counters.set(name, Object.assign(counter, { done, total }));
      if (this.#isTerminal) this.#draw();
      else if (this.#isLong() && step(done, total) > step(before, total)) {
        console.error(`${name}: ${share(done, total)}`);
      }
    };
  }

  /** Shows a step that cannot be counted, on a terminal only. */
  showStep(what: string): void {
    if (this.#isTerminal) this.#write(`${what}…`);
  }

  /** Removes the line and its counters, so that other output can be printed. */
  clear(): void {
    if (this.#isTerminal && this.#drawn > 0) process.stderr.write('\r\u001b[K');
    this.#counters.clear();
  }

  #isLong() {
    return performance.now() - this.#start > QUIET_PERIOD;
  }

  #draw() {
    const now = performance.now();
    const isDone = [...this.#counters.values()].every(({ done, total }) => done === total);
    if (now - this.#drawn < REDRAW_INTERVAL && !isDone) return;
    const parts = [...this.#counters].map(
      ([name, { done, total }]) => `${name} ${share(done, total)}`,
    );
    const left = Math.max(
      ...[...this.#counters.values()].map((counter) => secondsLeft(counter, now)),
    );
    if (left > 0) parts.push(`about ${duration(left)} left`);
    this.#write(parts.join(' · '));
  }

  #write(line: string) {
    this.#drawn = performance.now();
    const width = process.stderr.columns || 80;
    process.stderr.write(`\r\u001b[K${line.slice(0, width - 1)}`);
  }
}

/** How long a counter will take at its recent pace; 0 while that is unknown. */
function secondsLeft(counter: Counter, now: number): number {
  const { done, total, past } = counter;
  past.push({ at: now, done });
  while (past[0] && now - past[0].at > WINDOW) past.shift();
  const [first = { at: now, done }] = past;
  if (now - first.at < MIN_WINDOW || done === first.done) return 0;
  return ((total - done) * (now - first.at)) / (done - first.done) / 1000;
}

/** `40 s`, `3 min`. */
const duration = (seconds: number) =>
  seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.round(seconds / 60)} min`;

const step = (done: number, total: number) => Math.floor((done / Math.max(1, total)) * STEPS);
const share = (done: number, total: number) =>
  `${done.toLocaleString('en')} of ${total.toLocaleString('en')}`;
