import { basename, dirname } from 'node:path';
import type { Day } from '../archive/day.ts';
import type { Contact } from '../archive/frontmatter.ts';
import { findIssuer, type Issuers } from '../archive/new-release.ts';
import { slugify } from '../archive/slug.ts';
import type { ImportedDocument } from './import-document.ts';
import { dateInName } from './parse/find-date.ts';
import type { FoundContact } from './parse/find-contacts.ts';
import { collapse } from './parse/text-shape.ts';
import type { SourceItem } from './sources/source-item.ts';

/** A field that is as sure as this is taken; any other is asked for. */
export const CONFIDENCE_BAR = 0.8;

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
  /** Those whom an office named last, up to a day. */
  lastContacts(offices: readonly string[], until: Day): Contact[];
}

/** A release as it would be written. A value below the bar stands among the questions as well. */
export interface SettledRelease {
  title?: string | undefined;
  subtitle?: string | undefined;
  date?: Day | undefined;
  office: string[];
  contact: Contact[];
  caucus: string[];
  dateline?: string | undefined;
  language?: string | undefined;
  source?: string | undefined;
  topics?: string[] | undefined;
  embargo?: string | undefined;
}

export type AskedField = 'title' | 'subtitle' | 'date' | 'dateline' | 'office' | 'contact';

/** A field that is missing or in doubt. */
export interface Question {
  field: AskedField;
  /** The line of the source, from 1, that the guess is from. */
  line: number;
  /** Reads as a sentence after the field's name. */
  message: string;
  hint: string;
  /** The guess in words; undefined if there is none. */
  guess: string | undefined;
}

export interface Settled {
  release: SettledRelease;
  questions: Question[];
  warnings: string[];
}

interface Guess<Value> {
  value: Value;
  confidence: number;
  from: string;
}

/** Puts together what the text, the source, its name, the person and the archive say of a release. */
export function settleRelease(
  document: ImportedDocument,
  item: Pick<SourceItem, 'name' | 'office'>,
  said: Said,
  known: Known,
): Settled {
  const { fields, confidence, given, lines } = document;
  const questions: Question[] = [];
  const warnings: string[] = [];
  const settle = <Value>(
    field: AskedField,
    guesses: (Guess<Value> | undefined)[],
    show: (value: Value) => string,
    isNeeded = true,
  ): Value | undefined => {
    const all = guesses.filter((guess) => guess !== undefined);
    const best = all.toSorted((a, b) => b.confidence - a.confidence)[0];
    if (best !== undefined && best.confidence >= CONFIDENCE_BAR) return best.value;
    if (best === undefined && !isNeeded) return undefined;
    questions.push({
      field,
      line: lines[field as keyof typeof lines] ?? 1,
      ...asked(best, show),
      hint: HINTS[field],
    });
    return best?.value;
  };
  const sure = given?.confidence ?? 0;
  const guess = <Value>(value: Value | null | undefined, confidence: number, from: string) =>
    value === null || value === undefined ? undefined : { value, confidence, from };

  const title = settle(
    'title',
    [
      guess(fields.title, confidence.title, 'the text'),
      guess(given?.title, sure, 'the source'),
      guess(firstWords(document.story), 0.3, 'the first words'),
    ],
    (value) => value,
  );
  const subtitle = settle(
    'subtitle',
    [
      guess(fields.subtitle, confidence.subtitle, 'the text'),
      guess(given?.subtitle, sure, 'the source'),
    ],
    (value) => value,
    false,
  );
  const named =
    dateInName(basename(inner(item.name))) ?? dateInName(basename(dirname(inner(item.name))));
  const date = settle(
    'date',
    [
      guess(said.date, 2, '--date'),
      guess(fields.date, confidence.date, 'the text'),
      guess(given?.date, sure, 'the source'),
      guess(named, 0.9, 'the name of the file'),
    ].map(beforeName(confidence.date, fields.date)),
    (value) => value,
  );
  const days = new Set(
    [fields.date, given?.date, named].filter((day) => day !== undefined && day !== null),
  );
  if (days.size > 1)
    warnings.push(
      `Days differ: ${daysInWords(fields.date, given?.date, named, said.date)}; ${date} is taken.`,
    );
  const dateline = settle(
    'dateline',
    [
      guess(fields.dateline, confidence.dateline, 'the text'),
      guess(given?.dateline, sure, 'the source'),
    ],
    (value) => value,
    false,
  );
  const office =
    settle('office', officeGuesses(document, item, said, known), (value) => value.join(', ')) ?? [];
  const contact =
    settle('contact', contactGuesses(document, office, said, date, known), contactsInWords) ?? [];
  return {
    release: {
      title,
      subtitle,
      date,
      office,
      contact,
      caucus: [...said.caucus],
      dateline,
      language: given?.language,
      source: given?.source,
      topics: given?.topics,
      embargo: document.embargo?.instant,
    },
    questions,
    warnings: [...warnings, ...embargoWarning(document)],
  };
}

const HINTS: Record<AskedField, string> = {
  title: 'put the headline on the first line of the text',
  subtitle: 'look whether it belongs to the headline or to the text',
  date: 'give it with --date YYYY-MM-DD, or begin the name of the file or its folder with it',
  dateline: 'look whether the text begins with a place',
  office: 'give it with --office, or put the files into a folder of its name',
  contact: 'give it with --contact-name and --contact-phone or --contact-email',
};

