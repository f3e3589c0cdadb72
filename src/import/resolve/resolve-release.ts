import type { Day } from '../../archive/day.ts';
import { type Contact, type FieldsWith, fieldsWith } from '../../archive/frontmatter.ts';
import { findIssuer, type Issuers } from '../../archive/new-release.ts';
import { contactLine } from '../../archive/past-contacts.ts';
import type { Given, KnownFields, LeftOut } from '../read/document.ts';
import { contactGuesses } from './guess-contact.ts';
import { dateGuesses } from './guess-date.ts';
import { officeGuesses } from './guess-office.ts';
import type { ImportedDocument } from '../import-document.ts';
import { collapse } from '../parse/text-shape.ts';
import { guess, type Question, Questions } from './questions.ts';
import type { SourceItem } from '../sources/source-item.ts';

/** What the person who imports says for all files. */
export interface Said {
  office: readonly string[];
  caucus: readonly string[];
  date?: Day | undefined;
  contact?: Contact | undefined;
}

/** What the archive knows. */
export interface Known {
  offices: Issuers | undefined;
  caucuses: Issuers | undefined;
  /** Those whom an office named last, up to a day. */
  lastContacts(offices: readonly string[], until: Day): Contact[];
  /** Whether there is a release of this id, or one comes with this import. */
  isThere(id: string): boolean;
}

/** A release as it would be written. A value below the bar stands among the questions as well. */
export interface SettledRelease extends KnownFields {
  office: string[];
  contact: Contact[];
  caucus: string[];
}

interface Settled {
  release: SettledRelease;
  questions: Question[];
  warnings: string[];
  /** What the source gives and the release does not take. */
  leftOut: LeftOut[];
}

/** Puts together what the text, the source, its name, the person and the archive say of a release. */
export function settleRelease(
  document: ImportedDocument,
  item: Pick<SourceItem, 'name'>,
  said: Said,
  known: Known,
): Settled {
  const { fields, confidence, given, lines } = document;
  const questions = new Questions(lines);
  const printed = (field: 'title' | 'subtitle' | 'dateline') => [
    guess(fields[field], confidence[field], 'the text'),
    guess(given?.[field], given?.confidence ?? 0, 'the source'),
  ];
  const title = questions.settle('title', [
    ...printed('title'),
    guess(firstWords(document.story), 0.3, 'the first words'),
  ]);
  const subtitle = questions.settle('subtitle', printed('subtitle'), { isNeeded: false });
  const days = dateGuesses(document, item.name, said.date);
  const date = questions.settle('date', days.guesses);
  const dateline = questions.settle('dateline', printed('dateline'), { isNeeded: false });
  const offices = officeGuesses(document, item, said.office, known.offices);
  const office = questions.settle('office', offices, { show: (slugs) => slugs.join(', ') }) ?? [];
  const last = office.length > 0 && date !== undefined ? known.lastContacts(office, date) : [];
  const contacts = contactGuesses(document, said.contact, last);
  const show = (people: readonly Contact[]) => people.map(contactLine).join('; ');
  const contact = questions.settle('contact', contacts, { show }) ?? [];
  const caucus = said.caucus.length > 0 ? said.caucus : (given?.caucus ?? []);
  const { kept, gone } = namedReleases(given ?? {}, known);
  const resolved = {
    title,
    subtitle,
    date,
    office,
    contact,
    caucus: caucus.map((name) => findIssuer(name, known.caucuses)),
    dateline,
    embargo: document.embargo?.instant ?? given?.embargo,
  } satisfies Record<Exclude<FieldsWith<'imported', 'resolved'>, 'attachments'>, unknown>;
  const release = { ...fieldsAsGiven(given ?? {}), ...kept, ...resolved };
  return {
    release,
    questions: questions.all,
    warnings: [
      ...(days.differing ? [`Days differ: ${days.differing}; ${date} is taken.`] : []),
      ...embargoWarning(document),
      ...gone.map(({ text, reason }) => `${text} was left out: ${reason}`),
    ],
    leftOut: [...gone, ...overruled(given, release, known)],
  };
}

const fieldsAsGiven = (given: KnownFields): KnownFields =>
  Object.fromEntries(fieldsWith('imported', 'as given').map((field) => [field, given[field]]));

/** Of the releases that a source names, those that the archive has or will have. */
function namedReleases(given: KnownFields, known: Known) {
  const gone: LeftOut[] = [];
  const kept: KnownFields = {};
  for (const field of fieldsWith('refersTo', 'releases')) {
    const ids = [given[field] ?? []].flat();
    const there = ids.filter((id) => known.isThere(id));
    for (const id of ids) {
      const reason = 'there is no such release here';
      if (!there.includes(id)) gone.push({ text: `${field}: ${id}`, reason });
    }
    const value = Array.isArray(given[field]) ? there : there[0];
    Object.assign(kept, { [field]: there.length > 0 ? value : undefined });
  }
  return { kept, gone };
}

/** Fields that the source surely gives, and in whose place something else was said. */
function overruled(
  given: Given | undefined,
  { office, contact, caucus }: SettledRelease,
  { offices, caucuses }: Known,
): LeftOut[] {
  if (given === undefined || given.confidence < 1) return [];
  const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  const slugs = given.office?.map((name) => findIssuer(name, offices));
  const groups = given.caucus?.map((name) => findIssuer(name, caucuses));
  return [
    ...(slugs && !isSame(slugs, office) ? [`office: ${given.office?.join(', ')}`] : []),
    ...(given.contact && !isSame(given.contact, contact)
      ? [`contact: ${given.contact.map(contactLine).join('; ')}`]
      : []),
    ...(groups && !isSame(groups, caucus) ? [`caucus: ${given.caucus?.join(', ')}`] : []),
  ].map((text) => ({ text, reason: 'another was said' }));
}

function firstWords(story: string): string | undefined {
  const words = (story.split('\n', 1)[0] ?? '').split(' ');
  return words.length <= 12 ? words.join(' ') || undefined : `${words.slice(0, 12).join(' ')} …`;
}

function embargoWarning({ embargo }: ImportedDocument): string[] {
  if (embargo === undefined || embargo.instant !== undefined) return [];
  return [
    `It was held until ${collapse(embargo.text)}; without day, hour and zone that is no embargo.`,
  ];
}
