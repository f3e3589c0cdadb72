import { z } from 'zod';
import { isDay } from './day.ts';
import { MAX_NAME_BYTES, SLUG, slugify } from './slug.ts';

/*
 * The pieces that the schemas are made of. A message reads as a sentence after the field's name; a
 * description says how to fill the field in, and serves as the hint and in editors.
 */

/** Words on one line, trimmed; what YAML holds on several lines is joined. */
export const text = () =>
  z
    .string()
    .overwrite((value) => joinLines(value).trim())
    .min(1, 'is empty');

/** Looks for a line break first, since the pattern costs ten times as much and few values have one. */
const joinLines = (value: string) =>
  value.includes('\n') ? value.replace(/(?<!\s)\s*\n\s*/g, ' ') : value;

/** A day of the calendar, as text. */
export const day = () =>
  text()
    .refine((value) => value === '' || isDay(value), {
      error: ({ input }) => `cannot be ${quote(input)}: ${dayFault(String(input))}`,
    })
    .meta({ format: 'date' });

/** What is wrong with a day, and how it is written if it was clear. */
function dayFault(text: string): string {
  const clear = clearDay(text);
  if (clear !== undefined) return `write ${clear}`;
  const [, a = '', b = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const [first, second] = [a, b].map((part) => part.padStart(2, '0'));
  const meant = [`${year}-${first}-${second}`, `${year}-${second}-${first}`].filter(isDay);
  if (meant.length === 0) return 'that is not a day of the calendar';
  return `write ${[...new Set(meant)].join(' or ')}`;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The day of `2024-3-5`, `2024/03/05`, `2024-03-05 10:00`, `March 5, 2024` or `5 March 2024`. */
function clearDay(text: string): string | undefined {
  const [, y, m, d] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?: .*)?$/.exec(text) ?? [];
  const written =
    /^(?<name>[a-z]{3,9})\.? (?<day>\d{1,2}),? (?<year>\d{4})$/i.exec(text) ??
    /^(?<day>\d{1,2}) (?<name>[a-z]{3,9})\.?,? (?<year>\d{4})$/i.exec(text);
  const { name = '', day, year } = written?.groups ?? {};
  const month = m ?? String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);
  const clear = [y ?? year, month, d ?? day].map((part = '') => part.padStart(2, '0')).join('-');
  return isDay(clear) ? clear : undefined;
}

/** A slug; a name is made into one, so that `Ash Kalra` finds `ash-kalra`. */
export const slug = () =>
  text()
    .refine((value) => !/[a-z0-9] *, *[a-z0-9]/.test(value), {
      error: ({ input }) =>
        `cannot be ${quote(input)}: several are a list, as in [${String(input)}]`,
      abort: true,
    })
    .transform((value) => (SLUG.test(value) ? value : slugify(value)))
    .refine((value) => SLUG.test(value), {
      error: ({ input }) => `cannot be ${quote(input)}: an address has only a to z, 0 to 9 and -`,
    })
    .refine((value) => value.length + '.yaml'.length <= MAX_NAME_BYTES, {
      error: ({ input }) => `cannot be ${quote(input)}: no file can have so long a name`,
    });

/** The id of a release: its file's name without `.md`. */
export const releaseId = () =>
  text()
    .transform((value) => value.replace(/\.md$/, ''))
    .refine((value) => isReleaseId(value), {
      error: ({ input }) => `cannot be ${quote(input)}: ${idFault(String(input))}`,
    });

