import { z } from 'zod';

/**
 * A press release, or a statement of one, as CSL-JSON has it. There is no type for press releases: of all
 * types `webpage` alone keeps day and genre in APA, Chicago and MLA.
 * @see https://github.com/citation-style-language/schema/blob/master/schemas/input/csl-data.json
 */
export const cslItem = z.strictObject({
  id: z.string(),
  type: z.literal('webpage'),
  genre: z.literal('Press release'),
  title: z.string(),
  author: z
    .array(z.strictObject({ literal: z.string() }))
    .describe('the offices that issued it, each as one name'),
  issued: z.strictObject({ 'date-parts': z.array(z.array(z.int()).length(3)).length(1) }),
  'container-title': z.string().describe('the name of the archive'),
  language: z.string(),
  URL: z.url(),
  accessed: z
    .strictObject({ 'date-parts': z.array(z.array(z.int()).length(3)).length(1) })
    .optional(),
  note: z.string().optional().describe('of a statement: its words'),
});

export type CslItem = z.output<typeof cslItem>;

/** A day as CSL-JSON writes it. */
export const dateParts = (day: string): CslItem['issued'] => ({
  'date-parts': [day.split('-').map(Number)],
});

/** The day of an item, as in `2017-11-22`. */
export function dayOf({ 'date-parts': [parts] }: CslItem['issued']): string {
  const [year = 0, month = 0, day = 0] = parts ?? [];
  const two = (number: number) => String(number).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** Of a statement: its own address, and its words as the quotation. */
export function quote(item: CslItem, statement: { id: string; words: string }): CslItem {
  const [address = item.URL] = item.URL.split('#');
  return {
    ...item,
    id: `${item.id}:${statement.id}`,
    URL: `${address}#${statement.id}`,
    note: statement.words,
  };
}
