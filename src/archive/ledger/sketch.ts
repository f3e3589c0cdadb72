import { createHash } from 'node:crypto';

const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const OTHERS = 'abcdefghijklmnopqrstuvwxyz0123456789-_';
const ALL = CAPITALS + OTHERS; // base64url's, RFC 4648 §5
/** Runs of letters and digits; in scripts written without spaces each sign stands for a word. */
const WORD =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Mymr}]|[\p{L}\p{M}\p{N}]+/gu;
/** Words of up to three letters, such as "the" and "of", tell little; a sign of Chinese tells more. */
const SHORT = /^[\p{L}\p{M}\p{N}]{1,3}$/u;
const SIGN = /^\p{Lo}$/u;

/**
 * What the ledger keeps of a statement's words, to know it again after an edit: each word in its
 * order as the beginning of its digest, a capital for a short word, two characters for others. It is
 * no larger than a MinHash that tells as much, shows order and length as well, so that a split can be
 * told from a cut, and in a diff an edited word is an edited word.
 * `npm run bench -- identity` measures what comes of it.
 * @returns base64url characters from SHA-256 over each word in NFC, lower case and UTF-8.
 */
export function sketch(text: string): string {
  const settled = text.normalize('NFC').toLowerCase();
  const words = settled.match(WORD) ?? settled.match(/\S/gu) ?? []; // of "* * *" the signs
  return words.map(shadow).join('');
}

/** Words come again and again: what they give is kept, up to a vocabulary's size. */
const known = new Map<string, string>();
const MOST_KNOWN = 100_000;

function shadow(word: string): string {
  let found = known.get(word);
  if (found === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(word, (found = makeShadow(word)));
  }
  return found;
}

function makeShadow(word: string): string {
  const bits = createHash('sha256').update(word).digest().readUInt32BE();
  if (SHORT.test(word) && !SIGN.test(word)) return CAPITALS.charAt(bits % CAPITALS.length);
  const [first, second] = [bits % OTHERS.length, Math.floor(bits / OTHERS.length) % ALL.length];
  return OTHERS.charAt(first) + ALL.charAt(second);
}

/** The words of a sketch as texts that can be compared. */
export interface Words {
  readonly all: readonly string[];
  /** Without the short ones. */
  readonly long: readonly string[];
}

/** Takes a sketch apart. */
export function sketchedWords(sketched: string): Words {
  return wordsFrom(sketched.match(/[A-Z]|[^A-Z]./g) ?? []);
}

export function wordsFrom(all: readonly string[]): Words {
  return { all, long: all.filter((word) => word.length > 1) };
}
