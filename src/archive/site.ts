import { z } from 'zod';
import { accessFields } from './access-fields.ts';
import { editorSettings } from './editor-settings.ts';
import { faceFields } from './face-fields.ts';
import {
  day,
  languageTag,
  listOfUnique,
  quote,
  text,
  trueOrFalse,
  webAddress,
  wholeNumber,
  year,
} from './fields.ts';
import { HOSTS } from './hosts.ts';
import { publicContact } from './public-contact.ts';

/** Archives of more releases have share pictures only where `site.yaml` asks for them. */
export const SHARE_PICTURES_UP_TO = 1000;

const security = z.strictObject({
  contact: listOfUnique(publicContact()).describe(
    'where to report a security problem of the site: an e-mail address, or the https:// address of a page',
  ),
  expires: day().describe(
    'the day after which it no longer holds, within a year, as in 2027-06-30',
  ),
});

/** `site.yaml`: what the archive says of itself. Every field has a default. */
export const siteSchema = z.strictObject({
  title: text().default('On the Record').describe('the name of the archive'),
  description: text()
    .default('An archive of press releases.')
    .describe('what the archive holds, in a sentence'),
  publisher: text().optional().describe('who runs the archive; the title where it is left out'),
  language: languageTag()
    .default('en')
    .describe(
      'the language of the site, and of releases that name none, as a BCP 47 tag, as in en, es or vi',
    ),
  timezone: text()
    .default('UTC')
    .refine((zone) => zone === '' || isTimeZone(zone), {
      error: ({ input }) => `cannot be ${quote(input)}: that is not a time zone`,
    })
    .describe('in which its days begin and end, as in America/Los_Angeles'),
  since: year()
    .default(1900)
    .describe('the year in which the archive can begin: an earlier one in a release is an error'),
  license: webAddress()
    .optional()
    .describe('the address of the licence under which its data may be used, if there is one'),
  share_pictures: trueOrFalse()
    .optional()
    .describe(
      `true or false: whether a picture is drawn of each release for programs that show links; left out, archives of up to ${SHARE_PICTURES_UP_TO.toLocaleString('en')} releases have them`,
    ),
  host: z
    .enum(HOSTS, {
      error: ({ input }) => `cannot be ${quote(input)}: it is one of ${HOSTS.join(', ')}`,
    })
    .optional()
    .describe(
      `where the site is published, so that only its files are written and what it cannot do is said: ${HOSTS.join(', ')}`,
    ),
  history: z
    .enum(['dates', 'words'], {
      error: ({ input }) => `cannot be ${quote(input)}: it is dates or words`,
    })
    .optional()
    .describe(
      'dates or words: whether the archive shows only when a statement was edited or removed, or its earlier words too; dates where it is left out',
    ),
  boilerplate: wholeNumber(2)
    .default(10)
    .describe(
      'a number from 2: a statement that is in more releases of one office, such as what it says about itself, is marked as boilerplate and folded; 10 where it is left out',
    ),
  family_names: listOfUnique(text())
    .optional()
    .describe(
      'family names of speakers that are not the last word alone, as in Van Example; for members, write family: in the file of the office',
    ),
  security: security
    .optional()
    .describe('contact: and expires:, indented below security:, for /.well-known/security.txt'),
  ...accessFields,
  ...faceFields,
  editor: editorSettings
    .optional()
    .describe(
      'backend: and repository:, indented below editor:, to have /admin/, where releases are written in a browser',
    ),
});

export type Site = z.output<typeof siteSchema>;

function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false; // the only way that Intl has to say no
  }
}
