import type { Contact } from '../archive/frontmatter.ts';
import {
  type Draft,
  draftProblems,
  draftSlug,
  findIssuerByWords,
  type Issuers,
} from '../archive/new-release.ts';
import { contactLine, contactsByName, lastContacts } from '../archive/past-contacts.ts';
import type { Release } from '../archive/release.ts';
import type { ContentIndex } from '../load/content-index.ts';
import type { Terminal } from './terminal.ts';

/** Asks for the title, and for a slug where the title has no letters to make one from. */
export async function askTitle(
  terminal: Terminal,
  given: Draft,
  index: ContentIndex,
): Promise<Draft> {
  const draft = { ...given };
  draft.title ??= await terminal.ask('Title', {
    check: (title) => faultOf('title', { ...draft, title }, index),
  });
  if (draftSlug(draft) === '') {
    draft.slug = await terminal.ask('Words for the address, as in storm-drains-marked', {
      check: (slug) => faultOf('slug', { ...draft, slug }, index),
    });
  }
  return draft;
}

/** Asks for the day of issue; Enter takes that of the draft, which is today. */
export async function askDay(
  terminal: Terminal,
  given: Draft,
  index: ContentIndex,
): Promise<Draft> {
  const answer = await terminal.ask('Day', {
    empty: `today, ${given.date}`,
    check: (date) => faultOf('date', { ...given, date }, index),
  });
  return answer === '' ? given : { ...given, date: answer };
}

/** Asks for the caucus, if the archive has any, and the topics; Enter leaves them out. */
export async function askSubjects(
  terminal: Terminal,
  given: Draft,
  index: ContentIndex,
  recent: readonly Release[],
): Promise<Draft> {
  const draft = { ...given };
  const caucuses = index.known.caucuses?.keys() ?? recent.flatMap(({ caucus = [] }) => caucus);
  const known = [...new Set(caucuses)];
  if (isEmpty(draft.caucus) && known.length > 0) {
    const read = (answer: string) => namesIn(answer, index.known.caucuses);
    const answer = await terminal.ask('Caucus', {
      empty: 'none',
      candidates: known,
      check: (answer) => faultOf('caucus', { ...draft, caucus: read(answer) }, index),
    });
    if (answer !== '') draft.caucus = read(answer);
  }
  if (isEmpty(draft.topics)) {
    const answer = await terminal.ask('Topics (Tab completes; a comma between several)', {
      empty: 'none',
      candidates: new Set(recent.flatMap(({ topics = [] }) => topics)),
      check: (answer) => faultOf('topics', { ...draft, topics: namesIn(answer) }, index),
    });
    if (answer !== '') draft.topics = namesIn(answer);
  }
  return draft;
}

const isEmpty = (names: readonly string[] | undefined) => (names ?? []).length === 0;

/** The names in an answer; those of offices and caucuses by the names of their files. */
function namesIn(answer: string, issuers?: Issuers): string[] {
  const names = answer.split(',').map((name) => name.trim());
  return names
    .filter((name) => name !== '')
    .map((name) => (issuers === undefined ? name : findIssuerByWords(name, issuers)));
}

/** Offices that are shown with their names before they are asked for: as many as fit on a screen. */
const MAX_SHOWN = 20;

/** The offices of the archive, those of the latest releases first. */
function officesOf(index: ContentIndex, recent: readonly Release[]): string[] {
  const used = recent.flatMap(({ office }) => office);
  const { offices } = index.known;
  return [...new Set([...used, ...(offices?.keys() ?? [])])].filter(
    (slug) => offices?.has(slug) ?? true,
  );
}

function showOffices(slugs: readonly string[], { known: { offices } }: ContentIndex) {
  const shown = slugs.slice(0, MAX_SHOWN);
  const width = Math.max(...shown.map((slug) => slug.length));
  for (const slug of shown) {
    const { name = '', member } = offices?.get(slug) ?? {};
    const label = member !== undefined && !name.includes(member) ? `${name} (${member})` : name;
    console.log(`  ${slug.padEnd(width)}  ${label}`.trimEnd());
  }
  const more = slugs.length - shown.length;
  if (more > 0) console.log(`  and ${more} more, which Tab completes`);
}

/**
 * Asks for the office and the contact.
 * @param recent releases whose offices and contacts Tab completes.
 */
export async function askIssuer(
  terminal: Terminal,
  given: Draft,
  index: ContentIndex,
  recent: readonly Release[],
): Promise<Draft> {
  const draft = { ...given };
  if (draft.office.length === 0) {
    const read = (answer: string) => namesIn(answer, index.known.offices);
    const offices = officesOf(index, recent);
    const [only, ...others] = offices;
    if (only !== undefined) showOffices(offices, index);
    const answer = await terminal.ask('Office (Tab completes; a comma between several)', {
      empty: others.length === 0 ? only : undefined,
      candidates: offices,
      check: (answer) => faultOf('office', { ...draft, office: read(answer) }, index),
    });
    draft.office = read(answer === '' ? (only ?? '') : answer);
  }
  draft.contact = await askContact(terminal, draft, index, recent);
  return draft;
}

async function askContact(
  terminal: Terminal,
  draft: Draft,
  index: ContentIndex,
  recent: readonly Release[],
): Promise<Partial<Contact>[]> {
  const person: Partial<Contact> = { ...draft.contact[0] };
  const past = contactsByName(recent, draft.office);
  async function fill(field: 'name' | 'title' | 'phone' | 'email', what: string, empty?: string) {
    const answer = await terminal.ask(what, {
      empty,
      candidates: field === 'name' ? past.keys() : [],
      check: (answer) => {
        const contact = [{ ...person, [field]: answer }];
        return faultOf(`contact.${field}`, { ...draft, contact }, index);
      },
    });
    if (answer !== '') person[field] = answer;
  }
  if (person.name === undefined) {
    const last = lastContacts(draft.office, (office) => index.newest(draft.date, office));
    const lines = last.map(({ contact }) => contactLine(contact)).join('; ');
    await fill('name', 'Contact', draft.contact.length === 0 && lines !== '' ? lines : undefined);
    if (person.name === undefined) return last.map(({ contact }) => contact);
    const usual = past.get(person.name);
    if (usual !== undefined) return [{ ...usual.contact, ...person }];
    if (person.title === undefined) await fill('title', "The contact's title", 'none');
  }
  if ((person.phone ?? person.email) === undefined) {
    await fill('phone', "The contact's phone", 'none');
    await fill('email', "The contact's e-mail", person.phone === undefined ? undefined : 'none');
  }
  return [person];
}

/** What is wrong with one field, once the answer is in the draft. */
function faultOf(field: string, draft: Draft, { known }: ContentIndex): string | undefined {
  const fault = draftProblems(draft, known).find((problem) => problem.field.startsWith(field));
  return fault && `It ${fault.message}; ${fault.hint}`;
}
