import { statementId } from '../statement-id.ts';
import { isFree, isLost, type Matching, type New, type Old, assign } from './matching.ts';
import { sketch, sketchedWords, wordsFrom } from './sketch.ts';

/** Fewer words at the edge of a text are no proof, unless they are a sentence. */
const LEAST = 3;
/** Longer texts are looked through at the ends of their sentences alone. */
const LONGEST = 400;

/**
 * Finds recorded statements that are in a present one word for word, since another was appended or merged.
 * The digest of each run of its sentences, and of each beginning and end, is compared: that is proof, however
 * short the words are.
 */
export function matchContained({ olds, news }: Matching): void {
  for (const home of news.filter(({ isSame }) => !isSame)) {
    const lost = olds.filter((old) => isLost(old) && old.gap === home.gap);
    if (lost.length === 0) continue;
    const runs = runsOf(home.text);
    const found = lost.flatMap((old) => {
      const run = runs.get(old.digest);
      return run === undefined ? [] : [{ old, run }];
    });
    found.sort((a, b) => b.old.words.all.length - a.old.words.all.length);
    for (const { old, run } of found) place(old, home, run);
  }
}

function place(old: Old, home: New, run: string): void {
  if (isFree(home)) assign(old, home, 'edited', true);
  else {
    Object.assign(old, { home, outcome: 'merged', isInPlace: true });
    if (home.owner) home.owner.outcome = 'merged';
  }
  const rest = home.rest().all;
  const words = sketchedWords(sketch(run)).all;
  const at = rest.findIndex((_, n) => words.every((word, m) => rest[n + m] === word));
  if (at === -1) return;
  const left = wordsFrom(rest.toSpliced(at, words.length));
  home.rest = () => left;
}

/** The runs of a text that can be a statement, by their digests: of sentences; and what it begins or ends with. */
function runsOf(text: string): Map<string, string> {
  const ends = [...text.matchAll(/[.!?…。！？]["”’»)\]]*(?=\s|$)|[。！？]["”’」』]*/g)].map(
    ({ 0: mark, index }) => index + mark.length,
  );
  const bounds = [...new Set([0, ...ends, text.length])];
  const runs = new Map<string, string>();
  const add = (start: number, end: number) => {
    const run = text.slice(start, end).trim();
    if (run !== '' && run.length < text.length) runs.set(statementId(run), run);
  };
  for (const [n, start] of bounds.entries()) {
    for (const end of bounds.slice(n + 1, n + 20)) add(start, end);
  }
  const spaces = [...text.matchAll(/\s+/g)].map(({ index }) => index);
  if (spaces.length > LONGEST) return runs;
  for (const [n, space] of spaces.entries()) {
    if (n + 1 >= LEAST) add(0, space);
    if (spaces.length - n >= LEAST) add(space, text.length);
  }
  return runs;
}
