import { z } from 'zod';
import {
  day,
  instant,
  languageTag,
  listOf,
  listOfUnique,
  quote,
  releaseId,
  slug,
  text,
  webAddress,
} from './fields.ts';
import { normalizeFormerPath } from './former-path.ts';
import { MAX_NAME_BYTES, slugify } from './slug.ts';

/** Names such as topics: each makes an address for its page, and is in the list once. */
const names = () =>
  listOfUnique(
    text()
      .refine((name) => name === '' || slugify(name) !== '', {
        error: ({ input }) => `cannot be ${quote(input)}: it has neither letters nor digits`,
      })
      .refine((name) => Buffer.byteLength(slugify(name)) <= MAX_NAME_BYTES, {
        error: ({ input }) => `cannot be ${quote(input)}: it is too long to have a page`,
      }),
    slugify,
  );

/** A path that this site, or one before it, had: `normalizeFormerPath` says in which form. */
const formerPath = () =>
  text().transform((written, context) => {
    const found = normalizeFormerPath(written);
    if ('path' in found) return found.path;
    context.addIssue({ code: 'custom', message: `cannot be ${quote(written)}: ${found.fault}` });
    return z.NEVER;
  });

const contact = z
  .strictObject({
    name: text().describe('the name of the person or the desk'),
    title: text().optional().describe("the person's title, such as Director of Communications"),
    office: text().optional().describe('the office as the release printed it'),
    phone: text()
      .refine((phone) => phone === '' || phone.replace(/\D/g, '').length >= 7, {
        error: ({ input }) => `cannot be ${quote(input)}: it has fewer than seven digits`,
      })
      .optional()
      .describe('a telephone number, as in (916) 555-0123'),
    email: z
      .email({
        error: ({ input }) => `cannot be ${quote(input)}: it is not an e-mail address`,
      })
      .optional()
      .describe('an e-mail address, as in press@example.org'),
  })
  .refine((person) => person.phone !== undefined || person.email !== undefined, {
    error: 'has neither phone nor email',
    when: ({ value }) => typeof value === 'object' && value !== null, // so that it is told at once
  });

const attachment = z.strictObject({
  file: text()
    .transform((file) => file.replace(/^\/?(?:media\/)?/, ''))
    .refine((file) => !file.split(/[/\\]/).includes('..'), 'leads out of media/')
    .describe('the path below media/, as in 2017/letter.pdf'),
  title: text().describe('what it is, as in Letter to the Department'),
  alt: text().optional().describe('for a picture: what it shows, in words'),
});

const correction = z.strictObject({
  date: day().describe('the day of the correction, as in 2017-11-24'),
  note: text().describe('what was corrected, in a sentence'),
});

const withdrawal = z.strictObject({
  date: day().describe('the day of the withdrawal, as in 2017-11-24'),
  reason: text().describe('why, in a sentence'),
});

/** Every frontmatter field in the order in which editors offer them. Names are the contract's. */
const fields = {
  title: text().describe('the headline as issued'),
  subtitle: text().optional().describe('the line below the headline'),
  date: day().describe('the day of issue, as in 2017-11-22; the same as in the file name'),
  dateline: text()
    .optional()
    .describe('the place as printed before the first words, as in SACRAMENTO'),
  office: listOfUnique(slug()).describe(
    'the office that issued it, by the name of its file under offices/, as in ash-kalra; a list for a joint release',
  ),
  contact: listOf(contact).describe(
    'name: and at least one of phone: and email:, indented below contact:; a list for several people',
  ),
  caucus: listOfUnique(slug())
    .optional()
    .describe('a caucus by the name of its file under caucuses/, or a list'),
  topics: names().optional().describe('what it is about, as a list'),
  speakers: names().optional().describe('who is quoted, as a list of names'),
  language: languageTag().optional().describe('the language as a BCP 47 tag, as in en, es or vi'),
  source: webAddress().optional().describe('where it was first published: a whole address'),
  aliases: listOfUnique(formerPath())
    .optional()
    .describe(
      'former addresses of this release on this site, as in /news/2017/old-name/ or /news/view.php?id=7',
    ),
  related: listOfUnique(releaseId())
    .optional()
    .describe('ids of related releases: their file names without .md'),
  translations: listOfUnique(releaseId())
    .optional()
    .describe('ids of this release in other languages: their file names without .md'),
  corrects: releaseId()
    .optional()
    .describe('the id of the earlier release whose words this one replaces'),
  attachments: listOf(attachment)
    .optional()
    .describe('files under media/; each has file: and title:, indented below attachments:'),
  embargo: instant()
    .optional()
    .describe('not before this time, as in 2017-11-22T09:00:00-08:00; Z stands for UTC'),
  corrections: listOf(correction)
    .optional()
    .describe('corrections made since; each has date: and note:, indented below corrections:'),
  withdrawn: withdrawal
    .optional()
    .describe('if the office took it back: date: and reason:, indented below withdrawn:'),
};

/**
 * The frontmatter of a release. Days are text; a single value stands for a list of one; slugs and
 * ids are settled. What comes out has the contract's names, with a list wherever one is allowed.
 */
export const frontmatter = z.strictObject(fields);

export type Frontmatter = z.output<typeof frontmatter>;
export type Contact = Frontmatter['contact'][number];
export type Attachment = NonNullable<Frontmatter['attachments']>[number];

/** The JSON Schema of the frontmatter as people write it, for editors and for bulk data. */
export function frontmatterJsonSchema() {
  return {
    ...z.toJSONSchema(frontmatter, { io: 'input' }),
    title: 'Frontmatter of a press release',
  };
}
