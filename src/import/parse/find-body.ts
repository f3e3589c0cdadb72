import { datelineAt, type FoundDateline } from './find-dateline.ts';
import { findDates } from './find-date.ts';
import {
  endsSentence,
  endsWithStop,
  isCapitals,
  isTitleCase,
  shareOfSmall,
  wordsIn,
} from './text-shape.ts';
import { headTokens } from './tokens.ts';
import type { Unit } from './units.ts';

/** Where a release's own text begins: behind the head, at its dateline if it has one. */
export interface BodyStart {
  unit: number;
  /** An offset in that unit's text. */
  offset: number;
  dateline: FoundDateline | undefined;
}

const HEAD_UNITS = 40;
const HEAD_WORDS = 260;
/** Words that may stand before a dateline on its own line: a headline and a line below it. */
const WORDS_BEFORE = 70;

/** Finds the first words of the body. */
export function findBody(units: readonly Unit[], isLost: boolean): BodyStart {
  return atDateline(units, isLost) ?? atProse(units, isLost);
}

function atDateline(units: readonly Unit[], isLost: boolean): BodyStart | undefined {
  let words = 0;
  for (const [n, unit] of units.slice(0, HEAD_UNITS).entries()) {
    for (const { index, isApart } of candidates(unit.text, isLost)) {
      const dateline = datelineAt(unit.text, index, { isLost, isApart });
      if (dateline !== undefined) {
        return { unit: n, offset: index, dateline };
      }
    }
    const across = datelineAbove(units, n, isLost);
    if (across !== undefined) return across;
    const count = wordsIn(unit.text).length;
    words += count;
    const isProse = count >= 25 && (endsSentence(unit.text) || count >= WORDS_BEFORE);
    if (unit.isBody || (isProse && !isCapitals(unit.text)) || words > HEAD_WORDS) return undefined;
  }
  return undefined;
}

/** A dateline on a line of its own: `SACRAMENTO –` above the story. */
function datelineAbove(units: readonly Unit[], n: number, isLost: boolean): BodyStart | undefined {
  const [unit, next] = [units[n], units[n + 1]];
  if (unit === undefined || next === undefined || unit.text.length > 60) return undefined;
  const joined = `${unit.text}  ${next.text}`;
  const dateline = datelineAt(joined, 0, { isLost, isApart: true });
  const isWhole = dateline !== undefined && dateline.end >= unit.text.length + 2;
  if (!isWhole || wordsIn(next.text).length < 12) return undefined;
  if (!/[-–—]$/.test(unit.text) && !/^washington/i.test(unit.text)) return undefined;
  return { unit: n, offset: 0, dateline: { ...dateline, end: unit.text.length } };
}

/** Places in a unit where a dateline may begin, in order. */
function candidates(text: string, isLost: boolean): { index: number; isApart: boolean }[] {
  const reach = text.slice(0, 1200);
  const dates = findDates(reach);
  const places: { index: number; isApart: boolean }[] = [];
  for (const { index } of reach.matchAll(/(?<![^\s\u00a0\d)\]])[([]?\p{Lu}/gu)) {
    const before = reach.slice(0, index);
    const dated = dates.findLast(({ end }) => end <= index)?.end ?? 0;
    if (wordsIn(before).length > WORDS_BEFORE) break;
    if (SENTENCES.test(before.slice(dated))) {
      if (dates.some(({ end }) => end > index)) continue; // a long line below the headline
      break;
    }
    const isBehindAnchor =
      /(?:\d{4}|release)[\s)\].–—-]*$/iu.test(before) ||
      (dated > 0 && /^[\s)\].–—-]*$/u.test(before.slice(dated)));
    const isApart =
      index === 0 || isBehindAnchor || (/\s\s$/.test(before) && (isLost || isTitleCase(before)));
    if (isApart || !PREPOSITION.test(before)) places.push({ index, isApart });
  }
  return places;
}

