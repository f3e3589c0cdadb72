import { findDates } from './find-date.ts';
import { datelineAt, type FoundDateline } from './find-dateline.ts';
import type { TaggedUnit } from './tag-units.ts';
import { isCapitals, isTitleCase, wordsIn } from './text-shape.ts';

/** Where the body begins. */
export interface BodyStart {
  unit: number;
  /** An offset in the text of that unit. */
  offset: number;
  dateline: FoundDateline | undefined;
}

/** Units at the beginning of a text among which the body is searched for. */
export const HEAD_UNITS = 40;
const HEAD_WORDS = 260;
/** The most words before a dateline on its own line: a headline and a line below it. */
const WORDS_BEFORE = 70;

/** Finds a dateline, where the body begins. */
export function startAtDateline(
  units: readonly TaggedUnit[],
  isLost: boolean,
): BodyStart | undefined {
  let words = 0;
  for (const [n, unit] of units.slice(0, HEAD_UNITS).entries()) {
    for (const { index, isApart } of candidates(unit.text, isLost)) {
      const dateline = datelineAt(unit.text, index, { isLost, isApart });
      if (dateline !== undefined) return { unit: n, offset: index, dateline };
    }
    const above = datelineAbove(units, n, isLost);
    if (above !== undefined) return above;
    const { words: count, isSentence } = unit.tags;
    words += count;
    const isProse = count >= 25 && (isSentence || count >= WORDS_BEFORE) && !isCapitals(unit.text);
    if (unit.isBody || isProse || words > HEAD_WORDS) return undefined;
  }
  return undefined;
}

/** A dateline on a line of its own: `SACRAMENTO –` above the story. */
function datelineAbove(
  units: readonly TaggedUnit[],
  n: number,
  isLost: boolean,
): BodyStart | undefined {
  const [unit, next] = [units[n], units[n + 1]];
  if (unit === undefined || next === undefined || unit.text.length > 60) return undefined;
  const joined = `${unit.text}  ${next.text}`;
  const dateline = datelineAt(joined, 0, { isLost, isApart: true });
  const isWhole = dateline !== undefined && dateline.end >= unit.text.length + 2;
  if (!isWhole || next.tags.words < 12) return undefined;
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
    const isAfterAnchor =
      /(?:\d{4}|release)[\s)\].–—-]*$/iu.test(before) ||
      (dated > 0 && /^[\s)\].–—-]*$/u.test(before.slice(dated)));
    const isApart =
      index === 0 || isAfterAnchor || (/\s\s$/.test(before) && (isLost || isTitleCase(before)));
    if (isApart || !PREPOSITION.test(before)) places.push({ index, isApart });
  }
  return places;
}

/** Whole sentences: the story has begun. */
const SENTENCES =
  /\p{Ll}{3}[.!?]["”]?\s+["“]?\p{Lu}[\p{Ll}’']+\s+\p{Ll}+\s+\p{Ll}+|\p{Ll}{2},?\s+(?:said|announced|today|is|was|were|has|have|will|would|that)\s+\p{Ll}+\s+\p{Ll}+/u;
const PREPOSITION =
  /\b(?:in|of|at|to|from|near|the|into|for|by|and|around|across|outside|on|with|between)\s*$/u;
