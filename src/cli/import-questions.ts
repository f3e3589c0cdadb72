import { isDay } from '../archive/day.ts';
import { findIssuer } from '../archive/new-release.ts';
import { contactLine, contactsByName } from '../archive/past-contacts.ts';
import type { ContentIndex } from '../load/content-index.ts';
import { readContacts } from '../import/parse/find-contacts.ts';
import { asContact } from '../import/read/printed-contact.ts';
import type { AskedField } from '../import/resolve/questions.ts';
import type { Person } from '../import/ports.ts';
import type { ResolvedRelease } from '../import/resolve/resolve-release.ts';
import type { Terminal } from './terminal.ts';

const RECENT = 1000; // releases whose contacts Tab completes

const LABELS: Record<AskedField, string> = {
  title: 'Headline',
  subtitle: 'Line below the headline',
  date: 'Day of issue (YYYY-MM-DD)',
  dateline: 'Dateline',
  office: 'Office (Tab completes; a comma between several)',
  contact: 'Contact (name, phone, e-mail)',
};
/** Fields that may stay empty. */
const OPTIONAL: readonly AskedField[] = ['subtitle', 'dateline'];

/** Asks on the terminal for what is missing or uncertain; Enter accepts the guess. */
export function personAt(terminal: Terminal, index: ContentIndex): Person {
  return {
    async answer(file, release, questions) {
      console.log(file);
      const answered = { ...release };
      for (const { field, guess } of questions) {
        const isOptional = OPTIONAL.includes(field);
        const answer = await terminal.ask(`  ${LABELS[field]}`, {
          empty: guess ?? (isOptional ? 'none' : undefined),
          candidates: candidatesOf(field, answered, index),
          check: (text) => faultOf(field, text, index),
        });
        if (answer !== '') apply(answered, field, answer, index);
      }
      return answered;
    },
    async mayChange(file) {
      const answer = await terminal.ask(`Change ${file} like this?`, {
        empty: 'yes',
        check: (text) => (/^(?:y|yes|n|no)$/i.test(text) ? undefined : 'Answer yes or no.'),
      });
      return !/^n/i.test(answer);
    },
  };
}

function candidatesOf(
  field: AskedField,
  release: ResolvedRelease,
  index: ContentIndex,
): Iterable<string> {
  if (field === 'office') return index.known.offices?.keys() ?? [];
  if (field !== 'contact') return [];
  const recent = [...index.newest(release.date ?? '9999-12-31').take(RECENT)];
  return [...contactsByName(recent, release.office).values()].map(({ contact }) =>
    contactLine(contact),
  );
}

function faultOf(field: AskedField, text: string, { known }: ContentIndex): string | undefined {
  if (field === 'date' && !isDay(text))
    return 'That is not a day of the calendar, as in 2017-11-22.';
  if (field === 'contact' && contactsOf(text).length === 0) {
    return 'A name and a phone number or an e-mail address are needed, with commas between.';
  }
  if (field !== 'office') return undefined;
  const unknown = officesOf(text, known.offices).filter(
    (slug) => known.offices?.has(slug) === false,
  );
  return unknown.length === 0 ? undefined : `The file offices/${unknown[0]}.yaml does not exist.`;
}

const officesOf = (text: string, offices: ContentIndex['known']['offices']) =>
  text.split(',').map((name) => findIssuer(name.trim(), offices));

const contactsOf = (text: string) =>
  readContacts(text)
    .map(asContact)
    .filter((contact) => contact !== undefined);

function apply(
  release: ResolvedRelease,
  field: AskedField,
  answer: string,
  { known }: ContentIndex,
) {
  if (field === 'office') release.office = officesOf(answer, known.offices);
  else if (field === 'contact') release.contact = contactsOf(answer);
  else release[field] = answer;
}
