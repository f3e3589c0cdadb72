import type { Page, Request } from 'playwright-core';

/** When a request was made and when its answer had come, in milliseconds of one clock. */
interface Span {
  start: number;
  end: number;
}

/** The requests of a page, as Chromium reports them. */
export class RequestLog {
  readonly #open = new Map<Request, number>();
  #spans: (Span & { path: string })[] = [];

  constructor(page: Page) {
    page.on('request', (request) => this.#open.set(request, performance.now()));
    const end = (request: Request) => {
      const start = this.#open.get(request);
      if (start === undefined) return;
      const path = new URL(request.url()).pathname;
      this.#spans.push({ start, end: performance.now(), path });
    };
    page.on('requestfinished', end);
    page.on('requestfailed', end);
  }

  reset(): void {
    this.#open.clear();
    this.#spans = [];
  }

  /** The paths of the longest chain until now. */
  chain(): string[] {
    return longestChain(this.#spans).map(({ path }) => path);
  }
}

/**
 * The most requests each of which was made when the one before had been answered. Where each answer takes
 * its time, this is who waits for whom.
 */
function longestChain<Kind extends Span>(spans: readonly Kind[]): Kind[] {
  const chain: Kind[] = [];
  for (const span of spans.toSorted((a, b) => a.end - b.end)) {
    if (span.start >= (chain.at(-1)?.end ?? -Infinity)) chain.push(span);
  }
  return chain;
}
