import { countWords, isCapitals, isTitleCase, shareOfSmall, wordsIn } from '../text-shape.ts';
import type { HeadPart, HeadText } from './head-text.ts';
import { isOfficeName, isWeakHeadline, mayBeLetterhead, namesPerson } from './letterhead.ts';
import { endsWithVerb, hasHeadlineVerb } from './headline-verbs.ts';
import { lettersOf } from './page-title.ts';
import { endsOpen, isBound } from './line-layout.ts';
import { isClean } from './scanned-line.ts';
import type { Head, StoryStart } from './read-head.ts';

/** The headline and the lines below it. */
export interface ChosenHeadline {
  headline: HeadText | undefined;
  confidence: number;
  subtitles: HeadText[];
  subtitleConfidence: number;
  /** Texts that repeat the headline, and those that are neither. */
  repeats: HeadText[];
  others: HeadText[];
  /** Where the body begins: earlier than it seemed, if a text above it is part of it. */
  start: StoryStart;
}

const CERTAIN = 0.97;
const SURE = 0.9;
const LIKELY = 0.82;
const DOUBT = 0.65;

const MAX_HEADLINE = 45; // words
const MAX_SUBTITLE = 40; // words

/** Chooses the headline by what is printed twice, by headings, by the release line, and by shape. */
export function chooseHeadline({ parts, start, hasStory }: Head): ChosenHeadline {
  const texts = parts.filter((part) => part.kind === 'paragraph');
  const candidates = texts.filter(({ isLetterhead }) => !isLetterhead);
  const { headline, confidence } = choose(parts, candidates);
  if (headline === undefined) {
    return {
      headline,
      confidence: 0,
      subtitles: [],
      subtitleConfidence: 1,
      repeats: [],
      others: texts,
      start,
    };
  }
  const below = splitBelow(parts, headline, start);
  const letters = lettersOf(headline.text);
  const rest = texts.filter(
    (one) => one !== headline && !below.subtitles.includes(one) && !below.body.includes(one),
  );
  const repeats = rest.filter((one) => lettersOf(one.text) === letters);
  const limit = !hasStory ? 0.5 : isReadable(headline.text) ? 1 : DOUBT;
  return {
    headline,
    confidence: Math.min(limit, confidence),
    subtitles: below.subtitles,
    subtitleConfidence: below.confidence,
    repeats,
    others: rest.filter((one) => !repeats.includes(one)),
    start: below.start,
  };
}

interface Choice {
  headline: HeadText | undefined;
  confidence: number;
}

function choose(parts: readonly HeadPart[], candidates: readonly HeadText[]): Choice {
  const repeated = candidates.findLast(({ isTitle }) => isTitle);
  if (repeated !== undefined) return { headline: repeated, confidence: CERTAIN };
  const heading = candidates.find((one) => one.heading > 0);
  if (heading !== undefined) return { headline: heading, confidence: limited(heading, 0.95) };
  if (candidates.length === 0) return { headline: lastResort(parts), confidence: 0.5 };
  const line = parts.findLastIndex(({ kind }) => kind === 'release');
  const below = candidates.filter((one) => parts.indexOf(one) > line);
  const anchor = parts.findLastIndex(
    ({ kind }) => kind === 'release' || kind === 'date' || kind === 'contact',
  );
  const last = candidates.filter((one) => parts.indexOf(one) > anchor);
  const group = last.length > 0 ? last : line !== -1 && below.length > 0 ? below : candidates;
  const likely = group.filter((one) => !mayBeLetterhead(one.text) && isClean(one.text));
  const [first] = likely.length > 0 ? likely : group;
  if (first === undefined) return { headline: undefined, confidence: 0 };
  const second = group.slice(group.indexOf(first) + 1).find(({ text }) => countWords(text) > 2);
  // The person is in the letterhead: a line below that reads as a name is none.
  const isNamed =
    likely.length === 0 && (isWeakHeadline(first.text) || !parts.some(isPersonOfLetterhead));
  const others = candidates.filter((one) => one !== first && !group.includes(one));
  const hasRival = others.some(
    ({ text }) =>
      !mayBeLetterhead(text) &&
      isClean(text) &&
      (line === -1 || countWords(text) >= 5 || hasHeadlineVerb(text)),
  );
  const base = hasRival ? DOUBT : line !== -1 || last.length > 0 ? 0.95 : SURE;
  if (isNamed && !endsWithVerb(first.text))
    return { headline: first, confidence: Math.min(DOUBT, limited(first, base)) };
  const most = likely.length === 0 ? LIKELY : 1;
  if (second === undefined)
    return { headline: first, confidence: Math.min(most, limited(first, base)) };
  return {
    headline: first,
    confidence: Math.min(most, limited(first, base), pairConfidence(first, second)),
  };
}

