import { readLostHead } from './lost-head.ts';
import { findHeadline } from './lost-headline.ts';
import type { ReleaseHead } from './read-release-head.ts';
import type { TaggedUnit } from './tag-units.ts';
import { collapse } from './text-shape.ts';

const MIN_SHARE = 0.5; // of a text's words
const MIN_WORDS = 40; // of a line that is a whole page
const MAX_BLOCKS = 4; // of such a page, however many gaps it has
const MIN_GAPS = 0.25; // of a text's parts that come after a gap

/**
 * Whether a page was saved without its lines, as archives do that keep only its words: gaps of many spaces
 * are all that separates its parts, or its first line has most of its words.
 */
export function isFlattened(units: readonly TaggedUnit[]): boolean {
  if ((units.at(-1)?.block ?? 0) >= MAX_BLOCKS) return false;
  const all = units.reduce((sum, { tags }) => sum + tags.words, 0);
  const first = units[0]?.tags.words ?? 0;
  const gaps = units.filter(({ isApart }) => isApart).length;
  const isOneLine = first >= MIN_WORDS && first > all * MIN_SHARE;
  return isOneLine || gaps > units.length * MIN_GAPS || hasLostItsPunctuation(units);
}

/** Whether most words of a text are in lines that have lost their punctuation too. */
export function hasLostItsPunctuation(units: readonly TaggedUnit[]): boolean {
  let [all, lost] = [0, 0];
  for (const { tags } of units) {
    all += tags.words;
    if (tags.hasLostPunctuation) lost += tags.words;
  }
  return lost > all * MIN_SHARE;
}

/** Reads the head of such a text. */
export function readFlattenedHead(units: readonly TaggedUnit[], isLost: boolean): ReleaseHead {
  const { tokens, start } = readLostHead(units, isLost);
  const texts = tokens.filter(({ kind }) => kind === 'text');
  const { headline, subtitles, repeats, others, confidence } = findHeadline(texts, units);
  const { unit, offset, dateline } = start;
  return {
    tokens: tokens.filter((token) => token.kind !== 'text'),
    heads: {
      title: headline ? collapse(headline.text) : null,
      titleConfidence: confidence,
      subtitle: subtitles.length > 0 ? subtitles.map(({ text }) => collapse(text)).join(' ') : null,
      subtitleConfidence: subtitles.length === 0 ? 1 : subtitles.length > 1 ? 0.8 : 0.85,
      titles: headline ? [headline] : [],
      subtitles,
      repeats,
      others,
    },
    start: { unit, offset, dateline, story: { unit, offset: dateline?.end ?? offset } },
  };
}
