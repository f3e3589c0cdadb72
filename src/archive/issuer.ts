import { z } from 'zod';
import { day, listOf, slug, text, webAddress } from './fields.ts';
import { nameFromSlug } from './slug.ts';

/** `offices/<slug>.yaml`: an office that issues releases. */
export const officeSchema = z.strictObject({
  name: text().describe('the name of the office, as in Office of Assemblymember Example'),
  member: text().optional().describe('the name of the member'),
  title: text().optional().describe("the member's title, as in Assemblymember"),
  party: text().optional(),
  district: text().optional(),
  city: text().optional(),
  url: webAddress().optional().describe("the office's own site"),
  caucuses: listOf(slug()).optional().describe('caucuses by the names of their files'),
  opened: day().optional().describe('the day the office opened, as in 2016-12-05'),
  closed: day().optional().describe('the day the office closed'),
});

/** `caucuses/<slug>.yaml`: a caucus on whose behalf releases are issued. */
export const caucusSchema = z.strictObject({
  name: text().describe('the name of the caucus'),
  url: webAddress().optional().describe("the caucus's own site"),
  description: text().optional().describe('what it is, in a sentence'),
});

export type Office = z.output<typeof officeSchema> & { slug: string };
export type Caucus = z.output<typeof caucusSchema> & { slug: string };

/** An office or a caucus that no file describes: its name is made from the slug. */
export const undescribed = (slug: string) => ({ slug, name: nameFromSlug(slug) });
