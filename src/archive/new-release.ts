import { stringify } from 'yaml';
import type { Day } from './day.ts';
import { type Contact, frontmatter } from './frontmatter.ts';
import { nearest } from './nearest.ts';
import type { Problem } from './problem.ts';
import { validate } from './schema-problems.ts';
import { SLUG, slugify } from './slug.ts';
import { parseYaml } from './yaml.ts';

/** The frontmatter of a release that is about to be written, as far as it is known. */
export interface Draft {
  title?: string | undefined;
  date: Day;
  dateline?: string | undefined;
  office: string[];
  contact: Partial<Contact>[];
  caucus: string[];
  topics: string[];
  speakers: string[];
  language?: string | undefined;
}

/** What `offices/` or `caucuses/` holds, by slug. */
export type Issuers = ReadonlyMap<
  string,
  { slug: string; name: string; member?: string | undefined }
>;

/** The issuers that a draft may name; undefined where there is no folder: then any slug will do. */
export interface Known {
  offices: Issuers | undefined;
  caucuses: Issuers | undefined;
}

/** What is wrong with a draft. There is no file yet, so there is no place. */
export type DraftProblem = Pick<Problem, 'field' | 'message' | 'hint'>;

const LONGEST_SLUG = 60; // characters: an address that still fits on a line
const MOST_LISTED = 12; // names in a hint: what is read at a glance

/** The day it is in `timeZone` at the instant `now`, in milliseconds since 1970. */
export function today(now: number, timeZone: string): Day {
  const options = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const parts = new Intl.DateTimeFormat('en-u-ca-gregory', options).formatToParts(now);
  return (['year', 'month', 'day'] as const)
    .map((type) => parts.find((part) => part.type === type)?.value)
    .join('-');
}

/**
 * Makes a slug from a headline: at most 60 characters, cut between words where there is a place.
 * @returns the slug; empty if the headline has no letters a to z and no digits.
 */
export function slugFromTitle(title: string): string {
  const slug = slugify(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (slug.length <= LONGEST_SLUG) return slug;
  const cut = slug.lastIndexOf('-', LONGEST_SLUG);
  return slug.slice(0, cut > 0 ? cut : LONGEST_SLUG);
}

/** The slug of what was typed: a slug, the name of an office or a caucus, or a member's name. */
export function findIssuer(typed: string, issuers: Issuers | undefined): string {
  const slug = slugify(typed);
  if (!SLUG.test(slug) || issuers?.has(slug)) return slug || typed;
  const isMeant = ({ name, member = '' }: { name: string; member?: string | undefined }) =>
    [name, member].some((called) => slugify(called) === slug);
  return issuers?.values().find(isMeant)?.slug ?? slug;
}

/** The options that a draft cannot do without and that it lacks. */
export function missingOptions({ title, office, contact: [person = {}] }: Draft): string[] {
  return [
    title === undefined ? ['--title'] : [],
    office.length === 0 ? ['--office'] : [],
    person.name === undefined ? ['--contact-name'] : [],
    (person.phone ?? person.email) === undefined ? ['--contact-phone or --contact-email'] : [],
  ].flat();
}

/** What is wrong with what a draft has; what it lacks is another matter. */
export function draftProblems(draft: Draft, { offices, caucuses }: Known): DraftProblem[] {
  const { problems } = validate(frontmatter, parseYaml(draftYaml(draft)), '');
  const lacks = ['is missing', 'has neither phone nor email', 'is an empty list'];
  return [
    ...problems.filter(({ message }) => !lacks.includes(message)),
    ...draft.office.flatMap((slug) => unknown('office', 'offices', slug, offices)),
    ...draft.caucus.flatMap((slug) => unknown('caucus', 'caucuses', slug, caucuses)),
  ];
}

function unknown(
  field: string,
  folder: string,
  slug: string,
  issuers: Issuers | undefined,
): DraftProblem[] {
  if (issuers === undefined || issuers.has(slug) || !SLUG.test(slug)) return [];
  const slugs = [...issuers.keys()];
  const meant = nearest(slug, slugs) ?? slugs.find((known) => known.includes(slug));
  const list = slugs.length <= MOST_LISTED ? slugs.join(', ') : `the names of the files there`;
  const hint = meant ? `did you mean ${meant}?` : `known are: ${list || 'none yet'}`;
  return [{ field, message: `names ${slug}, which has no file ${folder}/${slug}.yaml`, hint }];
}

/** The whole file of a draft: its fields, and room for the text. */
export const draftText = (draft: Draft) => `---\n${draftYaml(draft)}---\n\n`;

function draftYaml(draft: Draft): string {
  const { title, date, dateline, office, contact, caucus, topics, speakers, language } = draft;
  const oneOrList = <Item>(list: Item[]) => (list.length > 1 ? list : list[0]);
  const listOrNone = (list: string[]) => (list.length > 0 ? list : undefined);
  const fields = {
    title,
    date,
    dateline,
    office: oneOrList(office),
    contact: oneOrList(contact),
    caucus: oneOrList(caucus),
    topics: listOrNone(topics),
    speakers: listOrNone(speakers),
    language,
  };
  return stringify(fields, { lineWidth: 0 }); // a field on a line of its own, however long
}
