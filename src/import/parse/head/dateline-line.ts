import { datelineAt, type FoundDateline, placeAlone } from '../find-dateline.ts';
import { placeWithStop } from '../place-with-stop.ts';
import type { TaggedUnit } from '../tag-units.ts';
import { wordsIn } from '../text-shape.ts';
import { isLabel } from './label.ts';
import { isStory } from './story-start.ts';

/** A dateline, and where the story's own words begin: perhaps on the next line. */
export interface LineDateline {
  dateline: FoundDateline;
  story: { unit: number; offset: number };
}

const MAX_PLACE = 60; // characters of a dateline on a line of its own
const MAX_LINES = 5; // that show whether a story follows
const MIN_CONFIDENCE = 0.85; // of a place whose dash is on another line
const MIN_STORY = 10; // characters of the story after it

/** Whether a line is no headline below a letter's place and day, but a story, or goes on after a comma. */
const goesOn = (text: string, isAboveStory: boolean) =>
  /^[,:–—-]/u.test(text) ||
  isStory(text, true) ||
  (!isAboveStory &&
    wordsIn(text).length >= 10 &&
    (text.match(/(?<!\p{L})\p{Ll}{3,}/gu)?.length ?? 0) >= 3);

/** Whether a line looks like a headline, or has no stop and is above a paragraph that reads as a story. */
const isHeadlineAbove = (line: TaggedUnit, below: TaggedUnit | undefined) =>
  !line.tags.isSentence &&
  (line.heading > 0 ||
    line.isLarge === true ||
    line.isStrong === true ||
    (below !== undefined && below.block !== line.block && isStory(below.text, true)));

const MAX_HEAD = 12; // units of the head that may name the place
const headAbove = (units: readonly TaggedUnit[], n: number) =>
  units.slice(0, Math.min(n, MAX_HEAD)).map(({ text }) => text);

/** The dateline at an offset of a unit; it may be a line of its own, and its dash on the next one. */
export function datelineOn(
  units: readonly TaggedUnit[],
  n: number,
  offset: number,
): LineDateline | undefined {
  const [unit, next, third] = [units[n], units[n + 1], units[n + 2]];
  if (unit === undefined) return undefined;
  const dateline =
    datelineAt(unit.text, offset, { isLost: false, isApart: true }) ??
    (offset === 0 && unit.text.length > MAX_PLACE ? placeWithStop(unit.text, headAbove(units, n)) : undefined); // prettier-ignore
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
  const isWhole = (one: FoundDateline | undefined) =>
    one !== undefined && one.end >= rest.trimEnd().length;
  const inLines = hasDash ? datelineAt(joined, 0, { isLost: false, isApart: true }) : undefined;
  const dashed = isWhole(inLines) ? inLines : undefined;
  const found =
    dashed ??
    (goesOn(next.text, isHeadlineAbove(next, third)) || /,\s*$/u.test(rest)
      ? placeAlone(rest.trimEnd(), next.text)
      : undefined);
  if (found === undefined || !isWhole(found) || isLabel(rest)) return undefined;
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
