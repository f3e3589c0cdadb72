import { fullLikeness, likenessBound } from './likeness.ts';
import { shadowedWords, sketch, sketchedWords, type SketchWords } from './sketch.ts';

/** So few words are alike by chance. */
const FEW = 12;
/** How alike a statement must be to one of another release to be the same, edited: half a page has nothing else to go by. */
const ALIKE = 0.8;
/** By how much it must be more alike than any other. */
const MARGIN = 0.1;
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
 * @param words the recorded ones.
 * @param newcomers of other releases.
 * @returns undefined where none is, or more than one may be.
 */
export function findMovedEdit(
  words: SketchWords,
  newcomers: readonly Newcomer[],
): Newcomer | undefined {
  if (words.all.length < FEW) return undefined;
  const rated = newcomers
    .map((newcomer) => ({ newcomer, likeness: likenessTo(words, newcomer.text) }))
    .filter(({ likeness }) => likeness >= ALIKE - MARGIN)
    .sort((a, b) => b.likeness - a.likeness);
  const [best, second] = rated;
  if (best === undefined || best.likeness < ALIKE) return undefined;
  if (second !== undefined && second.likeness > best.likeness - MARGIN) return undefined;
  const known = new Set(words.all);
  const isSame = shadowedWords(best.newcomer.text).every(
    ([word, shadow]) => !TELLING.test(word) || known.has(shadow),
  );
  return isSame ? best.newcomer : undefined;
}

/** As far as it is worth computing. */
function likenessTo(words: SketchWords, text: string): number {
  const present = sketchedWords(sketch(text));
  if (present.all.length < FEW || likenessBound(words, present) < ALIKE - MARGIN) return 0;
  return fullLikeness(words, present);
}
