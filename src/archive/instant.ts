import type { Day } from './day.ts';
import type { Release } from './release.ts';

/**
 * A point in time as the archive's clocks show it. A day means its first moment there: `Date` would
 * put it into another day in half of the world's time zones.
 */
export interface Instant {
  /** RFC 3339: `2017-11-22T00:00:00-08:00`. */
  rfc3339: string;
  /** RFC 822 with a year of four digits: `Wed, 22 Nov 2017 00:00:00 -0800`. */
  rfc822: string;
}

/** The latest of some days, or of some instants by RFC 3339; undefined where none is known. */
export const latest = (times: readonly (Day | undefined)[]): Day | undefined =>
  times.reduce(
    (last, time) => (last === undefined || (time !== undefined && time > last) ? time : last),
    undefined,
  );

/** When a release came out: where it was under embargo, at the end of that, else on its day. */
export const issuedAt = ({ date, embargo }: Release, timeZone: string): Instant =>
  embargo === undefined ? startOf(date, timeZone) : instantAt(Date.parse(embargo), timeZone);

const starts = new Map<string, Instant>(); // sitemaps and feeds ask for each day again and again

/** The first moment of a day: midnight, but where the clocks go from 23:59 to 1:00. */
export function startOf(day: Day, timeZone: string): Instant {
  const key = `${day} ${timeZone}`;
  const start = starts.get(key) ?? findStart(day, timeZone);
  starts.set(key, start);
  return start;
}

const findStart = (day: Day, timeZone: string): Instant => atLocal(`${day}T00:00`, timeZone);

/** An embargo with its offset: one that was written without holds by the clocks of the time zone. */
export const withOffset = (embargo: string, timeZone: string): string =>
  /(?:Z|[+-]\d{2}:\d{2})$/.test(embargo) ? embargo : atLocal(embargo, timeZone).rfc3339;

/**
 * The instant at which clocks show a time; where they skip it, the first after that.
 * @param time as in `2017-11-22T09:00`.
 */
function atLocal(time: string, timeZone: string): Instant {
  const utc = Date.parse(`${time}Z`);
  // The offset depends on the moment, and the moment on the offset: so it is computed twice.
  const near = utc - offsetAt(utc, timeZone) * MINUTE;
  const local = utc - offsetAt(near, timeZone) * MINUTE;
  const isBefore = local + offsetAt(local, timeZone) * MINUTE < utc;
  return instantAt(isBefore ? near : local, timeZone);
}

/** @param time in milliseconds since 1970. */
export function instantAt(time: number, timeZone: string): Instant {
  const offset = offsetAt(time, timeZone);
  const local = new Date(time + offset * MINUTE);
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  const sign = offset < 0 ? '-' : '+';
  return {
    rfc3339: local.toISOString().replace(/\.\d+Z$/, `${sign}${hours}:${minutes}`),
    rfc822: local.toUTCString().replace('GMT', `${sign}${hours}${minutes}`),
  };
}

const MINUTE = 60_000; // milliseconds
const formats = new Map<string, Intl.DateTimeFormat>();

/** How far the clocks of a time zone are ahead of UTC, in minutes. */
function offsetAt(time: number, timeZone: string): number {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset', year: 'numeric' });
  formats.set(timeZone, format);
  const name = format.formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  const offset = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return sign === '-' ? -offset : offset;
}
