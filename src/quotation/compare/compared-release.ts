import { earlierVersions } from './earlier-versions.ts';
import type { QuotedSource } from './quoted-source.ts';
import { quotedWords } from './quoted-words.ts';

/** A release whose words are numbers of a lexicon, from its first statement to its last. */
export interface ComparedRelease extends QuotedSource {
  words: Uint32Array;
  /** Of each statement where its words begin; there is one start more, since they end at the next one. */
  starts: Uint32Array;
  /** The release as it was before edits. */
  versions: readonly ComparedRelease[];
}

/** Numbers words, so that rows of them are compared fast. */
export class Lexicon {
  readonly #numbers = new Map<string, number>();
  readonly #words: string[] = [];

  /** The number of a word, from 0 on; one that is new gets the next. */
  add(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#words.length);
    return this.#words.push(key) - 1;
  }

  /** The number of a word; -1 if no release has it. */
  find(key: string): number {
    return this.#numbers.get(key) ?? -1;
  }

  /** The word of a number. */
  word(number: number): string {
    return this.#words[number] ?? '';
  }

  get size(): number {
    return this.#words.length;
  }
}

/** Reads the words of a release. */
export function compareRelease(source: QuotedSource, lexicon: Lexicon): ComparedRelease {
  const words: number[] = [];
  const starts = new Uint32Array(source.statements.length + 1);
  for (const [n, { text }] of source.statements.entries()) {
    for (const { key } of quotedWords(text)) words.push(lexicon.add(key));
    starts[n + 1] = words.length;
  }
  const versions = earlierVersions(source).map((version) => compareRelease(version, lexicon));
  return { ...source, words: Uint32Array.from(words), starts, versions };
}

/** The place, among the statements, of the one that a word belongs to. */
export function statementAt({ starts }: ComparedRelease, word: number): number {
  let [from, to] = [0, starts.length - 1];
  while (from + 1 < to) {
    const middle = (from + to) >> 1;
    if ((starts[middle] ?? 0) <= word) from = middle;
    else to = middle;
  }
  // Of statements without words, which begin at the same place, the last has the word.
  return from;
}

/** The text of a row of words as it is written, with what is between the words, a space between statements. */
export function passageText(release: ComparedRelease, start: number, end: number): string {
  const [first, last] = [statementAt(release, start), statementAt(release, end - 1)];
  const pieces: string[] = [];
  for (let n = first; n <= last; n++) {
    const { text = '' } = release.statements[n] ?? {};
    const begin = release.starts[n] ?? 0;
    const words = quotedWords(text);
    const own = words.slice(Math.max(0, start - begin), end - begin);
    const [from, to] = [own[0], own.at(-1)];
    if (from === undefined || to === undefined) continue;
    pieces.push(text.slice(n === first ? from.start : 0, n === last ? to.end : text.length));
  }
  return pieces.join(' ');
}

const SENTENCE_END = /[.!?…]["'”’»)\]]{0,3}\s/u;

/** Whether a sentence, or a statement, ends between some words. */
export function hasSentenceEnd(release: ComparedRelease, start: number, end: number): boolean {
  if (end >= release.words.length) return true;
  if (statementAt(release, start) !== statementAt(release, end)) return true;
  return SENTENCE_END.test(passageText(release, start, end + 1));
}
