import type { ComparedRelease, Lexicon } from './compared-release.ts';
import { MIN_PART, MIN_WORDS, type ParsedQuotation } from './parse-quotation.ts';

/** A row of a quotation's words that a release has word for word. */
export interface CoveringRun {
  release: ComparedRelease;
  /** The first of these words in the release. */
  word: number;
  /** Which words of the quotation they are: from the first to before `end`. */
  start: number;
  end: number;
}

/** More pieces are no quotation of anything. */
const MAX_RUNS = 6;

/**
 * Puts a quotation together from rows of words that releases have, as few as can be, each of five words or of a
 * whole part between ellipses.
 * @returns undefined if some of its words are in none of them.
 */
export function coverQuotation(
  { parts }: ParsedQuotation,
  releases: readonly ComparedRelease[],
  lexicon: Lexicon,
): CoveringRun[] | undefined {
  const words: number[] = [];
  /** Of each word the part between ellipses or brackets that it is in, from the first word to before `end`. */
  const stretches: { start: number; end: number }[] = [];
  const breaks = new Set<number>(); // where no row may go on
  for (const part of parts) {
    for (const element of part) {
      if (element.kind === 'word') words.push(lexicon.find(element.key));
      else breaks.add(words.length);
    }
    breaks.add(words.length);
  }
  for (const end of breaks) {
    const start = stretches.length;
    while (stretches.length < end) stretches.push({ start, end });
  }
  const longest = longestRuns(words, breaks, releases);
  const isLongEnough = ({ start, end }: CoveringRun) => {
    const stretch = stretches[start];
    const all = stretch === undefined ? 0 : stretch.end - stretch.start;
    return end - start >= Math.max(MIN_PART, Math.min(MIN_WORDS, all));
  };
  const cover: CoveringRun[] = [];
  for (let place = 0; place < words.length;) {
    const reaching = longest
      .slice(stretches[place]?.start, place + 1)
      .filter((run) => run !== undefined)
      .filter((run) => run.end > place && isLongEnough(run));
    const best = reaching.reduce<CoveringRun | undefined>(
      (one, run) => (one === undefined || run.end > one.end ? run : one),
      undefined,
    );
    if (best === undefined || cover.length === MAX_RUNS) return undefined;
    cover.push(best);
    place = best.end;
  }
  return cover;
}

/** For each word of the quotation the longest row that begins with it. */
function longestRuns(
  words: readonly number[],
  breaks: ReadonlySet<number>,
  releases: readonly ComparedRelease[],
): (CoveringRun | undefined)[] {
  const longest: (CoveringRun | undefined)[] = words.map(() => undefined);
  for (const release of releases) {
    let after = new Uint16Array(release.words.length + 1);
    for (let n = words.length - 1; n >= 0; n--) {
      const row = new Uint16Array(release.words.length + 1);
      const known = longest[n];
      let [length, place] = [known === undefined ? 0 : known.end - known.start, -1];
      for (let m = 0; m < release.words.length; m++) {
        if (release.words[m] !== words[n]) continue;
        const own = 1 + (breaks.has(n + 1) ? 0 : (after[m + 1] ?? 0));
        row[m] = own;
        if (own > length) [length, place] = [own, m];
      }
      if (place >= 0) longest[n] = { release, word: place, start: n, end: n + length };
      after = row;
    }
  }
  return longest;
}
