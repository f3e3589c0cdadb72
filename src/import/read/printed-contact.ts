import type { Contact } from '../../archive/frontmatter.ts';
import { type FoundContact, readContacts } from '../parse/find-contacts.ts';

type Printed = { [Part in keyof FoundContact]?: FoundContact[Part] | undefined };

/** A contact in the archive's form; undefined without a name, or without both phone and e-mail. */
export function asContact({ name, title, office, phone, email }: Printed): Contact | undefined {
  const number = (phone ?? '').replace(/\D/g, '').length >= 7 ? phone : undefined;
  if (!name || !(number ?? email)) return undefined;
  return {
    name,
    ...(title && { title }),
    ...(office && { office }),
    ...(number && { phone: number }),
    ...(email && { email }),
  };
}

/** The one contact that is written in a field, as `Casey Contact, (916) 555-0101`; undefined if not one. */
export function contactIn(text: string): Contact | undefined {
  const [found, ...others] = readContacts(text);
  return found === undefined || others.length > 0 ? undefined : asContact(found);
}
