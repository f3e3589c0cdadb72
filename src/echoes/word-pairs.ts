/** Statements of fewer words are phrases, such as a dateline or a heading, that many releases have: no echoes. */
export const MIN_ECHO_WORDS = 8;

/**
 * Two statements are nearly the same if the pairs of successive words that both have are at least this share of
 * those that either has (their Jaccard similarity). Of 30 words, three far from each other may be others.
 */
const NEAR = 0.6;

/**
 * The pairs of successive words in a text, each once, as 32-bit hashes in ascending order. Words are runs of letters
 * and digits, in small letters; in scripts written without spaces each character is a word.
 * @returns undefined for a text of too few words.
 */
export function wordPairs(text: string): Uint32Array | undefined {
  const words = hashedWords(text);
  if (words.length < MIN_ECHO_WORDS) return undefined;
  const pairs = words.subarray(1).map((word, n) => {
    return scramble(Math.imul(words[n] ?? 0, 0x01000193) ^ word);
  });
  pairs.sort();
  return pairs.filter((pair, n) => pair !== pairs[n - 1]);
}

/** Whether two texts, by their pairs, are nearly the same. */
export function areNear(one: Uint32Array, other: Uint32Array): boolean {
  const [fewer, more] = one.length < other.length ? [one, other] : [other, one];
  if (fewer.length < more.length * NEAR) return false;
  let common = 0;
  for (let a = 0, b = 0; a < fewer.length && b < more.length;) {
    const [first, second] = [fewer[a] ?? 0, more[b] ?? 0];
    if (first === second) common++;
    if (first <= second) a++;
    if (second <= first) b++;
  }
  return common >= (one.length + other.length - common) * NEAR;
}

const [BETWEEN, LETTER, WORD] = [0, 1, 2];
const SCRIPTS_WITHOUT_SPACES =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Mymr}]/u;

/** What each UTF-16 unit is: to look that up takes a fifth of the time of a regular expression. */
const KINDS = Uint8Array.from({ length: 0x10000 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  if (unit >= 0xd800 && unit < 0xe000) return LETTER; // half of a rare character
  if (!/[\p{L}\p{M}\p{N}]/u.test(character)) return BETWEEN;
  return SCRIPTS_WITHOUT_SPACES.test(character) ? WORD : LETTER;
});

/** The words of a text, each as a hash: FNV-1a over its UTF-16 units, scrambled. */
function hashedWords(text: string): Uint32Array {
  const small = text.toLowerCase();
  const words = new Uint32Array(small.length);
  let count = 0;
  let hash = 0;
  for (let n = 0; n < small.length; n++) {
    const unit = small.charCodeAt(n);
    const kind = KINDS[unit];
    if (kind !== LETTER && hash !== 0) {
      words[count++] = scramble(hash);
      hash = 0;
    }
    if (kind === LETTER) hash = Math.imul((hash || 0x811c9dc5) ^ unit, 0x01000193);
    else if (kind === WORD) words[count++] = scramble(unit);
  }
  if (hash !== 0) words[count++] = scramble(hash);
  return words.subarray(0, count);
}

/** Spreads the bits of a number over 32 bits: the last step of MurmurHash3. */
export function scramble(number: number): number {
  let hash = number;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
