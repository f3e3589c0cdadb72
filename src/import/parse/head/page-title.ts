import type { TaggedUnit } from '../tag-units.ts';
import { collapse, wordsIn } from '../text-shape.ts';
import { isLabel } from './label.ts';
import { isLetterhead } from './letterhead.ts';

const MAX_UNITS = 3; // above which a page's title is
const MIN_LETTERS = 12;
const MAX_LETTERS = 600;
/** What a page's title has after the headline, and before it. */
const SITE = / (?:[|–—·»«:-]|::) /gu;
const RELEASE_LINE =
  /^(?:for\s+immediate\s+release|press\s+release|media\s+release|news\s+release)\s*[:–—-]\s*/iu;

/** The letters and digits of a text, by which two prints of one headline are compared. */
export const lettersOf = (text: string): string =>
  text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

const MAX_BELOW = 40; // units below its title on which a page repeats it
const MIN_REPEATED = 25; // letters
const MAX_REPEATED = 40;

/** Whether the first line of a page begins as a line below it does, and is no sentence: its title. */
export function isRepeatedBelow(units: readonly TaggedUnit[], n: number): boolean {
  const begins = (text: string) =>
    lettersOf(text.slice(0, 2 * MAX_REPEATED)).slice(0, MAX_REPEATED);
  const letters = begins(units[n]?.text ?? '');
  if (n > 0 || letters.length < MIN_REPEATED || units[n]?.tags.isSentence) return false;
  return units.slice(n + 1, n + 1 + MAX_BELOW).some(({ text }) => begins(text) === letters);
}

/** Headlines, as letters, that the first lines of a saved page may give as its title, with the line's unit. */
export function pageTitles(units: readonly TaggedUnit[]): ReadonlyMap<string, number> {
  const titles = new Map<string, number>();
  for (const [n, { text, isBody }] of units.slice(0, MAX_UNITS).entries()) {
    if (isBody || text.length > 2 * MAX_LETTERS) continue;
    const line = collapse(text).replace(RELEASE_LINE, '');
    const ends = [...line.matchAll(SITE)].map(({ index }) => index);
    for (const end of [...ends, line.length]) {
      const title = line.slice(0, end);
      const letters = lettersOf(title);
      const isLong = letters.length >= MIN_LETTERS && wordsIn(title).length >= 2;
      const isName = isLabel(title) || isLetterhead(title);
      if (isLong && letters.length <= MAX_LETTERS && !isName && !titles.has(letters))
        titles.set(letters, n);
    }
  }
  return titles;
}
