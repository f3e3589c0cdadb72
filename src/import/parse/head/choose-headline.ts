import { findDates } from '../find-date.ts';
import type { TaggedUnit } from '../tag-units.ts';
import { countWords, isCapitals } from '../text-shape.ts';
import type { HeadPart, HeadText } from './head-text.ts';
import { DOUBT, isReadable, LIKELY, limited, pairConfidence, SURE } from './headline-confidence.ts';
import { endsWithVerb, hasHeadlineVerb } from './headline-verbs.ts';
import { isLetterhead, isOfficeName, isWeakHeadline, mayBeLetterhead } from './letterhead.ts';
import { isAbove, lineAboveStory } from './line-above-story.ts';
import { endsOpen } from './line-layout.ts';
import { readsAsOtherPart } from './other-parts.ts';
import { isShortTitle, knowsIssuer, mayGoOnBelow } from './letterhead-around.ts';
import { lettersOf } from './page-title.ts';
import type { Head, StoryStart } from './read-head.ts';
import { displacedHeadline } from './displaced-headline.ts';
import { isClean, isSetWide } from './scanned-line.ts';
import { mayBeMisread, storyWords, type StoryWords } from './story-words.ts';

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

const MAX_LIKELY = 3; // lines of which one can be the headline
const MAX_SUBTITLE = 40; // words
const MIN_LARGE = 4; // words of a headline that its size alone shows

/** Chooses the headline by what is printed twice, by headings, by the release line, and by shape. */
export function chooseHeadline(head: Head, units: readonly TaggedUnit[]): ChosenHeadline {
  const { parts, start, hasStory } = head;
  const texts = parts.filter((part) => part.kind === 'paragraph');
  const candidates = texts.filter(({ isLetterhead }) => !isLetterhead);
  const story = storyWords(units, start);
  const chosen = choose(head, candidates, story);
  const better =
    chosen.confidence < LIKELY
      ? (lineAboveStory(candidates, start, story) ??
        (candidates.length === 0 && hasStory ? displacedHeadline(units, start, story) : undefined))
      : undefined;
  const { headline, confidence } =
    better === undefined ? chosen : { headline: better, confidence: LIKELY };
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
  const isAboveStory = below.subtitles.length === 0 && isLineAboveStory(headline, start);
  const isSure =
    isReadable(headline.text) &&
    !mayBeMisread(headline.text, story) &&
    !mayGoOnBelow(parts, headline);
  const limit = !hasStory ? 0.5 : isSure ? 1 : DOUBT;
  return {
    headline,
    confidence: Math.min(limit, isAboveStory ? Math.max(LIKELY, confidence) : confidence),
    subtitles: below.subtitles,
    subtitleConfidence: below.confidence,
    repeats,
    others: rest.filter((one) => !repeats.includes(one)),
    start: below.start,
  };
}

/** Whether it is in capitals right above the story, and has no line that could be something else. */
const isLineAboveStory = (headline: HeadText, start: StoryStart): boolean =>
  isAbove(headline, start) && isPlainLine(headline);

const isPlainLine = ({ text, tokens }: HeadText): boolean =>
  countWords(text) >= 3 &&
  isCapitals(text) &&
  isClean(text) &&
  !endsOpen(text) &&
  !readsAsOtherPart(text) &&
  tokens.every((line) => !isWeakHeadline(line.text) && findDates(line.text).length === 0);

interface Choice {
  headline: HeadText | undefined;
  confidence: number;
}

