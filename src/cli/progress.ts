const REDRAW = 100; // milliseconds between two drawings of a line
const STEPS = 4; // lines for a counter where there is no terminal to draw on
const QUIET = 3000; // milliseconds in which work may end without a line
const WINDOW = 10_000; // milliseconds of work from which is told how long the rest will take
const SOON = 2000; // milliseconds of work before anything is told of it

interface Counter {
  done: number;
  total: number;
  /** How far it was, and when, in the last `WINDOW`: what is kept comes fast, what is made slowly. */
  past: { at: number; done: number }[];
}

/**
 * Shows what is being done, how far it has come and how long it will take, on stderr: on a terminal a
 * line that changes, elsewhere a few plain lines, so that a log stays readable.
 */
export class Progress {
  #counters = new Map<string, Counter>();
  #drawn = 0;
  #isTerminal = process.stderr.isTTY === true;
  #start = performance.now();

  /** A counter under this name; call it with how many are done, of how many. */
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

  /** Says what is being done where it cannot be counted; on a terminal only. */
  say(what: string): void {
    if (this.#isTerminal) this.#write(`${what}…`);
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
    const parts = [...this.#counters].map(
      ([name, { done, total }]) => `${name} ${share(done, total)}`,
    );
    const left = Math.max(...[...this.#counters.values()].map((one) => secondsLeft(one, now)));
    if (left > 0) parts.push(`about ${duration(left)} left`);
    this.#write(parts.join(' · '));
  }

  #write(line: string) {
    this.#drawn = performance.now();
    const width = process.stderr.columns || 80;
    process.stderr.write(`\r\u001b[K${line.slice(0, width - 1)}`);
  }
}

/** How long a counter will take at the pace of late; 0 while that cannot be told. */
function secondsLeft(counter: Counter, now: number): number {
  const { done, total, past } = counter;
  past.push({ at: now, done });
  while (past[0] && now - past[0].at > WINDOW) past.shift();
  const [first = { at: now, done }] = past;
  if (now - first.at < SOON || done === first.done) return 0;
  return ((total - done) * (now - first.at)) / (done - first.done) / 1000;
}

/** `40 s`, `3 min`. */
const duration = (seconds: number) =>
  seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.round(seconds / 60)} min`;

const step = (done: number, total: number) => Math.floor((done / Math.max(1, total)) * STEPS);
const share = (done: number, total: number) =>
  `${done.toLocaleString('en')} of ${total.toLocaleString('en')}`;