/** What is wrong with an id, and which one an address or a path means. */
function idFault(text: string): string {
  const [, year, month, day, words] =
    /\/releases\/(\d{4})\/(\d{2})\/(\d{2})\/([^/?#]+)\/?(?:[?#].*)?$/.exec(text) ?? [];
  const name = text.split(/[/\\]/).at(-1) ?? '';
  const meant = words === undefined ? name : `${year}-${month}-${day}-${words}`;
  return isReleaseId(meant) ? `write ${meant}` : 'that is not the id of a release';
}

/** An address on the web. */
export const webAddress = () =>
  text().refine((value) => /^https?:\/\/[^\s/]/i.test(value) && URL.canParse(value), {
    error: ({ input }) => `cannot be ${quote(input)}: an address begins with https:// or http://`,
  });

/** `true` or `false`, which YAML's core schema writes with capital letters too. */
export const trueOrFalse = () =>
  z
    .string()
    .refine((value) => /^(?:true|false)$/i.test(value), {
      error: ({ input }) => `cannot be ${quote(input)}: it is true or false`,
    })
    .meta({ type: 'boolean' })
    .transform((value) => value.toLowerCase() === 'true');

/** A year, in four digits. */
export const year = () =>
  text()
    .refine((value) => value === '' || /^\d{4}$/.test(value), {
      error: ({ input }) => `cannot be ${quote(input)}: a year has four digits`,
    })
    .meta({ type: 'integer' })
    .transform(Number);

/** A whole number. @param min the least that it can be. */
export const wholeNumber = (min: number) =>
  text()
    .refine((value) => value === '' || (/^\d{1,9}$/.test(value) && Number(value) >= min), {
      error: ({ input }) => `cannot be ${quote(input)}: it is a whole number from ${min}`,
    })
    .meta({ type: 'integer', minimum: min })
    .transform(Number);

/** A language as a BCP 47 tag, in the form that the registry gives it: `en-us` becomes `en-US`. */
export const languageTag = () =>
  text()
    .refine((value) => value === '' || canonicalTag(value) !== undefined, {
      error: ({ input }) => `cannot be ${quote(input)}: ${languageFault(String(input))}`,
    })
    .transform((value) => canonicalTag(value) ?? value);

const INSTANT =
  /^(?<day>\d{4}-\d{2}-\d{2})[T ](?<time>\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(?:Z|[+-]\d{2}:\d{2})?$/;

/** A point in time: with an offset, which makes it the same everywhere, or as the clocks of the archive show it. */
export const instant = () =>
  text()
    .refine((value) => value === '' || isInstant(value), {
      error: ({ input }) => `cannot be ${quote(input)}: that is not a day and a time`,
    })
    .transform((value) => value.replace(/^(\S{10}) /, '$1T').replace(' ', ''))
    .meta({ format: 'date-time' });

/** Whether the text is an instant by ISO 8601, on a day of the calendar; its offset may be left out. */
function isInstant(text: string): boolean {
  const { day, time } = INSTANT.exec(text)?.groups ?? {};
  return day !== undefined && isDay(day) && Number.isFinite(Date.parse(`${day}T${time}Z`));
}

/**
 * Undefined for what asks for more than a language, such as other calendars (`th-u-ca-buddhist`), and for
 * names of languages, which have the form of a tag: no language has one of more than three letters.
 */
function canonicalTag(tag: string): string | undefined {
  try {
    const locale = new Intl.Locale(tag);
    const isTag = locale.baseName === locale.toString() && locale.language.length <= 3;
    return isTag ? locale.baseName : undefined;
  } catch {
    return undefined; // the only way that Intl has to say no
  }
}

/** Languages whose names are understood in errors, so that they can say which tag to write. */
const NAMED = [
  'ar',
  'de',
  'en',
  'es',
  'fa',
  'fr',
  'he',
  'hi',
  'hmn',
  'hy',
  'it',
  'ja',
  'km',
  'ko',
].concat(['lo', 'pa', 'pl', 'pt', 'ru', 'so', 'th', 'tl', 'uk', 'ur', 'vi', 'zh', 'zh-Hant']);

/** Why something is no tag, and for the name of a language, in English or in itself, the tag to write. */
function languageFault(written: string): string {
  const name = written.toLowerCase();
  const tag = NAMED.find((one) =>
    ['en', one].some(
      (language) =>
        new Intl.DisplayNames(language, { type: 'language' }).of(one)?.toLowerCase() === name,
    ),
  );
  return tag === undefined ? 'that is not a language tag' : `write ${tag}`;
}

/** A list, in which a single value counts as a list of one. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z
    .union([z.array(item).min(1, 'is an empty list'), item])
    .transform((value): z.output<Item>[] => (Array.isArray(value) ? value : [value]));
}

/** The same, each value once: of those that `key` makes equal, the first. */
export function listOfUnique<Item extends z.ZodType<string>>(
  item: Item,
  key: (value: string) => string = (value) => value,
) {
  return listOf(item).transform((list) => {
    const keys = list.map(key);
    return list.filter((_, n) => keys.indexOf(keys[n] ?? '') === n);
  });
}

/** Whether the text is `YYYY-MM-DD-slug` with a real day. */
export function isReleaseId(id: string): boolean {
  const isShort = id.length + '.md'.length <= MAX_NAME_BYTES;
  return isShort && isDay(id.slice(0, 10)) && id[10] === '-' && SLUG.test(id.slice(11));
}

/** A value as it would be written in a message: quoted, and cut where it is long. */
export function quote(value: unknown): string {
  const written = JSON.stringify(value) ?? String(value);
  return written.length > 80 ? `${written.slice(0, 77)}…` : written;
}
