import { z } from 'zod';
import { isDay } from './day.ts';
import { SLUG, slugify } from './slug.ts';

/*
 * The pieces that the schemas are made of. A message reads as a sentence after the field's name; a
 * description tells how to fill the field in, and serves as the hint and in editors.
 */

/** Words on one line, trimmed. */
export const text = () => z.string().trim().min(1, 'is empty');

/** A day of the calendar, as text. */
export const day = () =>
  text()
    .refine((value) => value === '' || isDay(value), {
      error: ({ input }) => `cannot be ${quote(input)}: that is not a day of the calendar`,
    })
    .meta({ format: 'date' });

/** A slug; a name is made into one, so that `Ash Kalra` finds `ash-kalra`. */
export const slug = () =>
  text()
    .transform((value) => (SLUG.test(value) ? value : slugify(value)))
    .refine((value) => SLUG.test(value), 'has no letters a to z and no digits');

/** The id of a release: its file's name without `.md`. */
export const releaseId = () =>
  text()
    .transform((value) => value.replace(/\.md$/, ''))
    .refine((value) => isReleaseId(value), {
      error: ({ input }) => `cannot be ${quote(input)}: that is not the id of a release`,
    });

/** An address on the web. */
export const webAddress = () =>
  z.url({ protocol: /^https?$/, error: 'is not an address that begins with https:// or http://' });

/** A list, in which a single value may stand for a list of one. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z
    .union([z.array(item).min(1, 'is an empty list'), item])
    .transform((value): z.output<Item>[] => (Array.isArray(value) ? value : [value]));
}

/** Whether the text is `YYYY-MM-DD-slug` with a real day. */
export function isReleaseId(id: string): boolean {
  return isDay(id.slice(0, 10)) && id[10] === '-' && SLUG.test(id.slice(11));
}

/** A value as it would be written in a message: quoted, and cut where it is long. */
export function quote(value: unknown): string {
  const written = JSON.stringify(value) ?? String(value);
  return written.length > 80 ? `${written.slice(0, 77)}…` : written;
}
