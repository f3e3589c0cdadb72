import type { Contact } from './frontmatter.ts';
import type { Release } from './release.ts';

/** A contact on one line: `Casey Contact, Press Secretary, (916) 555-0123, press@example.org`. */
export const contactLine = ({ name, title, phone, email }: Partial<Contact>) =>
  [name, title, phone, email].filter((part) => part !== undefined).join(', ');

/**
 * The contacts that offices had last, each once, and the ids of the releases that give them.
 * @param newestOf an office's releases, newest first; read only as far as needed.
 */
export function lastContacts(
  offices: readonly string[],
  newestOf: (office: string) => Iterable<Release>,
): { contact: Contact[]; from: string[] } {
  const last = offices
    .map((office) => latestOf(office, newestOf(office)))
    .filter((release) => release !== undefined);
  const byName = new Map(last.flatMap(({ contact }) => contact).map((one) => [one.name, one]));
  return { contact: [...byName.values()], from: [...new Set(last.map(({ id }) => id))] };
}

/**
 * The release whose contact an office would use again: its latest, but rather one of its own than
 * one that it issued with others.
 */
function latestOf(office: string, newest: Iterable<Release>): Release | undefined {
  let joint: Release | undefined;
  for (const release of newest) {
    if (!release.office.includes(office)) continue;
    if (release.office.length === 1) return release;
    joint ??= release;
  }
  return joint;
}

/** The contacts in these releases by name, each as last used; the office's own win over others'. */
export function contactsIn(newest: Iterable<Release>, office: readonly string[]): Map<string, Contact> {
  const own = new Map<string, Contact>();
  const others = new Map<string, Contact>();
  for (const release of newest) {
    const known = release.office.some((slug) => office.includes(slug)) ? own : others;
    for (const contact of release.contact) {
      if (!known.has(contact.name)) known.set(contact.name, contact);
    }
  }
  return new Map([...own, ...others, ...own]); // the office's own come first, and last: they stay
}