function choose({ parts, start }: Head, all: readonly HeadText[], story: StoryWords): Choice {
  const repeated = all.findLast(({ isTitle }) => isTitle);
  if (repeated !== undefined) return { headline: repeated, confidence: CERTAIN };
  const headings = all.filter((one) => one.heading > 0);
  const title = headings.find(({ text }) => !isLetterhead(text));
  // The office as a heading, and the headline in the text below it.
  const others = title === undefined ? all.filter(({ heading }) => heading === 0) : [];
  const candidates = others.some(({ text }) => isLikely(text)) ? others : all;
  const heading = title ?? (candidates === all ? headings[0] : undefined);
  if (heading !== undefined) {
    const isOffice = isLetterhead(heading.text) && candidates.length > 1;
    return { headline: heading, confidence: limited(heading, isOffice ? DOUBT : 0.95) };
  }
  const large = candidates.filter(isLargeTitle);
  if (large.length === 1)
    return { headline: large[0], confidence: limited(large[0] as HeadText, 0.92) };
  if (candidates.length === 0) return { headline: lastResort(parts), confidence: 0.5 };
  const [only, more] = candidates;
  const isShort =
    only !== undefined &&
    more === undefined &&
    isAbove(only, start) &&
    isShortTitle(parts, only, story);
  if (isShort) return { headline: only, confidence: LIKELY };
  const line = parts.findLastIndex((part) => part.kind === 'release' || isReleaseLabel(part));
  const below = candidates.filter((one) => parts.indexOf(one) > line);
  const anchor = parts.findLastIndex(
    ({ kind }) => kind === 'release' || kind === 'date' || kind === 'contact',
  );
  const last = candidates.filter((one) => parts.indexOf(one) > anchor);
  const group = last.length > 0 ? last : line !== -1 && below.length > 0 ? below : candidates;
  const likely = group.filter((one) => isLikely(one.text));
  const [first] = likely.length > 0 ? likely : group;
  if (first === undefined) return { headline: undefined, confidence: 0 };
  const rivals = candidates.filter((one) => one !== first && !group.includes(one));
  const hasRival = rivals.some(
    ({ text }) =>
      !mayBeLetterhead(text) &&
      !isMotto(text) &&
      !endsOpen(text) &&
      (isClean(text) || isSetWide(text)) &&
      (line === -1 || countWords(text) >= 5 || hasHeadlineVerb(text)),
  );
  const base = hasRival ? DOUBT : line !== -1 || last.length > 0 ? 0.95 : SURE;
  const confidence = Math.min(base, ofGroup(group, first, likely.length), ofName(parts, first, likely.length)); // prettier-ignore
  return { headline: first, confidence: limited(first, confidence) };
}

/** Whether a text in large letters is no letterhead, which may be large too. */
const isLargeTitle = ({ isLarge, text }: HeadText) =>
  isLarge && countWords(text) >= MIN_LARGE && isLikely(text);

/** Whether a line is in quotation marks and says nothing: `“A Century of Light”`. */
const isMotto = (text: string) => /^["“][^"”]{3,60}["”]$/u.test(text) && !hasHeadlineVerb(text);

/** Whether a part says that a release follows: `MEDIA RELEASE` on a line of its own. */
const isReleaseLabel = ({ kind, text }: HeadPart) =>
  (kind === 'furniture' || kind === 'paragraph') &&
  /^(?:press|media|news)\s+(?:release|statement)$/iu.test(text);

const isLikely = (text: string) =>
  !mayBeLetterhead(text) && isClean(text) && !readsAsOtherPart(text);

/** How sure the first of several lines is the headline, by what is before it and below it. */
function ofGroup(group: readonly HeadText[], first: HeadText, countOfLikely: number): number {
  const place = group.indexOf(first);
  const isPassedOver = group
    .slice(0, place)
    .some(({ text }) => countWords(text) > 2 && isClean(text) && !isWeakHeadline(text));
  if (isPassedOver || countOfLikely > MAX_LIKELY) return DOUBT;
  const second = group.slice(place + 1).find(({ text }) => countWords(text) > 2);
  return second === undefined ? 1 : pairConfidence(first, second);
}

/** How sure a line that reads as a name is the headline: where the letterhead says who issues, it is no name. */
function ofName(parts: readonly HeadPart[], headline: HeadText, countOfLikely: number): number {
  const { text } = headline;
  if (countOfLikely > 0 || endsWithVerb(text)) return 1;
  const isPlain = isClean(text) && !isWeakHeadline(text);
  return isPlain && knowsIssuer(parts, headline) ? LIKELY : DOUBT;
}

/** Where all texts read like a letterhead, the last that may be more than the name of an office. */
const lastResort = (parts: readonly HeadPart[]) =>
  parts.findLast(
    (part) =>
      part.kind === 'paragraph' &&
      countWords(part.text) >= 4 &&
      !isOfficeName(part.text) &&
      isReadable(part.text),
  ) as HeadText | undefined;

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
