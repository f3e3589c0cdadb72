import { type Day, isDay } from '../../archive/day.ts';
import type { DateOrder } from './date-order.ts';
import { MONTH, monthNumber, WEEKDAY as WEEKDAYS } from './month-names.ts';

/** A day as a text prints it. Places are offsets in that text. */
export interface FoundDate {
  day: Day;
  start: number;
  end: number;
  /** The confidence that these characters mean this day: `05/06/2009` may be two. */
  confidence: number;
  /** The other day that the same figures may mean. */
  other?: Day;
}

const SURE = 0.97;
/** The confidence where language, telephone numbers or other days speak for one order of two figures. */
export const IN_ORDER = 0.85;
const AMBIGUOUS = 0.6;

const GAP = '[\\s.,\u00a0]'; // where punctuation is lost, there are spaces instead
const WEEKDAY = `(?:(?:${WEEKDAYS})(?!\\p{L})${GAP}*)?`;
const NAMED = `(?<month>${MONTH})(?!\\p{L})`;
const ORDINAL = '(?:st|nd|rd|th|er|[ºª])?';
const YEAR = '(?<year>(?:19|20)\\d{2})';

const FORMS = [
  // Friday, June 15, 2007; June 15th 2007; Jun. 15 2007
  `${WEEKDAY}${NAMED}${GAP}*(?:the\\s+)?(?<day>\\d{1,2})${ORDINAL}\\b${GAP}+${YEAR}`,
  // 15 June 2007; 15-June-2007; viernes 15 de junio de 2007; 15. Juni 2007; the 15th day of June, 2007; 15June2007
  `${WEEKDAY}(?:ika-?\\s?)?(?<day>\\d{1,2})${ORDINAL}\\.?(?:\\s*|-)(?:de\\s+|of\\s+|ng\\s+|day\\s+of\\s+)?${NAMED}(?:${GAP}*(?:de\\s+|del\\s+)?|-)${YEAR}`,
  // 2007-06-15; 2007/06/15; 2007. 6. 15.
  `${YEAR}(?<mark>[-/.])\\s?(?<number>\\d{1,2})\\k<mark>\\s?(?<day>\\d{1,2})`,
  // ngày 15 tháng 6 năm 2007; 15 thg 6, 2007
  `(?:ngày\\s+)?(?<day>\\d{1,2})\\s+(?:tháng|thg)\\s+(?<number>\\d{1,2}),?\\s+(?:năm\\s+)?${YEAR}`,
  // 2007年6月15日; 2007년 6월 15일
  `${YEAR}\\s?[年년]\\s?(?<number>\\d{1,2})\\s?[月월]\\s?(?<day>\\d{1,2})\\s?[日號号일]`,
  // 民國106年11月22日
  `(?:中華)?民國\\s?(?<era>\\d{2,3})\\s?年\\s?(?<number>\\d{1,2})\\s?月\\s?(?<day>\\d{1,2})\\s?日`,
  // 110年11月22日: years of the Republic of China have two or three figures, and only theirs have three
  `(?<era>1[0-4]\\d)\\s?年\\s?(?<number>\\d{1,2})\\s?月\\s?(?<day>\\d{1,2})\\s?日`,
  // 令和3年3月15日; 平成元年6月1日
  `(?<reign>令和|平成|昭和)\\s?(?<reignYear>\\d{1,2}|元)\\s?年\\s?(?<number>\\d{1,2})\\s?月\\s?(?<day>\\d{1,2})\\s?日`,
  // 6/15/2007, 06-15-07, 6.15.2007; and 06 15 2007, where punctuation is lost
  `${WEEKDAY}(?<number>\\d{1,2})(?<separator>[/.-])(?<day>\\d{1,2})\\k<separator>(?<year>(?:19|20)?\\d{2})`,
  `${WEEKDAY}(?<number>\\d{1,2})\\s(?<day>\\d{1,2})\\s${YEAR}`,
  // 06 15 07, alone: three figures in a row may be something else
  `(?<number>0\\d|1[012])\\s(?<day>[0-3]\\d)\\s(?<year>[0-2]\\d)(?!\\s?\\d)`,
].map((form) => new RegExp(`(?<![\\p{L}\\d/.-])${form}(?![\\d/-])`, 'giu'));
/** Only Chinese and Korean are written without a gap before a day. */
const FROM_CHINESE = 4;
const GLUED = FORMS.slice(FROM_CHINESE, FROM_CHINESE + 4).map(
  ({ source }) => new RegExp(source.replace('(?<![\\p{L}\\d/.-])', '(?<!\\d)'), 'gu'),
);

/**
 * All complete dates in a text, in its order. A month and day without a year are none.
 * @param order which of two figures is the day, where both may be; without it such a day is in doubt.
 */
export function findDates(text: string, order?: DateOrder): FoundDate[] {
  const forms = /[年년]/u.test(text) ? [...FORMS, ...GLUED] : FORMS;
  const plain = text.replace(/[０-９]/gu, (figure) =>
    String('０１２３４５６７８９'.indexOf(figure)),
  );
  const found = forms.flatMap((form) =>
    [...plain.matchAll(form)].map((match) => readMatch(match, order)),
  );
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

const FIRST_YEAR_OF_REPUBLIC = 1911; // of China, plus one: years that count from it

/** The year before the first one of each reign. */
const BEFORE_REIGN = new Map([
  ['令和', 2018],
  ['平成', 1988],
  ['昭和', 1925],
]);

function yearOf({ year = '', era, reign, reignYear }: Record<string, string>): string {
  if (era !== undefined) return String(Number(era) + FIRST_YEAR_OF_REPUBLIC);
  const before = BEFORE_REIGN.get(reign ?? '');
  if (before !== undefined) return String(before + (reignYear === '元' ? 1 : Number(reignYear)));
  return year.length === 4 ? year : `${Number(year) < 70 ? '20' : '19'}${year}`;
}

function readMatch(match: RegExpMatchArray, order: DateOrder | undefined): FoundDate | undefined {
  const { month, number, separator, day: dayText = '' } = match.groups ?? {};
  const wholeYear = yearOf(match.groups ?? {});
  const [first, second] = [
    month === undefined ? Number(number) : (monthNumber(month) ?? 0),
    Number(dayText),
  ];
  const isFigures = separator !== undefined || /^\D*\d+\s\d+\s\d+$/u.test(match[0]);
  const isAmbiguous = isFigures && first !== second && first <= 12 && second <= 12;
  // Offices that write the day first exist; where the month cannot be one, they show themselves.
  const isDayFirst = isFigures && ((first > 12 && second <= 12) || (isAmbiguous && order === 'day first')); // prettier-ignore
  const asDay = (m: number, d: number) =>
    `${wholeYear}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
  const day = isDayFirst ? asDay(second, first) : asDay(first, second);
  const other = isDayFirst ? asDay(first, second) : asDay(second, first);
  if (!isDay(day)) return undefined;
  const start = match.index ?? 0;
  const found = { day, start, end: start + match[0].length };
  if (!isAmbiguous) return { ...found, confidence: SURE };
  const confidence = order === undefined ? AMBIGUOUS : IN_ORDER;
  return { ...found, confidence, ...(isDay(other) && { other }) };
}
