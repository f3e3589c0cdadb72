import { formatDay, formatMonth, isDay } from '../../archive/day.ts';
import { foldText } from '../fold-text.ts';
import { firstDayOf, lastDayOfPeriod } from './query-operators.ts';

/** A date that was typed in words. */
export interface DateInWords {
  /** The first and the last day. */
  from: string;
  to: string;
  /** As the language of the page writes it. */
  name: string;
  /** Its place in the text, in UTF-16 units; `end` is behind it. */
  start: number;
  end: number;
}

/** Languages whose names of months are understood, beside that of the page. */
const LANGUAGES = ['en', 'es', 'fr', 'vi'];
const OF = String.raw`(?:\s+(?:de|del|of|năm))?\s+`;
const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?`;
const DAY_BEHIND = String.raw`(?<dayBehind>\d{1,2})(?:st|nd|rd|th)?`;
const YEAR = String.raw`(?<year>(?:1[89]|20)\d{2})`;
const CHINESE = /(?<year>\d{4})\s*年\s*(?<month>\d{1,2})\s*月(?:\s*(?<day>\d{1,2})\s*日)?/u;

/** The first day or month, with its year, that a text has in words: `May 4, 2006`, `mayo de 2006`. */
export function dateInWords(text: string, language: string): DateInWords | undefined {
  const chinese = CHINESE.exec(text);
  if (chinese?.groups !== undefined) {
    const { year = '', month = '', day } = chinese.groups;
    return dateOf({ year, month: Number(month), day }, chinese, language);
  }
  const folded = foldText(text);
  if (folded.length !== text.length || !/\d{4}/.test(text)) return undefined;
  const months = monthNames(language);
  const names = [...months.keys()].sort((a, b) => b.length - a.length).join('|');
  const month = String.raw`(?<month>${names})\.?`;
  const pattern = `(?<![\\p{L}\\p{N}])(?:${DAY}${OF})?${month}(?:\\s+${DAY_BEHIND},?|,)?${OF}${YEAR}(?![\\p{L}\\p{N}])`;
  const match = new RegExp(pattern, 'u').exec(folded);
  if (match?.groups === undefined) return undefined;
  const { year = '', day, dayBehind = day } = match.groups;
  const number = months.get(match.groups['month'] ?? '') ?? 0;
  return dateOf({ year, month: number, day: dayBehind }, match, language);
}

function dateOf(
  { year, month, day }: { year: string; month: number; day: string | undefined },
  { index, 0: { length } }: RegExpExecArray,
  language: string,
): DateInWords | undefined {
  const ofMonth = `${year}-${String(month).padStart(2, '0')}`;
  const period = day === undefined ? ofMonth : `${ofMonth}-${day.padStart(2, '0')}`;
  const from = firstDayOf(period);
  if (!isDay(from)) return undefined;
  const name = day === undefined ? formatMonth(period, language) : formatDay(period, language);
  return { from, to: lastDayOfPeriod(period), name, start: index, end: index + length };
}

/** The numbers of months by their names, without case and accents. */
function monthNames(language: string): Map<string, number> {
  const names = new Map<string, number>();
  for (const tag of new Set([language, ...LANGUAGES])) {
    for (const form of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(tag, { month: form, timeZone: 'UTC' });
      for (let month = 1; month <= 12; month++) {
        const name = foldText(format.format(Date.UTC(2001, month - 1, 1))).replace(/\.$/, '');
        if (/^[\p{L}\d ]+$/u.test(name) && !/^\d/.test(name))
          names.set(name, names.get(name) ?? month);
      }
    }
  }
  return names;
}
