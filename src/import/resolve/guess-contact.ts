import type { Contact } from '../../archive/frontmatter.ts';
import type { ConvertedDocument } from '../convert/convert-document.ts';
import { asContact } from '../read/printed-contact.ts';
import { type Guess, guess } from './questions.ts';

/**
 * Whom to ask about a release: who is printed in it, else whom its source or the person names.
 * @param said the contact of `--contact-name`.
 * @param last whom its office named last.
 */
export function contactGuesses(
  { fields, confidence, metadata }: ConvertedDocument,
  said: Contact | undefined,
  last: Contact[],
): (Guess<Contact[]> | undefined)[] {
  const found = fields.contact ?? [];
  const printed = found.map(asContact).filter((one) => one !== undefined);
  const isWhole = printed.length === found.length;
  const share = isWhole ? confidence.contact : Math.min(0.9, confidence.contact);
  return [
    guess(printed.length > 0 ? printed : undefined, share, 'the text'),
    guess(metadata?.contact, metadata?.confidence === 1 ? 1 : 0.7, 'the source'),
    guess(said && [said], 0.85, '--contact-name'),
    guess(last.length > 0 ? last : undefined, 0.5, 'the releases of that office'),
  ];
}
