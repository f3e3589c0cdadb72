import { z } from 'zod';

const author = z.union([
  z.strictObject({ literal: z.string() }),
  z.strictObject({
    family: z.string(),
    given: z.string().optional(),
    suffix: z.string().optional(),
    'non-dropping-particle': z.string().optional(),
  }),
]);

const date = z.strictObject({ 'date-parts': z.array(z.array(z.int()).length(3)).length(1) });

/**
 * A press release, or a statement of one, as CSL-JSON has it. There is no type for press releases: of all
 * types only `webpage` shows day and genre in APA, Chicago and MLA.
 * @see https://github.com/citation-style-language/schema/blob/master/schemas/input/csl-data.json
 */
export const cslItem = z.strictObject({
  id: z.string(),
  type: z.literal('webpage'),
  genre: z.string().describe('“Press release”, in the language of the archive'),
  title: z.string(),
  author: z
    .array(author)
    .describe(
      'the offices that issued it, each as one name; in parts where an office goes by the name of its member',
    ),
  issued: date,
  'container-title': z.string().describe('the name of the archive'),
  language: z.string(),
  URL: z.url(),
  accessed: date.optional(),
  status: z
    .string()
    .optional()
    .describe('that it was withdrawn or corrected, with the day, in the language of the archive'),
  note: z.string().optional().describe('of a statement: its words'),
});

export type CslItem = z.output<typeof cslItem>;
export type CslAuthor = z.output<typeof author>;
