import type { Day } from '../../archive/day.ts';
import { findDates } from './find-date.ts';
import type { TaggedUnit } from './tag-units.ts';
import { isTitleCase, wordsIn } from './text-shape.ts';

const MAX_UNITS = 25; // at the end of a text
const MAX_PLACE = 4; // words beside the day: `Sampleton, 4 May 1993`
const MAX_LINE = 80; // characters

/**
 * The day that some offices print below their releases, alone on a line or with a place.
 * @param story the first unit of the story: a day is looked for below it.
 * @returns nothing where there are several.
 */
export function dateAtFoot(
  units: readonly TaggedUnit[],
  story: number,
): { day: Day; other: Day | undefined; confidence: number; unit: number } | undefined {
  const found = [];
  for (let n = units.length - 1; n > Math.max(story, units.length - MAX_UNITS); n--) {
    const unit = units[n];
    if (unit === undefined || unit.isBody || isProse(unit)) break;
    const { text } = unit;
    if (text.length > MAX_LINE) continue;
    const [date, second] = findDates(text);
    if (date === undefined || second !== undefined) continue;
    const rest = `${text.slice(0, date.start)} ${text.slice(date.end)}`;
    const isAlone = wordsIn(rest).length <= MAX_PLACE && isTitleCase(rest) && !/\d/u.test(rest);
    const { day, other, confidence } = date;
    if (isAlone) found.push({ day, other, confidence: Math.min(CONFIDENCE, confidence), unit: n });
  }
  return new Set(found.map(({ day }) => day)).size === 1 ? found[0] : undefined;
}

const CONFIDENCE = 0.85;

/** Whether it is a line of the story: what is above it, such as a letter's day, is not at the foot. */
const isProse = ({ text, tags }: TaggedUnit) =>
  !tags.hasNumber &&
  (tags.words >= 14 || (tags.words >= 6 && tags.isSentence && /(?<!\p{L})\p{Ll}{4,}/u.test(text)));
