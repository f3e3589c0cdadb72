import type { TaggedUnit } from '../tag-units.ts';
import { endsBeforeObject, hasHeadlineVerb } from './headline-verbs.ts';
import { isCapitals, isTitleCase, shareOfSmall } from '../text-shape.ts';

/** How the lines of a text lie: whether a line ends where its sentence does, or where it was full. */
export interface LineLayout {
  /** Whether most lines ended because they were full. */
  isWrapped: boolean;
  /** The characters of a full line. */
  width: number;
  /** Lines of the source from one line of a paragraph to the next: 2 where they are double-spaced. */
  step: number;
}

const MAX_UNITS = 400; // of the text that are looked at
const MAX_WIDTH = 140; // characters: no page has longer lines
const MIN_WIDTH = 40;
const MIN_SHARE = 0.2; // of the lines go on in the next one where a text is wrapped

/** Judges the layout by the lines that go on in the middle of a sentence. */
export function lineLayout(units: readonly TaggedUnit[]): LineLayout {
  const steps: number[] = [];
  let full = 0;
  const seen = units.slice(0, MAX_UNITS);
  const lengths = seen.map(({ text }) => text.length).sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  for (const [n, unit] of seen.entries()) {
    const next = seen[n + 1];
    if (next === undefined || !BEGINS_SMALL.test(next.text) || unit.tags.isSentence) continue;
    steps.push(next.line - unit.line);
    if (unit.text.length >= 0.6 * width) full++;
  }
  const step = steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 1;
  const isWrapped =
    width >= MIN_WIDTH && width <= MAX_WIDTH && full >= 2 && full / seen.length >= MIN_SHARE;
  return { isWrapped, width, step: Math.max(1, step) };
}

const BEGINS_SMALL = /^(?:\p{Ll}|[,;.)\]…])/u;
/** A dash that goes on with a sentence, and is no bullet. */
const BEGINS_WITH_DASH = /^[–—-]\s\p{Lu}/u;
const BULLET = /^(?:[*•·▪●○]|\(?(?:\d{1,2}|[a-z])[.)]\s|[o]\s)/u;
const BEGINS_WITH_SMALL_WORD =
  /^(?:and|as|at|but|by|for|from|in|into|of|on|or|over|to|with|after|before|during|under|through|about|against|amid|despite|following|than|that|because|while|without|within|near|de|del|en|con|por|para|y|et|des|du|und|von|mit)\s/iu;
const ENDS_OPEN =
  /(?:[,&–—-]|\b(?:a|(?<!\bpar\s)an|and|as|at|by|for|from|his|her|in|into|is|its|nor|of|on|or|over|the|their|to|with|against|among|between|during|without|whose|which|that|than|these|our|your|my|will|has|have|been|regarding|concerning|involving|including|challenging|targeting|alleging|requiring|providing|honou?ring|totall?ing|de|del|el|la|las|los|y|en|con|por|para|un|una|du|des|le|les|et|und|der|die|das|von|in|do|da|e|em))\s*$/iu;

/** Whether a line goes on with the line before it, and how surely. */
export type Continuation = 'no' | 'likely' | 'certain';

/** Whether `next` goes on with the line before it, by their shape alone. */
export function continuation(
  line: TaggedUnit,
  next: TaggedUnit,
  { isWrapped, width, step }: LineLayout,
): Continuation {
  const isOneBlock = line.block === next.block;
  if (next.isBody || (!isOneBlock && line.heading !== next.heading)) return 'no';
  if (!isOneBlock && next.line - line.line > step) return 'no';
  if (line.heading > 0 && isOneBlock) return 'certain';
  const isOneLook = line.isStrong === true || line.isLarge === true;
  if (isOneLook && isOneBlock && isPhrase(line, next)) return 'certain';
  if (BULLET.test(next.text)) return 'no';
  const [above, below] = [isCapitals(line.text), isCapitals(next.text)];
  if (above && !below && line.tags.words >= 3 && next.tags.words >= 3) return 'no';
  if (BEGINS_SMALL.test(next.text) || BEGINS_WITH_DASH.test(next.text)) return 'certain';
  if (above !== below && next.tags.words > 1) return 'no';
  if (ENDS_OPEN.test(line.text) || isBeforeObject(line.text, next.text)) return 'certain';
  if (above && BEGINS_WITH_SMALL_WORD.test(next.text)) return 'certain';
  if (line.tags.isSentence) return isWrapped && isFull(line, next, width) ? 'certain' : 'no';
  const [small, smallBelow] = [shareOfSmall(line.text), shareOfSmall(next.text)];
  if (small <= 0.25 && smallBelow > 0.35 && next.tags.words >= 5) return 'no';
  if (isWrapped && isFull(line, next, width)) return 'certain';
  const isLong = isWrapped && line.text.length >= 0.6 * width;
  if (isLong && isTitleCase(line.text) && isTitleCase(next.text)) return 'likely';
  if (!above || !below || line.tags.words < 2) return 'no';
  // Two headlines in capitals have two verbs; one over several lines has one.
  const areTwo = hasHeadlineVerb(line.text) && hasHeadlineVerb(next.text);
  return isOneBlock && !areTwo ? 'certain' : 'likely';
}

/** Whether two lines of one paragraph in bold or large letters read as one headline: none is a sentence, and one has the verb. */
const isPhrase = (line: TaggedUnit, next: TaggedUnit): boolean =>
  !line.tags.isSentence &&
  line.tags.words >= 2 &&
  next.tags.words >= 2 &&
  isCapitals(line.text) === isCapitals(next.text) &&
  (isBound(line.text, next.text) || !(hasHeadlineVerb(line.text) && hasHeadlineVerb(next.text)));

/** Whether a line cannot end there, or the next one cannot begin there: in the middle of a phrase. */
export const isBound = (line: string, next: string): boolean =>
  ENDS_OPEN.test(line) ||
  BEGINS_SMALL.test(next) ||
  BEGINS_WITH_SMALL_WORD.test(next) ||
  isBeforeObject(line, next);

/** Whether the next line has the object of the verb at the end of a line in title case, and no verb of its own. */
const isBeforeObject = (line: string, next: string): boolean =>
  endsBeforeObject(line) && isTitleCase(line) && isTitleCase(next) && !hasHeadlineVerb(next);

/** Whether a text breaks off, as before the word that a preposition needs. */
export const endsOpen = (text: string): boolean =>
  ENDS_OPEN.test(text.replace(/(?<![\s.])[\s.]+$/u, ''));

const isFull = (line: TaggedUnit, next: TaggedUnit, width: number) =>
  line.text.length + 1 + (next.text.split(/\s/, 1)[0] ?? '').length > 0.92 * width;
