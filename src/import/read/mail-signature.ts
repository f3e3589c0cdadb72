import type { Contact } from '../../archive/frontmatter.ts';
import { asContact } from './printed-contact.ts';
import { readContacts } from '../parse/find-contacts.ts';
import { releaseLineAt } from '../parse/release-line.ts';

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
  const isNone = place < 1 || lines.length - place > MAX_LINES;
  if (isNone || hasRelease(lines.slice(place + 1))) return { text, signature: '' };
  return {
    text: lines.slice(0, place).join('\n'),
    signature: lines.slice(place + 1).join('\n').trim(),
  }; // prettier-ignore
}

/** Whether a release is below the line: then the signature is that of a note above it. */
const hasRelease = (lines: readonly string[]) =>
  lines.some((line) => releaseLineAt(line.trim()) !== undefined);

/** The one contact in a signature that can be reached. */
export function contactOfSignature(signature: string): Contact | undefined {
  const [found, ...others] = readContacts(signature);
  return found === undefined || others.length > 0 ? undefined : asContact(found);
}
