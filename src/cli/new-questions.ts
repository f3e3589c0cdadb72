import type { Contact } from '../archive/frontmatter.ts';
import { type Draft, draftProblems, findIssuer, type Known } from '../archive/new-release.ts';
import { contactLine } from '../archive/past-contacts.ts';
import { SLUG } from '../archive/slug.ts';
import type { Terminal } from './terminal.ts';

/** What `check` would say of one field, once the answer stands in the draft. */
function faultOf(field: string, draft: Draft, known: Known): string | undefined {
  const fault = draftProblems(draft, known).find((problem) => problem.field.startsWith(field));
  return fault && `It ${fault.message}; ${fault.hint}`;
}

export const askTitle = (terminal: Terminal, draft: Draft, known: Known) =>
  terminal.ask('Title', { check: (title) => faultOf('title', { ...draft, title }, known) });

/** Asked only where a headline has no letters a to z that would make one. */
export const askSlug = (terminal: Terminal) =>
  terminal.ask('Words for the address, as in storm-drains-marked', {
    check: (slug) => (SLUG.test(slug) ? undefined : 'Use letters a to z, digits and hyphens.'),
  });

/** @param slugs what Tab completes. */
export async function askOffice(
  terminal: Terminal,
  draft: Draft,
  known: Known,
  slugs: Iterable<string>,
): Promise<string[]> {
  const read = (answer: string) =>
    answer
      .split(',')
      .map((name) => findIssuer(name.trim(), known.offices))
      .filter((slug) => slug !== '');
  const answer = await terminal.ask('Office (Tab completes; a comma between several)', {
    candidates: slugs,
    check: (answer) => faultOf('office', { ...draft, office: read(answer) }, known),
  });
  return read(answer);
}

/**
 * Asks for what a contact lacks.
 * @param last the contact for an empty answer; may be none.
 * @param past contacts by name, whose other fields need no asking.
 */
export async function askContact(
  terminal: Terminal,
  draft: Draft,
  known: Known,
  { last, past }: { last: Contact[]; past: ReadonlyMap<string, Contact> },
): Promise<Partial<Contact>[]> {
  const person: Partial<Contact> = { ...draft.contact[0] };
  const none = 'none';
  async function fill(field: 'name' | 'title' | 'phone' | 'email', what: string, empty?: string) {
    const answer = await terminal.ask(what, {
      empty,
      candidates: field === 'name' ? past.keys() : [],
      check: (answer) => {
        const contact = [{ name: 'N', phone: '0000000', ...person, [field]: answer }];
        return faultOf(`contact.${field}`, { ...draft, contact }, known);
      },
    });
    if (answer !== '') person[field] = answer;
  }
  if (person.name === undefined) {
    const preset = draft.contact.length === 0 && last.length > 0;
    await fill('name', 'Contact', preset ? last.map(contactLine).join('; ') : undefined);
    if (person.name === undefined) return last;
    const usual = past.get(person.name);
    if (usual !== undefined) return [{ ...usual, ...person }];
    if (person.title === undefined) await fill('title', "The contact's title", none);
  }
  if ((person.phone ?? person.email) === undefined) {
    await fill('phone', "The contact's phone", none);
    await fill('email', "The contact's e-mail", person.phone === undefined ? undefined : none);
  }
  return [person];
}