const isPersonOfLetterhead = (part: HeadPart) =>
  part.kind === 'paragraph' && part.isLetterhead && namesPerson(part.text);

/** Where all texts read like a letterhead, the last that may be more than the name of an office. */
const lastResort = (parts: readonly HeadPart[]) =>
  parts.findLast(
    (part) =>
      part.kind === 'paragraph' &&
      countWords(part.text) >= 4 &&
      !isOfficeName(part.text) &&
      isReadable(part.text),
  ) as HeadText | undefined;

/** The confidence that the second of two texts is a line below the first, and not its better. */
function pairConfidence(first: HeadText, second: HeadText): number {
  const isBelow = second.tokens[0]?.unit === (first.tokens.at(-1)?.unit ?? 0) + 1;
  if (first.mayGoOn && isBelow && isCapitals(first.text) === isCapitals(second.text)) return DOUBT;
  if (isCapitals(first.text) && !isCapitals(second.text)) return SURE;
  if (isBound(first.text, second.text)) return DOUBT;
  if (/^[*–—-]/u.test(second.text)) return SURE;
  if (isTitleCase(first.text) && shareOfSmall(second.text) >= 0.35) return SURE;
  if (countWords(first.text) >= 6 && !isCapitals(second.text) && !endsWithVerb(first.text))
    return LIKELY;
  return DOUBT;
}

/** What is right about the shape of a headline limits the confidence in it. */
function limited({ text, isDoubtful, heading }: HeadText, confidence: number): number {
  const count = countWords(text);
  if (count > MAX_HEADLINE) return 0.4;
  if (endsOpen(text) || endsInCapitals(text)) return Math.min(DOUBT, confidence);
  if (isDoubtful || (heading === 0 && (count < 3 || isWeakHeadline(text))))
    return Math.min(DOUBT, confidence);
  return confidence;
}

/** Whether words in capitals follow others, as a headline that was joined to its letterhead. */
function endsInCapitals(text: string): boolean {
  const words = wordsIn(text);
  const last = words.slice(-3);
  return last.length === 3 && isCapitals(last.join('')) && !isCapitals(words.slice(0, 3).join(''));
}

/** Whether it has the letters that a headline has, and not what a scanner makes of stains. */
function isReadable(text: string): boolean {
  const words = wordsIn(text);
  const single = words.filter((word) => /^\p{L}$/u.test(word));
  const odd = text.match(/[^\p{L}\p{M}\p{N}\s.,;:!?'"’‘“”«»„()[\]$€£¥%&/#*+–—-]/gu)?.length ?? 0;
  return (
    single.length <= 1.5 + words.length / 8 &&
    odd <= 1 &&
    /^[\p{L}\p{N}"“«„‘'¿¡$€£#*(\[]/u.test(text)
  );
}

/** What is between headline and body: lines below the headline, or already body. */
function splitBelow(parts: readonly HeadPart[], headline: HeadText, start: StoryStart) {
  const place = parts.indexOf(headline);
  const after = parts.slice(place + 1);
  const texts = after.filter((part) => part.kind === 'paragraph');
  const below = texts.filter(({ isLetterhead }) => !isLetterhead);
  const lastAnchor = after.findLastIndex(
    ({ kind }) => kind !== 'paragraph' && kind !== 'furniture',
  );
  const isLede = (one: HeadText, n: number) =>
    start.dateline === undefined &&
    after.indexOf(one) > lastAnchor &&
    (n > 0 || countWords(one.text) > MAX_SUBTITLE);
  const first = below.findIndex(isLede);
  if (first === -1) {
    const words = below.reduce((sum, { text }) => sum + countWords(text), 0);
    const isSafe = below.length <= 2 && words <= 2 * MAX_SUBTITLE;
    return { subtitles: below, body: [], confidence: below.length === 0 ? 1 : isSafe ? 0.85 : 0.6, start }; // prettier-ignore
  }
  const lede = below[first];
  const [token] = lede?.tokens ?? [];
  const from = lede === undefined ? texts.length : texts.indexOf(lede);
  const earlier: StoryStart = {
    unit: token?.unit ?? start.unit,
    offset: token?.start ?? start.offset,
    dateline: undefined,
    story: { unit: token?.unit ?? start.unit, offset: token?.start ?? start.offset },
  };
  return {
    subtitles: below.slice(0, first),
    body: texts.slice(from),
    confidence: 0.85,
    start: earlier,
  };
}
