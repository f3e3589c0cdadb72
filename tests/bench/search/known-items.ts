import type { Random } from '../identity/random.ts';
import type { Sample } from '../samples.ts';

/** A statement that someone half remembers, and what they type to find it. */
export interface KnownItem {
  release: string;
  statement: string;
  /** All that the statement says. */
  text: string;
  queries: Record<QueryKind, string>;
}

/** `quoted` and `run`: three to six words in a row; `rare`: the four rarest words in any order. */
export type QueryKind = 'quoted' | 'run' | 'rare';

const [SHORTEST, LONGEST] = [3, 6];
/** Fewer words, and a statement is a name or a line of a letter head: nobody looks for these. */
const LEAST_WORDS = 12;

/** Words as people type them: without the signs around them. */
function wordsOf(text: string): string[] {
  return text
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter(Boolean);
}

/**
 * Draws statements to look for, spread over the archive, each from another release.
 * @param count how many; fewer if the archive has not as many releases.
 */
export function drawKnownItems(
  releases: readonly Sample[],
  count: number,
  random: Random,
): KnownItem[] {
  const frequency = documentFrequency(releases);
  const step = Math.max(1, Math.floor(releases.length / count));
  const items: KnownItem[] = [];
  for (const release of releases.filter((_, n) => n % step === 0)) {
    const long = release.statements.filter(({ text }) => wordsOf(text).length >= LEAST_WORDS);
    if (long.length === 0 || items.length === count) continue;
    const { id, text } = random.pick(long);
    const words = wordsOf(text);
    const length = SHORTEST + random.below(LONGEST - SHORTEST + 1);
    const start = random.below(words.length - length + 1);
    const run = words.slice(start, start + length).join(' ');
    const rarest = [...new Set(words.map((word) => word.toLowerCase()))]
      .sort((a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0))
      .slice(0, 4)
      .map((word) => ({ word, place: random.next() }))
      .sort((a, b) => a.place - b.place)
      .map(({ word }) => word);
    const queries = { quoted: `"${run}"`, run, rare: rarest.join(' ') };
    items.push({ release: release.id, statement: id, text, queries });
  }
  return items;
}

/** In how many releases each word appears, in lower case. */
function documentFrequency(releases: readonly Sample[]): Map<string, number> {
  const frequency = new Map<string, number>();
  for (const { statements } of releases) {
    const words = new Set(statements.flatMap(({ text }) => wordsOf(text.toLowerCase())));
    for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  }
  return frequency;
}

/** Where words appear: the statements by the words' text, in lower case. */
export class Whereabouts {
  readonly #texts: { release: string; statement: string; text: string }[];

  constructor(releases: readonly Sample[]) {
    this.#texts = releases.flatMap(({ id: release, statements }) =>
      statements.map(({ id, text }) => {
        return { release, statement: id, text: ` ${wordsOf(text.toLowerCase()).join(' ')} ` };
      }),
    );
  }

  /** The statements in which these words appear in a row; `release statement` each. */
  of(run: string): Set<string> {
    const words = ` ${wordsOf(run.toLowerCase()).join(' ')} `;
    return new Set(
      this.#texts
        .filter(({ text }) => text.includes(words))
        .map(({ release, statement }) => `${release} ${statement}`),
    );
  }
}
