import { statementId } from '../statement-id.ts';
import type { PresentWord } from './keys.ts';
import { commonPlaces } from './likeness.ts';
import { shadowOf } from './sketch.ts';

/** Recorded words, and the present ones between the same neighbors. */
export interface Substitution {
  olds: readonly string[];
  news: readonly PresentWord[];
  /** The place of the first present word in the text. */
  place: number;
}

/** Where present words are in the place of recorded ones, in order. Words only added, or removed, are none. */
export function substitutions(
  recorded: readonly string[],
  tokens: readonly PresentWord[],
): Substitution[] {
  const shared = sharedPlaces(recorded, tokens);
  const found: Substitution[] = [];
  let [o, n] = [0, 0];
  for (const [old, now] of [...shared, [recorded.length, tokens.length] as const]) {
    if (old > o && now > n) {
      found.push({ olds: recorded.slice(o, old), news: tokens.slice(n, now), place: n });
    }
    [o, n] = [old + 1, now + 1];
  }
  return found;
}

/**
 * The places of the words that both have. Short numbers have one of 26 shadows and are alike by chance: beside
 * a number that differs, as in `20.19.7` and `22.22.0`, they count as different.
 */
function sharedPlaces(
  recorded: readonly string[],
  tokens: readonly PresentWord[],
): [number, number][] {
  let shared = commonPlaces(
    recorded,
    tokens.map(({ shadow }) => shadow),
  );
  for (let length = -1; length !== shared.length;) {
    length = shared.length;
    const ends = [recorded.length, tokens.length] as const;
    shared = shared.filter(([old, now], n) => {
      if (!isShortNumber(tokens[now])) return true;
      const before: readonly [number, number] = shared[n - 1] ?? [-1, -1];
      const after: readonly [number, number] = shared[n + 1] ?? ends;
      const isTrue = ([a, b]: readonly [number, number], step: 1 | -1) =>
        (a === old + step && b === now + step) || !isNumber(tokens[now + step]);
      return isTrue(before, -1) && isTrue(after, 1);
    });
  }
  return shared;
}

const isNumber = (token: PresentWord | undefined) =>
  token !== undefined && /\p{N}/u.test(token.word);
const isShortNumber = (token: PresentWord | undefined) =>
  isNumber(token) && token?.shadow.length === 1;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/**
 * Whether the recorded text is the present one but for a character of this word. The ledger has the digest of
 * the recorded text alone: each word that differs by a character is tried in it.
 */
export function differsByCharacter(
  text: string,
  { word, start }: PresentWord,
  digest: string,
): boolean {
  const normalized = text.normalize('NFC');
  const isDigest = (other: string) =>
    statementId(normalized.slice(0, start) + other + normalized.slice(start + word.length)) ===
    digest;
  for (let at = 0; at <= word.length; at++) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    if (
      isDigest(head + tail.slice(1)) ||
      isDigest(head + tail.charAt(1) + tail.charAt(0) + tail.slice(2))
    ) {
      return true;
    }
    for (const letter of LETTERS + (at === 0 ? LETTERS.toUpperCase() : '')) {
      if (isDigest(head + letter + tail) || isDigest(head + letter + tail.slice(1))) return true;
    }
  }
  return false;
}

/** Numbers that share a shadow are tried up to this one: longer ones rarely do. */
const MAX_NUMBER = 1000;

/** Whether the recorded text is the present one but for this number, which has the same shadow in a sketch. */
export function hasOtherNumber(text: string, token: PresentWord, digest: string): boolean {
  const { word, start, shadow } = token;
  const normalized = text.normalize('NFC');
  const [prefix = '', digits = ''] = /^(\D*)(\d{1,3})$/.exec(word)?.slice(1) ?? [];
  if (digits === '') return false;
  for (let number = 0; number < MAX_NUMBER; number++) {
    const other = prefix + String(number);
    if (other === word || shadowOf(other) !== shadow) continue;
    const tried = normalized.slice(0, start) + other + normalized.slice(start + word.length);
    if (statementId(tried) === digest) return true;
  }
  return false;
}
