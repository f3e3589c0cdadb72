/**
 * Days. A day is text, `YYYY-MM-DD`, from the file to the page: a `Date` would move it to the day
 * before in half of the world's time zones.
 */
export type Day = string;

/** Whether the text is a day that the calendar has: not `2017-02-30`, and none in a year 0. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day); // Date.UTC takes the years 0 to 99 for 1900 to 1999
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

export const yearOf = (day: Day) => day.slice(0, 4);
export const monthOf = (day: Day) => day.slice(0, 7);

/** The day before another. */
export const dayBefore = (day: Day): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

const formats = new Map<string, Intl.DateTimeFormat>();

/** Formats in UTC, so that the day printed is the day written, wherever it is printed. */
function format(day: Day, language: string, form: string, options: Intl.DateTimeFormatOptions) {
  const key = `${language} ${form}`;
  let known = formats.get(key);
  if (known === undefined) {
    known = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
    formats.set(key, known);
  }
  return known.format(Date.parse(`${day}T00:00:00Z`));
}

/** `November 22, 2017`, in the order and the words of `language` (a BCP 47 tag). */
export const formatDay = (day: Day, language: string) =>
  format(day, language, 'day', { year: 'numeric', month: 'long', day: 'numeric' });

/** `Wednesday, November 22, 2017`. */
export const formatWeekday = (day: Day, language: string) =>
  format(day, language, 'weekday', {
    weekday: 'long',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  });

/** `November 2017`, from a day or from `2017-11`. */
export const formatMonth = (month: string, language: string) =>
  format(`${month.slice(0, 7)}-01`, language, 'month', { year: 'numeric', month: 'long' });

/** `Nov`, from a day or from `2017-11`. */
export const formatShortMonth = (month: string, language: string) =>
  format(`${month.slice(0, 7)}-01`, language, 'short-month', { month: 'short' });

/** `November`, from a day or from `2017-11`. */
export const formatMonthName = (month: string, language: string) =>
  format(`${month.slice(0, 7)}-01`, language, 'month-name', { month: 'long' });

/** The day it is in `timeZone` at the instant `now`, in milliseconds since 1970. */
export function today(now: number, timeZone: string): Day {
  const options = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const parts = new Intl.DateTimeFormat('en-u-ca-gregory', options).formatToParts(now);
  return (['year', 'month', 'day'] as const)
    .map((type) => parts.find((part) => part.type === type)?.value)
    .join('-');
}

/** A point in time with its day, by the clocks of `timeZone`. @param time by RFC 3339. */
export const formatTime = (time: string, language: string, timeZone: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(
    Date.parse(time),
  );
