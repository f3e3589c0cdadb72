import { fullLikeness } from './likeness.ts';
import { shadowedWords, sketch, sketchedWords, type SketchWords } from './sketch.ts';

/** So few words are alike by chance. */
const FEW = 12;
/** How alike a statement must be to one of another release to be the same, edited: it has nothing else to go by. */
const ALIKE = 0.8;
/** By how much it must be more alike than any other. */
const MARGIN = 0.1;
/** The least share of its rows of words that one must have to be looked at: each edit breaks three rows. */
const ROWS = 0.25;
/** Words that say what a statement is about, or turn it round. */
const TELLING = /^\p{Lu}|\p{N}|^(?:not|no|never|cannot)$/u;

/** A statement that is new in a release. */
export interface Newcomer {
  release: string;
  id: string;
  text: string;
}

/**
 * Finds the statement that a recorded one became which was moved to another release and edited a little on the
 * way. No name, number or negation may be new in it: each year an office says much the same of another grant.
 * @param newcomers all that are new.
 * @returns a function of the recorded words and the release that they left; it returns undefined where no
 *   statement of another release is alike enough, or more than one.
 */
export function movedEditFinder(
  newcomers: readonly Newcomer[],
): (words: SketchWords, release: string) => Newcomer | undefined {
  const all = newcomers
    .map((newcomer) => ({ newcomer, words: sketchedWords(sketch(newcomer.text)) }))
    .filter(({ words }) => words.all.length >= FEW);
  const having = new Map<string, (typeof all)[number][]>();
  for (const one of all) {
    for (const row of rowsOf(one.words)) {
      const own = having.get(row);
      if (own) own.push(one);
      else having.set(row, [one]);
    }
  }
  return (words, release) => {
    if (words.all.length < FEW) return undefined;
    const rows = rowsOf(words);
    const shared = new Map<(typeof all)[number], number>();
    for (const row of rows) {
      for (const one of having.get(row) ?? []) shared.set(one, (shared.get(one) ?? 0) + 1);
    }
    const [best, second] = [...shared]
      .filter(([{ newcomer }, count]) => newcomer.release !== release && count >= ROWS * rows.size)
      .map(([one]) => ({ ...one, likeness: fullLikeness(words, one.words) }))
      .sort((a, b) => b.likeness - a.likeness);
    if (best === undefined || best.likeness < ALIKE) return undefined;
    if (second !== undefined && second.likeness > best.likeness - MARGIN) return undefined;
    const known = new Set(words.all);
    const isSame = shadowedWords(best.newcomer.text).every(
      ([word, shadow]) => !TELLING.test(word) || known.has(shadow),
    );
    return isSame ? best.newcomer : undefined;
  };
}

/** Each three words in a row, once. */
const rowsOf = ({ all }: SketchWords): Set<string> =>
  new Set(all.slice(2).map((word, n) => `${all[n]} ${all[n + 1]} ${word}`));
