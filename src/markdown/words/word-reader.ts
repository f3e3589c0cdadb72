import { type HtmlMarkup, htmlMarkup } from './html-markup.ts';
import { referenceAt } from './references.ts';
import { isCounted } from './word-characters.ts';
import { WordStream } from './word-stream.ts';

const PUNCTUATION = /[!-/:-@[-`{-~]/; // what a backslash may come before

/** Goes through a source from its beginning to its end and puts what is no markup into a stream. */
export class WordReader {
  stream = new WordStream();
  /** What has been read, or skipped as markup. */
  cursor = 0;
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  skipTo(end: number): void {
    this.cursor = Math.max(this.cursor, end);
  }

  /**
   * Reads Markdown's text, with its references and escapes.
   * @returns where references are that no page can show.
   */
  readText(end: number): [start: number, end: number][] {
    const source = this.#source;
    const replaced: [number, number][] = [];
    while (this.cursor < end) {
      const next = nextMark(source, this.cursor, end);
      this.readCode(next);
      if (next === end) break;
      if (source[next] === '\\') {
        this.cursor++;
        if (PUNCTUATION.test(source[next + 1] ?? '')) this.readCode(next + 2);
        continue;
      }
      const reference = referenceAt(source, next, 'markdown');
      if (reference) {
        const { length, shown, isReplaced } = reference;
        if (isReplaced) replaced.push([next, next + length]);
        this.stream.add(isReplaced ? '\ufffe' : shown, () => next + 1); // as a word of its own
      }
      this.cursor += reference?.length ?? 1;
    }
    return replaced;
  }

  /** Reads what is shown as it is written. */
  readCode(end: number): void {
    const start = this.cursor;
    this.stream.add(this.#source.slice(start, end), (n) => start + n);
    this.skipTo(end);
  }

  /**
   * Reads HTML.
   * @param value the same as the tree has it: without what begins the lines of a quotation.
   * @returns what is markup in it, and where in the source an offset of the value is.
   */
  readHtml(value: string, end: number): HtmlMarkup & { offsetOf: (n: number) => number } {
    const start = this.cursor;
    const written = this.#source.slice(start, end);
    const offsetOf =
      value === written ? (n: number) => start + n : offsetsIn(written, value, start);
    if (offsetOf === undefined) {
      this.readCode(end); // the tree has other words than the source: all of these count
      return { markup: [], faults: [], titles: [], tags: [], offsetOf: () => start };
    }
    const found = htmlMarkup(value);
    let place = 0;
    for (const [from, to] of [...found.markup, [value.length, value.length] as const]) {
      this.#readHtmlText(value, place, from, offsetOf);
      place = to;
    }
    this.skipTo(end);
    return { ...found, offsetOf };
  }

  #readHtmlText(value: string, start: number, end: number, offsetOf: (n: number) => number): void {
    const text = value.slice(start, end);
    for (let place = 0; place < text.length;) {
      const from = place;
      const mark = text.indexOf('&', from);
      const next = mark === -1 ? text.length : mark;
      this.stream.add(text.slice(from, next), (n) => offsetOf(start + from + n));
      const reference = mark === -1 ? undefined : referenceAt(text, mark, 'html');
      if (reference) this.stream.add(reference.shown, () => offsetOf(start + next) + 1);
      place = next + (reference?.length ?? 1);
    }
  }
}

/** The next backslash or `&`, or the end. */
function nextMark(source: string, from: number, end: number): number {
  for (let n = from; n < end; n++) {
    const unit = source.charCodeAt(n);
    if (unit === 0x5c || unit === 0x26) return n;
  }
  return end;
}

/** Finds places of a value in the source by the characters that count; undefined if these differ. */
function offsetsIn(written: string, value: string, start: number) {
  const [inSource, inValue] = [new WordStream(), new WordStream()];
  inSource.add(written, (n) => start + n);
  inValue.add(value, (n) => n);
  if (inSource.characters !== inValue.characters) return undefined;
  const offsets: number[] = [];
  let count = 0;
  for (let n = 0; n <= value.length; n++) {
    offsets.push(inSource.offsets[count] ?? start + written.length);
    if (isCounted(value.charCodeAt(n))) count++;
  }
  return (n: number) => offsets[n] ?? start + written.length;
}
