import type { Day } from '../archive/day.ts';
import type { Contact } from '../archive/frontmatter.ts';
import type { Issuers } from '../archive/new-release.ts';
import { contactLine } from '../archive/past-contacts.ts';
import { contactGuesses } from './guess-contact.ts';
import { dateGuesses } from './guess-date.ts';
import { officeGuesses } from './guess-office.ts';
import type { ImportedDocument } from './import-document.ts';
import { collapse } from './parse/text-shape.ts';
import { guess, type Question, Questions } from './questions.ts';
import type { SourceItem } from './sources/source-item.ts';

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

interface Settled {
  release: SettledRelease;
  questions: Question[];
  warnings: string[];
}

/** Puts together what the text, the source, its name, the person and the archive say of a release. */
export function settleRelease(
  document: ImportedDocument,
  item: Pick<SourceItem, 'name' | 'office'>,
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
    questions: questions.all,
    warnings: [
      ...(days.differing ? [`Days differ: ${days.differing}; ${date} is taken.`] : []),
      ...embargoWarning(document),
    ],
  };
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
