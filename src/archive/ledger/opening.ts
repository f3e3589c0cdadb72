import { commonPlaces, likeness } from './likeness.ts';
import type { New, Old } from './matching.ts';
import { substitutions } from './substitutions.ts';

/**
 * What speaks for two openings being one, edited, in log odds. Fitted by logistic regression on openings of 4,000
 * releases, each beside that of its office's next one, and on edited statements: 439 real ones, and made-up ones from
 * `tests/bench/identity/edits.ts`. Of 3,988 replaced openings of other releases 1.2 % pass for edited ones, 2.3 % with
 * the rules that these weights took the place of; of 43 real edits of openings none is lost, nor are more than 2 of the
 * 439 if each were an opening. Which features there are was chosen with those other releases in view, so that new ones
 * may do a little worse. `always` moves that balance: 3.7 would let 0.9 % pass and lose 7, 5.0 1.3 % and 2.
 */
const WEIGHTS = {
  always: 4.5,
  /** Shared words that say something, by the logarithm of their number. */
  saying: 2.3,
  /** The share of replaced stretches in which a name, a number or a date came. */
  keys: -3.6,
  /** The longest row of shared words, by the logarithm of its length: a phrase of the office. */
  row: -1.2,
  /** The same, by what else of the texts is not shared. */
  rowAlone: -2.2,
  /** The same, where each text says something that the other does not. */
  rowReplaced: -0.6,
  /** How alike they are, from 0 to 1. */
  likeness: 3.6,
};

/**
 * Whether two openings announce the same. The releases of an office begin with the same phrase, whatever they
 * announce: the more of what they share is such a phrase, and the more of what they do not share is what they are about,
 * the less it says.
 * @param saysSomething whether a word, by its shadow, is more than a formula, a name or a number.
 */
export function announcesTheSame(
  old: Old,
  home: New,
  saysSomething: (shadow: string) => boolean,
): boolean {
  const [ours, tokens] = [old.words.all, home.tokens()];
  const theirs = tokens.map(({ shadow }) => shadow);
  const places = commonPlaces(ours, theirs);
  const count = (words: readonly string[]) => words.filter(saysSomething).length;
  const saying = count(places.map(([place]) => ours[place] ?? ''));
  const apart = Math.min(count(ours), count(theirs)) - saying;
  const replaced = substitutions(ours, tokens);
  const withKeys = replaced.filter(({ news }) => news.some(({ key }) => key !== undefined));
  const row = Math.log(1 + longestRow(places));
  const unlike = 1 - (2 * places.length) / (ours.length + theirs.length);
  const odds =
    WEIGHTS.always +
    WEIGHTS.saying * Math.log(1 + saying) +
    WEIGHTS.keys * (withKeys.length / Math.max(1, replaced.length)) +
    WEIGHTS.row * row +
    WEIGHTS.rowAlone * row * unlike +
    WEIGHTS.rowReplaced * (apart > 0 ? row : 0) +
    WEIGHTS.likeness * likeness(old.words, home.words());
  return odds >= 0;
}

/** The most places that follow each other in both texts. */
function longestRow(places: readonly [number, number][]): number {
  let [longest, row] = [0, 0];
  for (const [n, [a, b]] of places.entries()) {
    const before = places[n - 1];
    row = before && before[0] === a - 1 && before[1] === b - 1 ? row + 1 : 1;
    longest = Math.max(longest, row);
  }
  return longest;
}
