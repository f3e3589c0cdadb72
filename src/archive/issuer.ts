import { z } from 'zod';
import { contactSchema } from './contact.ts';
import type { Day } from './day.ts';
import { day, listOf, listOfUnique, slug, text, webAddress } from './fields.ts';
import { nameFromSlug } from './slug.ts';

/** Names that the file had before: addresses with them lead to the present ones. */
const formerSlugs = () =>
  listOfUnique(slug())
    .optional()
    .describe('former names of this file, without .yaml, as in [senator-example]');

/** `offices/<slug>.yaml`: an office that issues releases. */
export const officeSchema = z.strictObject({
  name: text().describe('the name of the office, as in Office of Assemblymember Example'),
  member: text().optional().describe('the name of the member'),
  family: text()
    .optional()
    .describe(
      "the member's family name where it is not the last word alone, as in Van Example or Example Sample",
    ),
  title: text().optional().describe("the member's title, as in Assemblymember"),
  party: text().optional().describe('the party, as in Sample Party'),
  district: text().optional().describe('the district, as in District 27'),
  city: text().optional().describe('the city, as in San Jose'),
  url: webAddress().optional().describe("the office's own site"),
  contact: listOf(contactSchema)
    .optional()
    .describe('whom the press may ask today, as in a release; a list for several people'),
  caucuses: listOfUnique(slug()).optional().describe('caucuses by the names of their files'),
  opened: day().optional().describe('the day the office opened, as in 2016-12-05'),
  closed: day().optional().describe('the day the office closed'),
  aliases: formerSlugs(),
});

/** The same where the caucuses are known: an office can belong to no other. */
export function officeSchemaAmong(caucuses: ReadonlyMap<string, Pick<Caucus, 'slug' | 'aliases'>>) {
  const present = presentSlugs(caucuses);
  return officeSchema.extend({
    caucuses: listOfUnique(
      slug().refine((name) => caucuses.has(name) || present.has(name), {
        error: ({ input }) =>
          `names ${String(input)}, which has no file caucuses/${String(input)}.yaml`,
      }),
    )
      .optional()
      .describe('name caucuses by their files, or write the file with name: in it'),
  });
}

/** The present slug of each former one. */
export const presentSlugs = (
  issuers: ReadonlyMap<string, Pick<Office, 'slug' | 'aliases'>>,
): Map<string, string> =>
  new Map(
    [...issuers.values()].flatMap(({ slug, aliases = [] }) =>
      aliases.map((former) => [former, slug] as const),
    ),
  );

/** `caucuses/<slug>.yaml`: a caucus on whose behalf releases are issued. */
export const caucusSchema = z.strictObject({
  name: text().describe('the name of the caucus'),
  url: webAddress().optional().describe("the caucus's own site"),
  description: text().optional().describe('what it is, in a sentence'),
  aliases: formerSlugs(),
});

export type Office = z.output<typeof officeSchema> & { slug: string };
export type Caucus = z.output<typeof caucusSchema> & { slug: string };

/** Whether the member's name has the family name that the office's file gives. */
export const hasFamily = ({
  member = '',
  family = '',
}: Pick<Office, 'member' | 'family'>): boolean => member.includes(family);

/** Whether an office issues nothing any more: from its last day on. */
export const hasClosed = ({ closed }: Pick<Office, 'closed'>, today: Day): boolean =>
  closed !== undefined && closed <= today;

/** An office or a caucus that no file describes: its name is made from the slug. */
export const undescribed = (slug: string) => ({ slug, name: nameFromSlug(slug) });
