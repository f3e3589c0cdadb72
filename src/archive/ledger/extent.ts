import { statementId } from '../statement-id.ts';
import { commonPlaces, likeness } from './likeness.ts';
import type { New, Old } from './matching.ts';
import { shadowOf } from './sketch.ts';
import { differsByCharacter, substitutions } from './substitutions.ts';

/**
 * How much of an edited statement changed. `slight`: a character, capitals or punctuation. `numbers`: nothing
 * but numbers. `negated`: a “not” or the like came or went, so that the meaning may be the opposite.
 * `rewritten`: most of the words. Undefined: some words.
 */
export type Extent = 'slight' | 'numbers' | 'negated' | 'rewritten';

/** With less in common a statement counts as rewritten. */
const REWRITTEN = 0.5;
/** Words whose shadows are their own: where one is gone, a negation is. */
const LONG_NEGATIONS = [
  'never',
  'none',
  'nobody',
  'nothing',
  'neither',
  'cannot',
  'without',
  'nunca',
  'jamais',
  'không',
  'chưa',
];
const SHADOWS = new Set(LONG_NEGATIONS.map(shadowOf));
/** Short ones share their shadows: each is tried in the text. */
const SHORT_NEGATIONS = ['not', 'no', 'nor', 'pas', 'sin', '不', '沒', '未'];

/** Says how much of a statement changed, by the shadows of its recorded words. */
export function extentOf(old: Old, home: New): Extent | undefined {
  const tokens = home.tokens();
  const words = tokens.map(({ shadow }) => shadow);
  const recorded = old.words.all;
  const shared = commonPlaces(recorded, words);
  if (hasNegationChanged(old, home, shared)) return 'negated';
  if (shared.length === recorded.length && shared.length === words.length) {
    return tokens.some(({ word }) => /\p{N}/u.test(word)) ? undefined : 'slight';
  }
  const changed = substitutions(recorded, tokens);
  const [first, ...others] = changed;
  const isNumbers = changed.every(({ news }) => news.every(({ word }) => /\p{N}/u.test(word)));
  const [sum, old1] = [
    changed.reduce((n, { news }) => n + news.length, 0),
    words.length - shared.length,
  ];
  if (changed.length > 0 && isNumbers && sum >= old1) return 'numbers';
  const [token] = first?.news ?? [];
  const isOne = others.length === 0 && first?.news.length === 1 && first.olds.length === 1;
  if (isOne && token && differsByCharacter(home.text, token, old.digest)) return 'slight';
  return likeness(old.words, home.words()) < REWRITTEN ? 'rewritten' : undefined;
}

function hasNegationChanged(old: Old, home: New, shared: readonly [number, number][]): boolean {
  const [before, now] = [new Set(shared.map(([o]) => o)), new Set(shared.map(([, n]) => n))];
  const tokens = home.tokens();
  const gone = old.words.all.filter((shadow, n) => !before.has(n) && SHADOWS.has(shadow));
  const added = tokens.filter((token, n) => !now.has(n) && token.isNegation);
  if (gone.length !== added.length) return true;
  if (added.length > 0) return false; // one came for another
  const isOnlyGone = now.size === tokens.length && before.size === old.words.all.length - 1;
  return isOnlyGone && isNegationMissing(home, old.digest);
}

/** Whether the recorded text is the present one with a short negation somewhere between its words. */
function isNegationMissing({ text }: New, digest: string): boolean {
  const spaces = [...text.matchAll(/\s/g)].map(({ index }) => index);
  return SHORT_NEGATIONS.some((word) =>
    [-1, ...spaces].some((at) => {
      const [head, tail] = [text.slice(0, at + 1), text.slice(at + 1)];
      return statementId(`${head}${word} ${tail}`) === digest;
    }),
  );
}
