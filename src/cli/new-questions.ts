import type { Contact } from '../archive/frontmatter.ts';
import { type Draft, draftProblems, draftSlug, findIssuer } from '../archive/new-release.ts';
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
    const read = (answer: string) =>
      answer.split(',').map((name) => findIssuer(name.trim(), index.known.offices));
    const answer = await terminal.ask('Office (Tab completes; a comma between several)', {
      candidates: index.known.offices?.keys() ?? new Set(recent.flatMap(({ office }) => office)),
      check: (answer) => faultOf('office', { ...draft, office: read(answer) }, index),
    });
    draft.office = read(answer);
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
