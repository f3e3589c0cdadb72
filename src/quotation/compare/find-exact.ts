import {
  type ComparedRelease,
  hasSentenceEnd,
  type Lexicon,
  statementAt,
} from './compared-release.ts';
import { MIN_PART, type ParsedQuotation } from './parse-quotation.ts';
import { isNegation } from './quoted-words.ts';

/** Words of a release in a row, from the first to before `end`. */
interface WordSpan {
  start: number;
  end: number;
}

/** Where a release has a quotation word for word: a span for each of its parts, in order. */
export type Occurrence = readonly WordSpan[];

/** What a part of a quotation asks of the words of a release. */
type Step =
  | { word: number; beginning: string | undefined }
  /** Any words, as many as `MAX_REPLACED`, which negate if those in the brackets do. */
  | { negates: boolean };

/** A quotation with its words as numbers. */
export interface QuotationPattern {
  parts: readonly (readonly Step[])[];
}

/** How many words brackets may take the place of. */
const MAX_REPLACED = 12;
/** In the place of brackets at the end of a part, so many words are looked at for a negation. */
const EDGE_WORDS = 3;
/** An ellipsis in a sentence must not hide a negation among so few words. */
const SMALL_GAP = 3;
/** A part of one or two words must be so near to the one that it is beside. */
const NEAR = 20;
/** More occurrences in one release are not listed. */
const MAX_OCCURRENCES = 10;

/** The pattern of a quotation in the numbers of a lexicon. */
export function patternOf({ parts }: ParsedQuotation, lexicon: Lexicon): QuotationPattern {
  return {
    parts: parts.map((part) =>
      part.map((element) =>
        element.kind === 'word'
          ? { word: lexicon.find(element.key), beginning: element.beginning }
          : { negates: element.words.some(isNegation) },
      ),
    ),
  };
}

/**
 * Finds where a release has a quotation word for word. A part that an ellipsis joins comes anywhere after the one
 * before it.
 */
export function findExact(
  { parts }: QuotationPattern,
  release: ComparedRelease,
  lexicon: Lexicon,
): Occurrence[] {
  const spans = parts.map((part) => findPart(part, release, lexicon));
  if (spans.some(({ length }) => length === 0)) return [];
  const lengths = parts.map((part) => part.length);
  const anchor = lengths.indexOf(Math.max(...lengths));
  const found: Occurrence[] = [];
  for (const span of spans[anchor] ?? []) {
    const row = [span];
    for (let n = anchor + 1; n < parts.length; n++) {
      const before = row.at(-1) ?? span;
      const next = spans[n]?.find((own) => mayFollow(before, own, release, lexicon));
      if (next === undefined) break;
      row.push(next);
    }
    for (let n = anchor - 1; n >= 0 && row.length === parts.length - n - 1; n--) {
      const after = row[0] ?? span;
      const next = spans[n]?.findLast((own) => mayFollow(own, after, release, lexicon));
      if (next === undefined) break;
      row.unshift(next);
    }
    if (row.length === parts.length) found.push(row);
    if (found.length === MAX_OCCURRENCES) break;
  }
  return found;
}

/** Whether two parts may be joined by an ellipsis. */
function mayFollow(
  before: WordSpan,
  after: WordSpan,
  release: ComparedRelease,
  lexicon: Lexicon,
): boolean {
  const gap = after.start - before.end;
  if (gap < 0) return false;
  const isShort = [before, after].some(({ start, end }) => end - start < MIN_PART);
  if (isShort && gap > NEAR) return false;
  if (isShort && statementAt(release, before.end - 1) !== statementAt(release, after.start)) {
    return false;
  }
  if (gap === 0 || gap > SMALL_GAP) return true;
  const hides = negates(release, lexicon, before.end, after.start);
  return !hides || hasSentenceEnd(release, before.end - 1, after.start);
}

function negates({ words }: ComparedRelease, lexicon: Lexicon, start: number, end: number) {
  return words.subarray(start, end).some((number) => isNegation(lexicon.word(number)));
}

/** All places where a release has a part. */
function findPart(steps: readonly Step[], release: ComparedRelease, lexicon: Lexicon): WordSpan[] {
  const first = steps.findIndex((step) => 'word' in step);
  const last = steps.findLastIndex((step) => 'word' in step);
  const inner = steps.slice(first, last + 1);
  const [begin] = inner;
  if (begin === undefined || !('word' in begin)) return [];
  const spans: WordSpan[] = [];
  for (let start = 0; start < release.words.length; start++) {
    if (!isWord(begin, release.words[start] ?? -1, lexicon)) continue;
    const end = endOf(inner, start, release, lexicon);
    if (end === undefined) continue;
    const span = { start, end };
    if (areEdgesSound(steps, first, last, span, release, lexicon)) spans.push(span);
  }
  return spans;
}

/** Brackets before the first word of a part, or after the last, must not hide a negation beside it. */
function areEdgesSound(
  steps: readonly Step[],
  first: number,
  last: number,
  { start, end }: WordSpan,
  release: ComparedRelease,
  lexicon: Lexicon,
): boolean {
  const isSound = (own: readonly Step[], from: number, to: number, isApart: boolean) => {
    if (own.length === 0) return true;
    const inBrackets = own.some((step) => 'negates' in step && step.negates);
    return inBrackets === (!isApart && negates(release, lexicon, from, to));
  };
  const statement = statementAt(release, start);
  const from = Math.max(release.starts[statement] ?? 0, start - EDGE_WORDS);
  const limit = release.starts[statementAt(release, end - 1) + 1] ?? end;
  const to = Math.min(limit, end + EDGE_WORDS);
  return (
    isSound(
      steps.slice(0, first),
      from,
      start,
      from < start && hasSentenceEnd(release, from, start),
    ) &&
    isSound(steps.slice(last + 1), end, to, hasSentenceEnd(release, end - 1, Math.max(end, to - 1)))
  );
}

/** Where a part ends that begins at a word; undefined if it is not there. The shortest is taken. */
function endOf(
  steps: readonly Step[],
  start: number,
  release: ComparedRelease,
  lexicon: Lexicon,
): number | undefined {
  const { words, starts } = release;
  let reached = [start];
  for (const step of steps) {
    const next = new Set<number>();
    for (const place of reached) {
      if ('word' in step) {
        const number = words[place];
        if (number !== undefined && isWord(step, number, lexicon)) next.add(place + 1);
        continue;
      }
      const end = starts[statementAt(release, place - 1) + 1] ?? place;
      for (let to = place; to <= Math.min(end, place + MAX_REPLACED); to++) {
        if (negates(release, lexicon, place, to) === step.negates) next.add(to);
      }
    }
    if (next.size === 0) return undefined;
    reached = [...next];
  }
  return Math.min(...reached);
}

function isWord(
  { word, beginning }: Extract<Step, { word: number }>,
  number: number,
  lexicon: Lexicon,
): boolean {
  if (number === word) return true;
  return beginning !== undefined && lexicon.word(number).startsWith(beginning);
}
