import { z } from 'zod';
import { contactSchema } from './contact.ts';
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
  trueOrFalse,
  webAddress,
} from './fields.ts';
import { billFault, billSlug, normalizeBill } from './bill.ts';
import { normalizeFormerPath } from './former-path.ts';
import { MAX_NAME_BYTES, slugify } from './slug.ts';
import { STATEMENT_ID } from './statement-id-form.ts';

/** A name that makes an address for its page. */
const nameWithPage = () =>
  text()
    .refine((name) => name === '' || slugify(name) !== '', {
      error: ({ input }) => `cannot be ${quote(input)}: it has neither letters nor digits`,
    })
    .refine((name) => Buffer.byteLength(slugify(name)) <= MAX_NAME_BYTES, {
      error: ({ input }) => `cannot be ${quote(input)}: it is too long to have a page`,
    });

/** Names such as topics: each is in the list once. */
const names = () => listOfUnique(nameWithPage(), slugify);

/** Bills, each in its normalized form; one that has no form that is known here stays as it is. */
const bills = () =>
  listOfUnique(
    text()
      .refine((bill) => bill === '' || billFault(bill) === undefined, {
        error: ({ input }) => `cannot be ${quote(input)}: ${billFault(String(input))}`,
      })
      .refine((bill) => Buffer.byteLength(billSlug(bill)) <= MAX_NAME_BYTES, {
        error: ({ input }) => `cannot be ${quote(input)}: it is too long to have a page`,
      })
      .transform((bill) => normalizeBill(bill) ?? bill),
    billSlug,
  );

/** A path that this site, or one before it, had: `normalizeFormerPath` says in which form. */
const formerPath = () =>
  text().transform((written, context) => {
    const found = normalizeFormerPath(written);
    if ('path' in found) return found.path;
    context.addIssue({ code: 'custom', message: `cannot be ${quote(written)}: ${found.fault}` });
    return z.NEVER;
  });

const attachment = z.strictObject({
  file: text()
    .transform((file) => file.replace(/^\/?(?:media\/)?/, ''))
    .refine((file) => !file.split(/[/\\]/).includes('..'), 'leads out of media/')
    .describe('the path below media/, as in 2017/letter.pdf'),
  title: text().describe('what it is, as in Letter to the Department'),
  alt: text().optional().describe('for a picture: what it shows, in words'),
  credit: text().optional().describe('who made it, as in Photo by Alex Example'),
  rights: text().optional().describe('how it may be used, as in Free for editorial use'),
});

/** The speaker of a statement that nobody says. */
export const NOBODY = 'none';

/** Who says a statement; whether the release has it shows when its text is read. */
const quotation = z.strictObject({
  statement: text()
    .transform((id) => id.slice(id.lastIndexOf('#') + 1))
    .refine((id) => id === '' || STATEMENT_ID.test(id), {
      error: ({ input }) => `cannot be ${quote(input)}: that is not the id of a statement`,
    })
    .describe('the id of the statement, as in s-k3vq7x2a, or its link'),
  speaker: nameWithPage().describe(
    `the name of the person who says it; ${NOBODY} if it is nobody's, whatever the text seems to say`,
  ),
});

const correction = z.strictObject({
  date: day().describe('the day of the correction, as in 2017-11-24'),
  note: text().describe('what was corrected, in a sentence'),
});

const withdrawal = z.strictObject({
  date: day().describe('the day of the withdrawal, as in 2017-11-24'),
  reason: text().describe('why, in a sentence'),
});

/** What the values of a field refer to; whether that exists shows when the whole archive is known. */
type ReferenceKind =
  'offices' | 'caucuses' | 'releases' | 'media' | 'former addresses' | 'statements';

export interface FieldDefinition {
  /** What the field may hold. Its description is the hint in messages and in editors. */
  schema: z.ZodType;
  /**
   * How an import finds the value: `as given` takes it from the source's own fields; `resolved` also
   * asks the text, the archive and the person (`src/import/resolve/resolve-release.ts`).
   */
  imported: 'as given' | 'resolved';
  /** Names in the frontmatter of other systems, in the order in which an import tries them. */
  otherNames?: readonly string[];
  refersTo?: ReferenceKind;
  /** Whether a list of one is written as a single value. */
  isOftenOne?: boolean;
}

/**
 * Every field of a release's frontmatter, in the order in which editors offer them and files are written. Names are
 * the contract's. Whatever else lists fields is derived from this table, or does not compile when a
 * field is missing (`satisfies Record<FieldName, …>`).
 */
