import { REACH, STATE_ALONE, WITH_STOP } from './dateline-forms.ts';
import { findDates } from './find-date.ts';
import { readsAsStory, type FoundDateline, NO_PLACE } from './find-dateline.ts';

/**
 * The place before the story with a full stop after it, where the head above names it too: `Musterhafen. Zum …`
 * @param head what is above the story.
 */
export function placeWithStop(line: string, head: readonly string[]): FoundDateline | undefined {
  const match = WITH_STOP.exec(line.slice(0, REACH));
  const { place = '' } = match?.groups ?? {};
  if (match === null || NO_PLACE.test(place) || STATE_ALONE.test(place)) return undefined;
  if (
    !head.some((text) => isPlaceOfIssue(text, place)) ||
    !readsAsStory(line.slice(match[0].length))
  )
    return undefined;
  const end = match[0].length;
  return { place, start: 0, placeEnd: place.length, end, date: undefined, confidence: 0.85 };
}

/** Whether a line of the head has the place before its day, behind a postcode, or as the name of a town. */
function isPlaceOfIssue(text: string, place: string): boolean {
  const start = text.toLowerCase().indexOf(place.toLowerCase());
  if (start === -1) return false;
  const [before, after] = [text.slice(0, start), text.slice(start + place.length)];
  const [date] = findDates(after);
  const isAboveDay =
    date !== undefined && /^,?\s(?:\p{L}{1,3}\s)?$/u.test(after.slice(0, date.start));
  return isAboveDay || (TOWN.test(before) && /^(?:$|[\s,])/u.test(after));
}
const TOWN =
  /(?:^|\s)(?:\d{4,5}|stadt|markt|gemeinde|landkreis|city of|town of|ville d[e’']|ayuntamiento de|comune di|gemeente|prefeitura de)\s?$/iu;
