import { datelineAt, type FoundDateline, placeAlone } from '../find-dateline.ts';
import type { TaggedUnit } from '../tag-units.ts';
import { isLabel } from './letterhead.ts';

/** A dateline, and where the story's own words begin: perhaps on the next line. */
export interface LineDateline {
  dateline: FoundDateline;
  story: { unit: number; offset: number };
}

const MAX_PLACE = 60; // characters of a dateline on a line of its own
const MAX_LINES = 5; // that show whether a story follows
const MIN_CONFIDENCE = 0.85; // of a place whose dash is on another line
const MIN_STORY = 10; // characters of the story after it

/** The dateline at an offset of a unit; it may be a line of its own, and its dash on the next one. */
export function datelineOn(
  units: readonly TaggedUnit[],
  n: number,
  offset: number,
): LineDateline | undefined {
  const [unit, next, third] = [units[n], units[n + 1], units[n + 2]];
  if (unit === undefined) return undefined;
  const dateline = datelineAt(unit.text, offset, { isLost: false, isApart: true });
  if (dateline !== undefined) return { dateline, story: { unit: n, offset: dateline.end } };
  const rest = unit.text.slice(offset);
  if (next === undefined || rest.length > MAX_PLACE || next.isBody) return undefined;
  const isDashAlone = /^[,:–—-]{1,3}$/u.test(next.text);
  const below = isDashAlone ? third : next;
  if (below === undefined || below.isBody || below.text.length < MIN_STORY) return undefined;
  const hasDash = /[–—-]\s*$/u.test(rest) || /^[–—-]+(?:\s|$)/u.test(next.text);
  const lines = [...(isDashAlone ? [next.text] : []), below.text];
  const lead = rest.trimEnd().length + 1 + (isDashAlone ? next.text.length + 1 : 0);
  const more = units.slice(n + (isDashAlone ? 3 : 2), n + MAX_LINES).map(({ text }) => text);
  const joined = [rest.trimEnd(), ...lines, ...more].join(' ');
  const dashed = hasDash ? datelineAt(joined, 0, { isLost: false, isApart: true }) : undefined;
  const found = dashed ?? placeAlone(rest.trimEnd(), next.text);
  if (found === undefined || found.end < rest.trimEnd().length || isLabel(rest)) return undefined;
  if (found.confidence < MIN_CONFIDENCE && found.date === undefined) return undefined;
  const story = dashed
    ? Math.max(0, found.end - lead)
    : /^[,:\s–—-]*/u.exec(below.text)?.[0].length;
  const shifted = {
    ...found,
    start: found.start + offset,
    placeEnd: found.placeEnd + offset,
    end: unit.text.length,
    date: found.date && {
      ...found.date,
      start: found.date.start + offset,
      end: found.date.end + offset,
    },
  };
  return { dateline: shifted, story: { unit: isDashAlone ? n + 2 : n + 1, offset: story ?? 0 } };
}
