import { z } from 'zod';
import { listOf, quote, text, webAddress } from './fields.ts';

/** Pictures that every browser shows, sharp at any size or with a transparent ground. */
const PICTURE = /\.(?:svg|png|webp)$/i;
const ICON = /\.(?:svg|png)$/i;

/** A file below `site/`. */
const faceFile = (form: RegExp, endings: string) =>
  text()
    .transform((file) => file.replace(/^\/?(?:site\/)?/, ''))
    .refine((file) => !file.split(/[/\\]/).includes('..'), 'leads out of site/')
    .refine((file) => file === '' || form.test(file), {
      error: ({ input }) => `cannot be ${quote(input)}: it is a picture in ${endings}`,
    });

/** A color in six hexadecimal digits: `7A1F2B` and `#7a1` become `#7a1f2b` and `#77aa11`. */
const color = () =>
  text()
    .refine((written) => written === '' || /^#?(?:[\da-f]{3}){1,2}$/i.test(written), {
      error: ({ input }) =>
        `cannot be ${quote(input)}: a color has six digits of 0 to 9 and a to f, as in "#14406e"`,
    })
    .transform((written) => {
      const digits = written.replace('#', '').toLowerCase();
      return `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`;
    });

const logo = z.strictObject({
  file: faceFile(PICTURE, 'SVG, PNG or WebP').describe(
    'the picture below site/, as in seal.svg; SVG, PNG or WebP',
  ),
  dark: faceFile(PICTURE, 'SVG, PNG or WebP')
    .optional()
    .describe('the picture to show on dark paper, if it is another'),
  alt: text().describe('what it shows, in words, as in Seal of the Sample Senate'),
});

const colors = z.strictObject({
  accent: color().describe(
    'the color of links and buttons, in quotation marks, as in accent: "#14406e"',
  ),
  accent_dark: color()
    .optional()
    .describe(
      'the same on dark paper, as in accent_dark: "#9ec5f0"; left out, one is made from accent',
    ),
});

const profile = z.strictObject({
  name: text().describe('what the link says, as in Mastodon'),
  url: webAddress().describe('the address, as in https://social.example/@office'),
});

/** The fields of `site.yaml` by which an archive has a look of its own. All may be left out. */
export const faceFields = {
  logo: logo.optional().describe('file: and alt:, indented below logo:; the file lies below site/'),
  favicon: faceFile(ICON, 'SVG or PNG')
    .optional()
    .describe(
      'the picture of the site in the tabs of browsers, below site/, as in icon.svg; SVG or PNG',
    ),
  colors: colors
    .optional()
    .describe('accent: and, if you like, accent_dark:, indented below colors:'),
  fonts: z
    .enum(['shipped', 'system'], {
      error: ({ input }) => `cannot be ${quote(input)}: it is shipped or system`,
    })
    .optional()
    .describe(
      'system for the fonts of the reader’s own device; shipped, as without this line, for those that come with the site',
    ),
  social: listOf(profile)
    .optional()
    .describe('profiles elsewhere, each with name: and url:, for the foot of each page'),
};