/** Whole sentences: the story has begun. */
const SENTENCES =
  /\p{Ll}{3}[.!?]["”]?\s+["“]?\p{Lu}[\p{Ll}’']+\s+\p{Ll}+\s+\p{Ll}+|\p{Ll}{2},?\s+(?:said|announced|today|is|was|were|has|have|will|would|that)\s+\p{Ll}+\s+\p{Ll}+/u;
const PREPOSITION =
  /\b(?:in|of|at|to|from|near|the|into|for|by|and|around|across|outside|on|with|between)\s*$/u;

/** Without a dateline, the body begins with the first sentence that is no headline. */
function atProse(units: readonly Unit[], isLost: boolean): BodyStart {
  let hasHeadline = false;
  for (let n = 0; n < Math.min(units.length, HEAD_UNITS); n++) {
    const unit = units[n];
    if (unit === undefined) break;
    if (unit.isBody) return { unit: n, offset: 0, dateline: undefined };
    if (unit.heading > 0) {
      hasHeadline = true;
      continue;
    }
    const tokens = headTokens(units, n, n, unit.text.length);
    const taken = contactRun(units, n);
    for (const token of tokens) {
      if (token.kind !== 'text') continue;
      const head = headOf(token.text, isLost, hasHeadline);
      if (head !== undefined) {
        return { unit: n, offset: token.start + head, dateline: undefined };
      }
      hasHeadline = true;
    }
    n += taken;
  }
  // Nothing reads as a story: the first line is the headline.
  return { unit: units.length > 1 ? 1 : 0, offset: 0, dateline: undefined };
}

/** How many further units a contact block that begins in unit `n` takes in: lines behind its label. */
function contactRun(units: readonly Unit[], n: number): number {
  const last = Math.min(units.length - 1, n + 12);
  const tokens = headTokens(units, n, last, units[last]?.text.length ?? 0);
  let run = 0;
  const starts = tokens.findIndex((token) => token.kind === 'contact' && token.unit === n);
  if (starts === -1) return 0;
  for (const token of tokens.slice(starts + 1)) {
    if (token.kind === 'contact' && token.contacts.length === 0 && token.unit === n + run + 1)
      run++;
    else if (token.unit > n + run) break;
  }
  return run;
}

/**
 * Whether the body begins in this text.
 * @returns how much of it is headline still, 0 for none; undefined if the body begins later.
 */
function headOf(text: string, isLost: boolean, hasHeadline: boolean): number | undefined {
  const count = wordsIn(text).length;
  const isSentence = endsSentence(text);
  const small = shareOfSmall(text);
  if (hasHeadline && SALUTATION.test(text)) return 0;
  if (hasHeadline && /:\s*$/u.test(text) && count >= 5) return 0;
  if (isCapitals(text) && count < 60) return undefined;
  if (hasHeadline && count >= 8 && endsWithStop(text)) return 0;
  if (count >= 45 || (count >= 25 && small >= 0.4 && (isSentence || isLost || hasHeadline))) {
    return hasHeadline ? 0 : headlineLength(text);
  }
  if (hasHeadline && isSentence && count >= 4 && (small >= 0.3 || !isTitleCase(text))) return 0;
  if (hasHeadline && /^[*•·-]\s/u.test(text)) return 0;
  if (hasHeadline && /^["“]/u.test(text) && count >= 4 && small >= 0.3) return 0;
  if (!hasHeadline && count >= 12 && (endsWithStop(text) || /:\s*$/u.test(text)) && small >= 0.2)
    return 0;
  return undefined;
}

const SALUTATION =
  /^(?:dear\b|(?:thank\s+you,?\s+)?(?:mr|madam|mme)\.?\s+(?:president|speaker|chair)|to\s+whom\s+it\s+may)/iu;

const HEADLINE_REACH = 1200; // characters
/** A headline in capitals, with the first words of a sentence behind it. */
const CAPITALS =
  /^(?:[^\p{Ll}\n]|(?<=\bM)c|(?<=['’])s){20,}?(?=\s{1,99}["“]?\p{Lu}\p{Ll}{1,40}[\s,.]{1,99}\p{L})/u;

/** The length of the headline with which a long text begins: in capitals, or set apart by a gap. */
function headlineLength(text: string): number {
  const capitals = CAPITALS.exec(text.slice(0, HEADLINE_REACH))?.[0];
  if (capitals !== undefined && wordsIn(capitals).length >= 3)
    return capitals.length + (/^\s*/.exec(text.slice(capitals.length))?.[0].length ?? 0);
  for (const gap of text.slice(0, HEADLINE_REACH).matchAll(/\s{4,}/g)) {
    const before = text.slice(0, gap.index);
    const count = wordsIn(before).length;
    if (count < 3) continue;
    if (count > 25) break;
    if (isTitleCase(before)) return gap.index + gap[0].length;
    break;
  }
  return 0;
}
