import type { Day } from '../../archive/day.ts';
import type { Contact } from '../../archive/frontmatter.ts';
import { findIssuer, type Issuers } from '../../archive/new-release.ts';
import { contactLine } from '../../archive/past-contacts.ts';
import type { SourceMetadata, PartialFrontmatter, LeftOut } from '../read/document.ts';
import { contactGuesses } from './guess-contact.ts';
import { dateGuesses } from './guess-date.ts';
import { officeGuesses } from './guess-office.ts';
import type { ConvertedDocument } from '../convert/convert-document.ts';
import { collapse } from '../parse/text-shape.ts';
import { guess, type FieldQuestion, FieldResolver } from './questions.ts';
import type { SourceItem } from '../sources/source-item.ts';

/** What the person who imports says for all files. */
export interface FieldOptions {
  office: readonly string[];
  caucus: readonly string[];
  date?: Day | undefined;
  contact?: Contact | undefined;
}

/** What the archive knows. */
export interface ArchiveFacts {
  offices: Issuers | undefined;
  caucuses: Issuers | undefined;
  /** Those whom an office named last, up to a day. */
  lastContacts(offices: readonly string[], until: Day): Contact[];
  /** Whether there is a release of this id, or one comes with this import. */
  hasRelease(id: string): boolean;
}

/** A release as it would be written. A value below the bar stands among the questions as well. */
export interface ResolvedRelease extends PartialFrontmatter {
  office: string[];
  contact: Contact[];
  caucus: string[];
}

interface Settled {
  release: ResolvedRelease;
  questions: FieldQuestion[];
  warnings: string[];
  /** What the source gives and the release does not take. */
  leftOut: LeftOut[];
}

/** Puts together what the text, the source, its name, the person and the archive say of a release. */
export function resolveRelease(
  document: ConvertedDocument,
  item: Pick<SourceItem, 'name'>,
  said: FieldOptions,
  known: ArchiveFacts,
): Settled {
  const { fields, confidence, metadata, lines } = document;
  const questions = new FieldResolver(lines);
  const printed = (field: 'title' | 'subtitle' | 'dateline') => [
    guess(fields[field], confidence[field], 'the text'),
    guess(metadata?.[field], metadata?.confidence ?? 0, 'the source'),
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
  const caucus = said.caucus.length > 0 ? said.caucus : (metadata?.caucus ?? []);
  const { kept, gone } = namedReleases(metadata ?? {}, known);
  const release = {
    title,
    subtitle,
    date,
    office,
    contact,
    caucus: caucus.map((name) => findIssuer(name, known.caucuses)),
    dateline,
    language: metadata?.language,
    source: metadata?.source,
    topics: metadata?.topics,
    speakers: metadata?.speakers,
    aliases: metadata?.aliases,
    ...kept,
    embargo: document.embargo?.instant ?? metadata?.embargo,
    corrections: metadata?.corrections,
    withdrawn: metadata?.withdrawn,
  };
  return {
    release,
    questions: questions.all,
    warnings: [
      ...(days.differing ? [`Days differ: ${days.differing}; ${date} is taken.`] : []),
      ...embargoWarning(document),
      ...gone.map(({ text, reason }) => `${text} was left out: ${reason}`),
    ],
    leftOut: [...gone, ...overruled(metadata, release, known)],
  };
}

/** Of the releases that a source names, those that the archive has or will have. */
function namedReleases(
  { related, translations, corrects }: PartialFrontmatter,
  known: ArchiveFacts,
) {
  const gone: LeftOut[] = [];
  const there = (field: string, ids: readonly string[] | undefined) => {
    const kept = ids?.filter((id) => known.hasRelease(id)) ?? [];
    for (const id of ids ?? []) {
      const reason = 'there is no such release here';
      if (!kept.includes(id)) gone.push({ text: `${field}: ${id}`, reason });
    }
    return kept.length > 0 ? kept : undefined;
  };
  const kept = {
    related: there('related', related),
    translations: there('translations', translations),
    corrects: there('corrects', corrects === undefined ? undefined : [corrects])?.[0],
  };
  return { kept, gone };
}

/** Fields that the source surely gives, and in whose place something else was said. */
function overruled(
  metadata: SourceMetadata | undefined,
  { office, contact, caucus }: ResolvedRelease,
  { offices, caucuses }: ArchiveFacts,
): LeftOut[] {
  if (metadata === undefined || metadata.confidence < 1) return [];
  const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  const slugs = metadata.office?.map((name) => findIssuer(name, offices));
  const groups = metadata.caucus?.map((name) => findIssuer(name, caucuses));
  return [
    ...(slugs && !isSame(slugs, office) ? [`office: ${metadata.office?.join(', ')}`] : []),
    ...(metadata.contact && !isSame(metadata.contact, contact)
      ? [`contact: ${metadata.contact.map(contactLine).join('; ')}`]
      : []),
    ...(groups && !isSame(groups, caucus) ? [`caucus: ${metadata.caucus?.join(', ')}`] : []),
  ].map((text) => ({ text, reason: 'another was said' }));
}

function firstWords(story: string): string | undefined {
  const words = (story.split('\n', 1)[0] ?? '').split(' ');
  return words.length <= 12 ? words.join(' ') || undefined : `${words.slice(0, 12).join(' ')} …`;
}

function embargoWarning({ embargo }: ConvertedDocument): string[] {
  if (embargo === undefined || embargo.instant !== undefined) return [];
  return [
    `It was held until ${collapse(embargo.text)}; without day, hour and zone that is no embargo.`,
  ];
}
