import { stringify } from 'yaml';
import type { Day } from './day.ts';
import { type Contact, frontmatter, type DraftFields } from './frontmatter.ts';
import { nearest } from './nearest.ts';
import type { Problem } from './problem.ts';
import { readFields } from './schema-problems.ts';
import { SLUG, slugify } from './slug.ts';
import { transliterate } from './transliterate.ts';
import { asWritten } from './written-fields.ts';

/** A release that is about to be written, as far as it is known. */
export interface Draft extends Omit<DraftFields, 'contact'> {
  /** The part of the address that follows the day; from the title where it is left out. */
  slug?: string | undefined;
  date: Day;
  office: string[];
  contact: Partial<Contact>[];
}

/** What `offices/` or `caucuses/` holds, by slug. */
export type Issuers = ReadonlyMap<
  string,
  {
    slug: string;
    name: string;
    member?: string | undefined;
    aliases?: readonly string[] | undefined;
  }
>;

/** The issuers that a draft may name; undefined where there is no folder: then any slug will do. */
export interface KnownIssuers {
  offices: Issuers | undefined;
  caucuses: Issuers | undefined;
}

/** What is wrong with a draft. There is no file yet, so there is no place. */
export type DraftProblem = Pick<Problem, 'field' | 'message' | 'hint'>;

const SHORT_SLUG = 60; // characters: an address that still fits on a line
const LONGEST_SLUG = 200; // characters: with the day and .md, what every file system takes
/** Line breaks of all kinds, tabs, and what no page can show. */
const CONTROL = /[\p{Cc}\u2028\u2029\ufffe\uffff]/u;
const MAX_LISTED = 12; // names in a hint, as many as are read at a glance

/**
 * Makes a slug from a headline: at most 60 characters, cut between words where there is a place. Letters
 * of other scripts are transliterated, Chinese ones as in Mandarin, each as a word. It names a new file; no
 * address is made from it again, so the library may come to know better.
 * @returns the slug; empty if the headline has neither letters nor digits.
 */
export function slugFromTitle(title: string): string {
  const slug = transliterate(slugify(title))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (slug.length <= SHORT_SLUG) return slug;
  const cut = slug.lastIndexOf('-', SHORT_SLUG);
  return slug.slice(0, cut > 0 ? cut : SHORT_SLUG);
}

/** The slug of a draft; empty as long as there is nothing to make it from. */
export const draftSlug = ({ slug, title = '' }: Draft) => slug ?? slugFromTitle(title);

/** The slug of what was typed: a slug or a former one, the name of an office or a caucus, or a member's name. */
export function findIssuer(typed: string, issuers: Issuers | undefined): string {
  const slug = slugify(typed);
  if (!SLUG.test(slug)) return typed;
  if (issuers === undefined || issuers.has(slug)) return slug;
  const isCalled = (name: string | undefined) => name !== undefined && slugify(name) === slug;
  const meant = issuers
    .values()
    .find(
      ({ name, member, aliases }) => aliases?.includes(slug) || isCalled(name) || isCalled(member),
    );
  return meant?.slug ?? slug;
}

/** The same, and by some of their words: `river` finds `senator-river`, if no other has that word. */
export function findIssuerByWords(typed: string, issuers: Issuers | undefined): string {
  const found = findIssuer(typed, issuers);
  if (issuers === undefined || issuers.has(found)) return found;
  const words = slugify(typed).split('-');
  const meant = [...issuers.values()].filter(({ slug, name, member = '' }) => {
    const known = new Set(
      [slug, slugify(name), slugify(member)].flatMap((text) => text.split('-')),
    );
    return words.every((word) => known.has(word));
  });
  return meant.length === 1 ? (meant[0]?.slug ?? found) : found;
}

/** The options that a draft cannot do without and that it lacks. */
export function missingOptions(draft: Draft): string[] {
  const { title, office, contact } = draft;
  const [person = {}] = contact;
  return [
    title === undefined ? ['--title'] : [],
    title !== undefined && draftSlug(draft) === '' ? ['--slug (the title has no letters)'] : [],
    office.length === 0 ? ['--office'] : [],
    person.name === undefined ? ['--contact-name'] : [],
    (person.phone ?? person.email) === undefined ? ['--contact-phone or --contact-email'] : [],
  ].flat();
}

/** What is wrong with what a draft has. What it lacks is for `missingOptions` to say. */
export function draftProblems(draft: Draft, { offices, caucuses }: KnownIssuers): DraftProblem[] {
  const lines = lineProblems(draft);
  const fields = readFields(frontmatter, draftYaml(filled(draft)), { file: '' }).problems;
  return [
    ...(lines.length > 0 ? lines : fields), // YAML would say the same of lines in other words
    ...slugProblems(draft.slug),
    ...draft.office.flatMap((slug) => issuerProblems('office', 'offices', slug, offices)),
    ...(draft.caucus ?? []).flatMap((slug) => issuerProblems('caucus', 'caucuses', slug, caucuses)),
  ];
}

/** The draft with stopgaps for what it lacks, so that the schema finds fault with the rest alone. */
function filled({ title = '-', office, contact, ...draft }: Draft): Draft {
  const people = contact.length > 0 ? contact : [{}];
  return {
    ...draft,
    title,
    office: office.length > 0 ? office : ['none'],
    contact: people.map((person) => ({ name: '-', phone: '000 0000', ...person })),
  };
}

function slugProblems(slug = 'none'): DraftProblem[] {
  const field = 'slug';
  if (!SLUG.test(slug)) {
    const better = slugFromTitle(slug);
    const hint = `use letters a to z, digits and hyphens${better && `, as in ${better}`}`;
    return [{ field, message: `cannot be ${JSON.stringify(slug)}`, hint }];
  }
  if (slug.length <= LONGEST_SLUG) return [];
  const message = `has ${slug.length} characters`;
  return [{ field, message, hint: `a file's name has no room for more than ${LONGEST_SLUG}` }];
}

/** Values that are valid YAML but would take several lines of a page. */
function lineProblems({ contact, ...draft }: Draft): DraftProblem[] {
  const fields: [string, unknown][] = [
    ...Object.entries(draft),
    ...contact.flatMap((one) =>
      Object.entries(one).map(([field, value]): [string, unknown] => [`contact.${field}`, value]),
    ),
  ];
  const hasControl = (value: unknown) => typeof value === 'string' && CONTROL.test(value);
  return fields
    .filter(([, value]) => [value].flat().some(hasControl))
    .map(([field]) => {
      const hint = 'give it on one line, without tabs';
      return { field, message: 'has a line break or another control character', hint };
    });
}

function issuerProblems(
  field: string,
  folder: string,
  slug: string,
  issuers: Issuers | undefined,
): DraftProblem[] {
  if (issuers === undefined || issuers.has(slug) || !SLUG.test(slug)) return [];
  const slugs = [...issuers.keys()];
  const meant = nearest(slug, slugs) ?? slugs.find((known) => known.includes(slug));
  const list = slugs.length <= MAX_LISTED ? slugs.join(', ') : `the names of the files there`;
  const hint = meant ? `did you mean ${meant}?` : `known are: ${list || 'none yet'}`;
  return [{ field, message: `names ${slug}, which has no file ${folder}/${slug}.yaml`, hint }];
}

/** The whole file of a draft: its fields, and room for the text. */
export const draftText = (draft: Draft) => `---\n${draftYaml(draft)}---\n\n`;

/** A field is on a line of its own, however long. */
const draftYaml = (draft: Draft) => stringify(asWritten(draft), { lineWidth: 0 });
