import { createHash } from 'node:crypto';

const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const OTHERS = 'abcdefghijklmnopqrstuvwxyz0123456789-_';
const ALL = CAPITALS + OTHERS; // base64url's, RFC 4648 §5
/** Runs of letters and digits; in scripts written without spaces each character counts as a word. */
const WORD =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Mymr}]|[\p{L}\p{M}\p{N}]+/gu;
/** Words of up to three letters, such as "the" and "of", say little; a Chinese character says more. */
const SHORT = /^[\p{L}\p{M}\p{N}]{1,3}$/u;
const CHARACTER = /^\p{Lo}$/u;

/**
 * What the ledger records of a statement's words, to recognize it after an edit: the beginning of
 * each word's digest, in order, a capital letter for a short word, two characters for others. It is no
 * larger than a MinHash of the same precision, but shows order and length as well: a split can be
 * distinguished from a cut, and a diff shows which words were edited.
 * `npm run bench -- identity` measures how well it works.
 * @returns base64url characters from SHA-256 over each word in NFC, lower case and UTF-8.
 */
export function sketch(text: string): string {
  return shadowedWords(text)
    .map(([, shadow]) => shadow)
    .join('');
}

/** The words of a text as they are written, where they begin in it, and each one's shadow in the sketch. */
export function shadowedWords(text: string): [word: string, shadow: string, start: number][] {
  const normalized = text.normalize('NFC');
  const found = [...normalized.matchAll(WORD)];
  const words = found.length > 0 ? found : [...normalized.matchAll(/\S/gu)]; // "* * *" has no words
  return words.map(({ 0: word, index }) => [word, shadow(word.toLowerCase()), index]);
}

/** The shadow that a word has in a sketch. */
export const shadowOf = (word: string): string => shadow(word.normalize('NFC').toLowerCase());

/** A cache, since words repeat; emptied when it has as many as a vocabulary. */
const cached = new Map<string, string>();
const MAX_CACHED = 100_000;

function shadow(word: string): string {
  let found = cached.get(word);
  if (found === undefined) {
    if (cached.size >= MAX_CACHED) cached.clear();
    cached.set(word, (found = makeShadow(word)));
  }
  return found;
}

function makeShadow(word: string): string {
  const bits = createHash('sha256').update(word).digest().readUInt32BE();
  if (SHORT.test(word) && !CHARACTER.test(word)) return CAPITALS.charAt(bits % CAPITALS.length);
  const [first, second] = [bits % OTHERS.length, Math.floor(bits / OTHERS.length) % ALL.length];
  return OTHERS.charAt(first) + ALL.charAt(second);
}

/** The words of a sketch as texts that can be compared. */
export interface SketchWords {
  readonly all: readonly string[];
  /** Without the short ones. */
  readonly long: readonly string[];
}

/** Splits a sketch into its words. */
export function sketchedWords(sketched: string): SketchWords {
  return wordsFrom(sketched.match(/[A-Z]|[^A-Z]./g) ?? []);
}

export function wordsFrom(all: readonly string[]): SketchWords {
  return { all, long: all.filter((word) => word.length > 1) };
}