export const releaseFields = {
  title: {
    schema: text().describe('the headline as issued'),
    imported: 'resolved',
    otherNames: ['headline'],
  },
  subtitle: {
    schema: text().optional().describe('the line below the headline'),
    imported: 'resolved',
    otherNames: ['subheadline', 'subhead', 'deck'],
  },
  date: {
    schema: day().describe('the day of issue, as in 2017-11-22; the same as in the file name'),
    imported: 'resolved',
    otherNames: ['published', 'publishDate', 'pubDate', 'created'],
  },
  dateline: {
    schema: text()
      .optional()
      .describe('the place as printed before the first words, as in SACRAMENTO'),
    imported: 'resolved',
    otherNames: ['location'],
  },
  office: {
    schema: listOfUnique(slug()).describe(
      'the office that issued it, by the name of its file under offices/, as in ash-kalra; a list for a joint release',
    ),
    imported: 'resolved',
    refersTo: 'offices',
    isOftenOne: true,
  },
  contact: {
    schema: listOf(contactSchema).describe(
      'name: and at least one of phone: and email:, indented below contact:; a list for several people',
    ),
    imported: 'resolved',
    isOftenOne: true,
  },
  caucus: {
    schema: listOfUnique(slug())
      .optional()
      .describe('a caucus by the name of its file under caucuses/, or a list'),
    imported: 'resolved',
    refersTo: 'caucuses',
    isOftenOne: true,
  },
  topics: {
    schema: names().optional().describe('what it is about, as a list'),
    imported: 'as given',
    otherNames: ['tags', 'categories'],
  },
  speakers: {
    schema: names().optional().describe('who is quoted, as a list of names'),
    imported: 'as given',
  },
  quotes: {
    schema: listOf(quotation)
      .optional()
      .describe(
        'who says which statement; each has statement: and speaker:, indented below quotes:',
      ),
    imported: 'as given',
    refersTo: 'statements',
  },
  bills: {
    schema: bills().optional().describe('the bills it is about, as a list, as in [SB 54, H.R. 1]'),
    imported: 'as given',
    otherNames: ['legislation'],
  },
  language: {
    schema: languageTag().optional().describe('the language as a BCP 47 tag, as in en, es or vi'),
    imported: 'as given',
    otherNames: ['lang'],
  },
  source: {
    schema: webAddress().optional().describe('where it was first published: a whole address'),
    imported: 'as given',
    otherNames: ['canonical', 'canonical_url', 'original', 'url', 'permalink', 'link'],
  },
  aliases: {
    schema: listOfUnique(formerPath())
      .optional()
      .describe(
        'former addresses of this release on this site, as in /news/2017/old-name/ or /news/view.php?id=7',
      ),
    imported: 'as given',
    otherNames: ['redirect_from'],
    refersTo: 'former addresses',
  },
  related: {
    schema: listOfUnique(releaseId())
      .optional()
      .describe('ids of related releases: their file names without .md'),
    imported: 'as given',
    refersTo: 'releases',
  },
  translations: {
    schema: listOfUnique(releaseId())
      .optional()
      .describe('ids of this release in other languages: their file names without .md'),
    imported: 'as given',
    refersTo: 'releases',
  },
  corrects: {
    schema: releaseId()
      .optional()
      .describe('the id of the earlier release whose words this one replaces'),
    imported: 'as given',
    refersTo: 'releases',
  },
  attachments: {
    schema: listOf(attachment)
      .optional()
      .describe('files under media/; each has file: and title:, indented below attachments:'),
    imported: 'resolved',
    refersTo: 'media',
  },
  embargo: {
    schema: instant()
      .optional()
      .describe(
        'not before this time, as in 2017-11-22 09:00 by the clocks of the archive, or with an offset, as in 2017-11-22T09:00:00-08:00',
      ),
    imported: 'resolved',
  },
  draft: {
    schema: trueOrFalse()
      .optional()
      .describe('true while it is being written: until then nothing of it is published'),
    imported: 'as given',
  },
  corrections: {
    schema: listOf(correction)
      .optional()
      .describe('corrections made since; each has date: and note:, indented below corrections:'),
    imported: 'as given',
  },
  withdrawn: {
    schema: withdrawal
      .optional()
      .describe('if the office took it back: date: and reason:, indented below withdrawn:'),
    imported: 'as given',
  },
} as const satisfies Record<string, FieldDefinition>;