function asked<Value>(best: Guess<Value> | undefined, show: (value: Value) => string) {
  if (best === undefined) return { message: 'is not in the text', guess: undefined };
  const guess = show(best.value);
  return { message: `is not certain; from ${best.from} it may be ${JSON.stringify(guess)}`, guess };
}

/** A day that the text prints goes before one in the file's name, which may be that of a scan. */
const beforeName =
  (confidence: number, printed: Day | null) =>
  (guess: Guess<Day> | undefined): Guess<Day> | undefined =>
    guess?.from === 'the name of the file' && printed !== null && confidence >= CONFIDENCE_BAR
      ? { ...guess, confidence: 0 }
      : guess;

const daysInWords = (
  text: Day | null,
  source: Day | undefined,
  name: Day | undefined,
  option: Day | undefined,
) =>
  [
    option && `--date says ${option}`,
    text && `the text prints ${text}`,
    source && `the source says ${source}`,
    name && `its name says ${name}`,
  ]
    .filter(Boolean)
    .join(', ');

const inner = (name: string) => name.replace(/^.*: /, '');

function firstWords(story: string): string | undefined {
  const words = (story.split('\n', 1)[0] ?? '').split(' ');
  return words.length <= 12 ? words.join(' ') || undefined : `${words.slice(0, 12).join(' ')} …`;
}

function officeGuesses(
  document: ImportedDocument,
  item: Pick<SourceItem, 'name' | 'office'>,
  said: Said,
  { offices }: Known,
): (Guess<string[]> | undefined)[] {
  const found = (name: string) => findIssuer(name, offices);
  const folders = inner(item.name).split(/[/\\]/).slice(0, -1).toReversed();
  const isOffice = (slug: string) => offices?.has(slug) === true;
  const folder = folders.map(found).find(isOffice);
  const guesses: (Guess<string[]> | undefined)[] = [
    said.office.length > 0
      ? { value: said.office.map(found), confidence: 2, from: '--office' }
      : undefined,
    item.office === undefined
      ? undefined
      : { value: [found(item.office)], confidence: 1, from: 'its column' },
    folder === undefined
      ? undefined
      : { value: [folder], confidence: 0.95, from: 'the name of its folder' },
  ];
  return [...guesses, ...namedOffices(document, offices)];
}

/** Offices whose name or member the release names: in its letterhead, else in its first lines. */
function namedOffices(
  { leftOut, fields, text }: ImportedDocument,
  offices: Issuers | undefined,
): Guess<string[]>[] {
  if (offices === undefined) return [];
  const head = leftOut
    .map((one) => one.text)
    .slice(0, 20)
    .join(' · ');
  const lead = [fields.title, text.slice(0, 500)].join(' ');
  const naming = (place: string) =>
    [...offices.values()]
      .filter(({ name, member }) =>
        [name, member].some((one) => one !== undefined && slugify(place).includes(slugify(one))),
      )
      .map(({ slug }) => slug);
  const [inHead, inLead] = [naming(head), naming(lead)];
  return [
    ...(inHead.length === 1 ? [{ value: inHead, confidence: 0.9, from: 'the letterhead' }] : []),
    ...(inLead.length > 0
      ? [
          {
            value: inLead,
            confidence: inLead.length === 1 ? 0.7 : 0.5,
            from: 'those whom the text names',
          },
        ]
      : []),
  ];
}

function contactGuesses(
  { fields, confidence, given }: ImportedDocument,
  office: readonly string[],
  said: Said,
  date: Day | undefined,
  known: Known,
): (Guess<Contact[]> | undefined)[] {
  const printed = (fields.contact ?? []).map(asContact).filter((one) => one !== undefined);
  const isPartly = printed.length < (fields.contact ?? []).length;
  const sent = given?.contact && asContact({ title: null, office: null, ...nulls(given.contact) });
  const last = office.length > 0 && date !== undefined ? known.lastContacts(office, date) : [];
  return [
    printed.length > 0
      ? {
          value: printed,
          confidence: isPartly ? Math.min(0.9, confidence.contact) : confidence.contact,
          from: 'the text',
        }
      : undefined,
    sent && { value: [sent], confidence: given?.confidence === 1 ? 1 : 0.7, from: 'the source' },
    said.contact === undefined
      ? undefined
      : { value: [said.contact], confidence: 0.85, from: '--contact-name' },
    last.length > 0
      ? { value: last, confidence: 0.5, from: 'the releases of that office' }
      : undefined,
  ];
}

const nulls = ({
  name,
  phone,
  email,
}: {
  name: string;
  phone?: string | undefined;
  email?: string | undefined;
}) => ({ name, phone: phone ?? null, email: email ?? null });

/** A printed contact as the archive holds it; undefined if it lacks a name, or all of phone and e-mail. */
function asContact({ name, title, office, phone, email }: FoundContact): Contact | undefined {
  const hasPhone = (phone ?? '').replace(/\D/g, '').length >= 7;
  if (name === null || !(hasPhone || email !== null)) return undefined;
  return {
    name,
    ...(title !== null && { title }),
    ...(office !== null && { office }),
    ...(phone !== null && hasPhone && { phone }),
    ...(email !== null && { email }),
  };
}

export const contactsInWords = (contacts: readonly Contact[]) =>
  contacts
    .map(({ name, title, phone, email }) =>
      [name, title, phone, email].filter((part) => part !== undefined).join(', '),
    )
    .join('; ');

function embargoWarning({ embargo }: ImportedDocument): string[] {
  if (embargo === undefined || embargo.instant !== undefined) return [];
  return [
    `It was held until ${collapse(embargo.text)}; without day, hour and zone that is no embargo.`,
  ];
}
