import { type Day, isDay } from '../../archive/day.ts';

/** A day as a text prints it. Places are offsets in that text. */
export interface FoundDate {
  day: Day;
  start: number;
  end: number;
  /** The confidence that these characters mean this day: `05/06/2009` may be two. */
  confidence: number;
}

const MONTHS = [
  'january enero',
  'february febrero',
  'march marzo',
  'april abril',
  'may mayo',
  'june junio',
  'july julio',
  'august agosto',
  'september septiembre setiembre',
  'october octubre',
  'november noviembre',
  'december diciembre',
].map((names) => names.split(' '));

const DAYS_OF_WEEK =
  'monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thu(?:rs)?|fri|sat|sun' +
  '|lunes|martes|miércoles|jueves|viernes|sábado|domingo';
const MONTH = `${MONTHS.flat().join('|')}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec`;
const GAP = '[\\s.,\u00a0]'; // where punctuation is lost, there are spaces instead
const WEEKDAY = `(?:(?:${DAYS_OF_WEEK})\\b${GAP}*)?`;
const ORDINAL = '(?:st|nd|rd|th)?';
const YEAR = '(?<year>(?:19|20)\\d{2})';

const FORMS = [
  // Friday, June 15, 2007; June 15th 2007; Jun. 15 2007
  `${WEEKDAY}(?<month>${MONTH})\\b${GAP}*(?<day>\\d{1,2})${ORDINAL}\\b${GAP}+${YEAR}`,
  // 15 June 2007; viernes 15 de junio de 2007
  `${WEEKDAY}(?<day>\\d{1,2})${ORDINAL}\\s+(?:de\\s+|of\\s+)?(?<month>${MONTH})\\b${GAP}*(?:de\\s+|del\\s+)?${YEAR}`,
  // 2007-06-15
  `${YEAR}-(?<number>\\d{1,2})-(?<day>\\d{1,2})`,
  // 6/15/2007, 06-15-07, 6.15.2007; and 06 15 2007, where punctuation is lost
  `${WEEKDAY}(?<number>\\d{1,2})(?<separator>[/.-])(?<day>\\d{1,2})\\k<separator>(?<year>(?:19|20)?\\d{2})`,
  `${WEEKDAY}(?<number>\\d{1,2})\\s(?<day>\\d{1,2})\\s${YEAR}`,
  // 06 15 07, alone: three figures in a row may be something else
  `(?<number>0\\d|1[012])\\s(?<day>[0-3]\\d)\\s(?<year>[0-2]\\d)(?!\\s?\\d)`,
].map((form) => new RegExp(`(?<![\\p{L}\\d/.-])${form}(?![\\d/-])`, 'giu'));

/** All complete dates in a text, in its order. A month and day without a year are none. */
export function findDates(text: string): FoundDate[] {
  const found = FORMS.flatMap((form) => [...text.matchAll(form)].map(readMatch));
  const known = found.filter((one) => one !== undefined).sort((a, b) => a.start - b.start);
  return known.filter((one, n) => n === 0 || one.start >= (known[n - 1]?.end ?? 0));
}

/** The first day in the value of a field, as `2007-06-15T09:00` or in words. */
export function dayIn(text: string): Day | undefined {
  const iso = text.slice(0, 10);
  return isDay(iso) ? iso : findDates(text)[0]?.day;
}

/** The only day in the name of a file or a folder: `2007-06-15 …`, `06-15-2007 …`. */
export function dateInName(name: string): Day | undefined {
  const days = [
    ...[...name.matchAll(/(?<!\d)((?:19|20)\d{2})[-_. ]?(\d{2})[-_. ]?(\d{2})(?!\d)/g)].map(
      ([, year = '', month = '', day = '']) => `${year}-${month}-${day}`,
    ),
    ...findDates(name.replace(/_/g, ' ')).map(({ day }) => day),
  ].filter(isDay);
  return new Set(days).size === 1 ? days[0] : undefined;
}

function readMatch(match: RegExpMatchArray): FoundDate | undefined {
  const { year = '', month, number, day: dayText = '' } = match.groups ?? {};
  const monthNumber = month === undefined ? Number(number) : monthOf(month);
  const wholeYear = year.length === 4 ? year : `${Number(year) < 70 ? '20' : '19'}${year}`;
  const [first, second] = [monthNumber, Number(dayText)];
  // Offices that write the day first exist; where the month cannot be one, they show themselves.
  const isDayFirst = month === undefined && first > 12 && second <= 12;
  const [m, d] = isDayFirst ? [second, first] : [first, second];
  const day = `${wholeYear}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
  if (!isDay(day)) return undefined;
  const isIso = match[0].startsWith(`${year}-`);
  const isSure = month !== undefined || isIso || first === second || first > 12 || second > 12;
  const start = match.index ?? 0;
  return { day, start, end: start + match[0].length, confidence: isSure ? 0.97 : 0.85 };
}

function monthOf(name: string): number {
  const sought = name.toLowerCase().slice(0, 3);
  return 1 + MONTHS.findIndex((names) => names.some((known) => known.startsWith(sought)));
}
