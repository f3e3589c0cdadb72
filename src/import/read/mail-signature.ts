import type { Contact } from '../../archive/frontmatter.ts';
import { asContact } from './printed-contact.ts';
import { readContacts } from '../parse/find-contacts.ts';

interface SignedText {
  text: string;
  /** What is under the line `-- `; empty if there is none. */
  signature: string;
}

/** The longest signature, in lines: what is longer is part of the text. */
const MAX_LINES = 20;

/** Divides a text at the line that RFC 3676 has above a signature: two hyphens and a space. */
export function signed(text: string): SignedText {
  const lines = text.split('\n');
  const place = lines.findLastIndex((line) => /^-- ?\u00a0?$/.test(line));
  if (place < 1 || lines.length - place > MAX_LINES) return { text, signature: '' };
  return {
    text: lines.slice(0, place).join('\n'),
    signature: lines.slice(place + 1).join('\n').trim(),
  }; // prettier-ignore
}

/** The one contact in a signature that can be reached. */
export function contactOfSignature(signature: string): Contact | undefined {
  const [found, ...others] = readContacts(signature);
  return found === undefined || others.length > 0 ? undefined : asContact(found);
}
