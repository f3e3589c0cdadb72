import type { Contact } from './frontmatter.ts';
import type { Release } from './release.ts';

/** A contact as a release gave it; `from` is that release's id. */
export interface PastContact {
  contact: Contact;
  from: string;
}

/** A contact on one line: `Casey Contact, Press Secretary, (916) 555-0123, press@example.org`. */
export const contactLine = ({ name, title, phone, email }: Partial<Contact>) =>
  [name, title, phone, email].filter((part) => part !== undefined).join(', ');

/**
 * The contacts that offices had last, each name once.
 * @param newestOf an office's releases, newest first; read only as far as needed.
 */
export function lastContacts(
  offices: readonly string[],
  newestOf: (office: string) => Iterable<Release>,
): PastContact[] {
  const last = offices
    .map((office) => latestOf(office, newestOf(office)))
    .filter((release) => release !== undefined);
  return [...byName(last).values()];
}

/** An office's latest release, but rather one of its own than one that it issued with others. */
function latestOf(office: string, newest: Iterable<Release>): Release | undefined {
  let joint: Release | undefined;
  for (const release of newest) {
    if (!release.office.includes(office)) continue;
    if (release.office.length === 1) return release;
    joint ??= release;
  }
  return joint;
}

/** All contacts by name, each as last used; of two of one name, that of these offices. */
export function contactsByName(
  newest: readonly Release[],
  offices: readonly string[],
): Map<string, PastContact> {
  const isTheirs = ({ office }: Release) => office.some((slug) => offices.includes(slug));
  return byName([...newest.filter(isTheirs), ...newest]);
}

/** The first of each name. */
function byName(releases: readonly Release[]): Map<string, PastContact> {
  const known = new Map<string, PastContact>();
  for (const { contact: contacts, id } of releases) {
    for (const contact of contacts) {
      if (!known.has(contact.name)) known.set(contact.name, { contact, from: id });
    }
  }
  return known;
}
