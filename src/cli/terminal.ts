import { createInterface } from 'node:readline/promises';

export interface Question {
  /** What an empty answer means, in words; left out where an answer is needed. */
  empty?: string | undefined;
  /** What the Tab key completes. */
  candidates?: Iterable<string>;
  /** What is wrong with an answer, in a sentence; then the question is put again. */
  check?: (answer: string) => string | undefined;
}

/** Asks questions on a terminal, one after the other. Close it, or the process will not end. */
export class Terminal {
  #candidates: string[] = [];
  #lines = createInterface({
    input: process.stdin,
    output: process.stdout,
    completer: (line: string) => complete(line, this.#candidates),
  });
  /** Fails when the input ends: by then `question` alone would wait for ever. */
  #ended = new Promise<never>((_, reject) => {
    this.#lines.once('close', () => reject(new Error('Nothing was written.')));
  });

  constructor() {
    this.#ended.catch(() => undefined); // reported to whoever asks a question
  }

  /** Whether there is someone to ask. */
  static isThere(): boolean {
    return process.stdin.isTTY === true && process.stdout.isTTY === true;
  }

  /**
   * Puts a question until it has an answer that holds.
   * @returns the answer without spaces around it; '' only where that means something.
   * @throws {Error} if the person ends it, with Ctrl+C or Ctrl+D.
   */
  async ask(what: string, { empty, candidates = [], check }: Question = {}): Promise<string> {
    this.#candidates = [...candidates];
    const prompt = empty === undefined ? `${what}: ` : `${what} [${empty}]: `;
    for (;;) {
      const answer = (await Promise.race([this.#question(prompt), this.#ended])).trim();
      if (answer === '' && empty !== undefined) return answer;
      const fault = answer === '' ? 'This is needed.' : check?.(answer);
      if (fault === undefined) return answer;
      console.log(`  ${fault}`);
    }
  }

  close(): void {
    this.#lines.close();
  }

  /** Node lets a question that is broken off fail with an AbortError of its own. */
  async #question(prompt: string): Promise<string> {
    try {
      return await this.#lines.question(prompt);
    } catch (cause) {
      if ((cause as Error).name === 'AbortError') return this.#ended;
      throw cause;
    }
  }
}

/**
 * What Tab makes of the last name on a line; names are separated by commas.
 * @returns the names that it begins, or else those of which it begins a word; and what they replace.
 */
export function complete(line: string, candidates: readonly string[]): [string[], string] {
  const typed = line.slice(line.lastIndexOf(',') + 1).trimStart();
  const sought = typed.toLowerCase();
  const begun = candidates.filter((name) => name.toLowerCase().startsWith(sought));
  if (begun.length > 0) return [begun, typed];
  const words = (name: string) => name.toLowerCase().split(/[\s-]+/);
  return [candidates.filter((name) => words(name).some((word) => word.startsWith(sought))), typed];
}
