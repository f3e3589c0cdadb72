import type { Day } from '../../archive/day.ts';
import { type Contact, type FieldsWith, fieldsWith } from '../../archive/frontmatter.ts';
import { findIssuer, type Issuers } from '../../archive/new-release.ts';
import { contactLine } from '../../archive/past-contacts.ts';
import type { SourceMetadata, PartialFrontmatter, LeftOut } from '../read/document.ts';
import { contactGuesses } from './guess-contact.ts';
import { dateGuesses } from './guess-date.ts';
import { officeGuesses } from './guess-office.ts';
import type { ConvertedDocument } from '../convert/convert-document.ts';
import { collapse } from '../parse/text-shape.ts';
import { guess, type FieldQuestion, FieldResolver, type Guess } from './questions.ts';
import type { SourceItem } from '../sources/source-item.ts';

/** Fields that command-line options give for all sources. */
export interface FieldOptions {
  office: readonly string[];
  caucus: readonly string[];
  /** The day of issue where the source gives none for certain, and that of every source. */
  date?: Day | undefined;
  overrideDate?: Day | undefined;
  contact?: Contact | undefined;
}

/** What the archive knows about offices, contacts and releases. */
export interface ArchiveFacts {
  offices: Issuers | undefined;
  caucuses: Issuers | undefined;
  /** The contacts of an office's latest release up to a day. */
  lastContacts(offices: readonly string[], until: Day): Contact[];
  /** Whether the archive has a release with this id, or this import brings one. */
  hasRelease(id: string): boolean;
}

/** A release as it would be written. A value of low confidence is among the questions too. */
export interface ResolvedRelease extends PartialFrontmatter {
  office: string[];
  contact: Contact[];
  caucus: string[];
}

interface Resolution {
  release: ResolvedRelease;
  questions: FieldQuestion[];
  warnings: string[];
  /** What the source says and the release does not use. */
  leftOut: LeftOut[];
}

/** Chooses each field from what text, source, file name, options and archive say. */
export function resolveRelease(
  document: ConvertedDocument,
  item: Pick<SourceItem, 'name'>,
  options: FieldOptions,
  archive: ArchiveFacts,
): Resolution {
  const { fields, confidence, metadata, lines } = document;
  const resolver = new FieldResolver(lines);
  const printed = (field: 'title' | 'subtitle' | 'dateline') => [
    guess(fields[field], confidence[field], 'the text'),
    guess(metadata?.[field], metadata?.confidence ?? 0, 'the source'),
  ];
  const [inText, source] = printed('title');
  // The headline that the source names, which the text has on two lines.
  const wholeTitle = guess([fields.title, fields.subtitle].join(' '), 0, 'the text');
  const isOneTitle = fields.subtitle !== null && lettersOf(wholeTitle) === lettersOf(source);
  const title = resolver.resolve('title', [
    ...agreed(isOneTitle ? [wholeTitle, source] : [inText, source]),
    guess(firstWords(document.story), 0.3, 'the first words'),
  ]);
  const subtitles = isOneTitle ? printed('subtitle').slice(1) : printed('subtitle');
  const subtitle = resolver.resolve('subtitle', subtitles, { isRequired: false });
  const days = dateGuesses(document, item.name, options);
  const date = resolver.resolve('date', days.guesses);
  const dateline = resolver.resolve('dateline', printed('dateline'), { isRequired: false });
  const offices = officeGuesses(document, item, options.office, archive.offices);
  const office = resolver.resolve('office', offices, { show: (slugs) => slugs.join(', ') }) ?? [];
  const last = office.length > 0 && date !== undefined ? archive.lastContacts(office, date) : [];
  const contacts = contactGuesses(document, options.contact, last);
  const show = (people: readonly Contact[]) => people.map(contactLine).join('; ');
  const contact = resolver.resolve('contact', contacts, { show }) ?? [];
  const caucus = options.caucus.length > 0 ? options.caucus : (metadata?.caucus ?? []);
  const { found, missing } = referredReleases(metadata ?? {}, archive);
  const resolved = {
    title,
    subtitle,
    date,
    office,
    contact,
    caucus: caucus.map((name) => findIssuer(name, archive.caucuses)),
    dateline,
    embargo: document.embargo?.instant ?? metadata?.embargo,
  } satisfies Record<Exclude<FieldsWith<'imported', 'resolved'>, 'attachments'>, unknown>;
  const release = { ...fieldsAsGiven(metadata ?? {}), ...found, ...resolved };
  return {
    release,
    questions: resolver.questions,
    warnings: [
      ...(days.differing ? [`Days differ: ${days.differing}; ${date} is used.`] : []),
      ...embargoWarning(document),
      ...missing.map(({ text, reason }) => `Skipped ${text}: ${reason}`),
    ],
    leftOut: [...missing, ...overruled(metadata, release, archive)],
  };
}

const AGREED = 0.9; // the confidence that a value has at least which two of a source's parts give

/** Guesses of which text and metadata say the same, but for spaces and capitals, confirm each other. */
function agreed(guesses: readonly (Guess<string> | undefined)[]): (Guess<string> | undefined)[] {
  const [printed, given] = guesses;
  if (printed === undefined || lettersOf(printed) !== lettersOf(given)) return [...guesses];
  return [{ ...printed, confidence: Math.max(AGREED, printed.confidence) }, given];
}

const lettersOf = (one: Guess<string> | undefined) =>
  one?.value.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

const fieldsAsGiven = (metadata: PartialFrontmatter): PartialFrontmatter =>
  Object.fromEntries(fieldsWith('imported', 'as given').map((field) => [field, metadata[field]]));

/** Of the releases that a source refers to, those that the archive has or will have. */
function referredReleases(metadata: PartialFrontmatter, archive: ArchiveFacts) {
  const missing: LeftOut[] = [];
  const found: PartialFrontmatter = {};
  for (const field of fieldsWith('refersTo', 'releases')) {
    const ids = [metadata[field] ?? []].flat();
    const existing = ids.filter((id) => archive.hasRelease(id));
    for (const id of ids) {
      const reason = 'the archive has no such release';
      if (!existing.includes(id)) missing.push({ text: `${field}: ${id}`, reason });
    }
    const value = Array.isArray(metadata[field]) ? existing : existing[0];
    Object.assign(found, { [field]: existing.length > 0 ? value : undefined });
  }
  return { found, missing };
}

/** Fields that the source gives for certain, and that an option replaced. */
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
  ].map((text) => ({ text, reason: 'an option gives another' }));
}

function firstWords(story: string): string | undefined {
  const words = (story.split('\n', 1)[0] ?? '').split(' ');
  return words.length <= 12 ? words.join(' ') || undefined : `${words.slice(0, 12).join(' ')} …`;
}

function embargoWarning({ embargo }: ConvertedDocument): string[] {
  if (embargo === undefined || embargo.instant !== undefined) return [];
  return [
    `It was embargoed until ${collapse(embargo.text)}; without day, hour and time zone that cannot become an embargo.`,
  ];
}
