import type { Contact } from '../../archive/frontmatter.ts';
import type { ConvertedDocument } from '../convert/convert-document.ts';
import { asContact } from '../read/printed-contact.ts';
import { type Guess, guess } from './questions.ts';

/**
 * Guesses the press contacts from the text, the source's metadata, the option and earlier releases.
 * @param optionContact the contact of `--contact-name`.
 * @param last the contacts of the office's latest release.
 */
export function contactGuesses(
  { fields, confidence, metadata }: ConvertedDocument,
  optionContact: Contact | undefined,
  last: Contact[],
): (Guess<Contact[]> | undefined)[] {
  const found = fields.contact ?? [];
  const printed = found.map(asContact).filter((one) => one !== undefined);
  const isWhole = printed.length === found.length;
  const share = isWhole ? confidence.contact : Math.min(0.9, confidence.contact);
  return [
    guess(printed.length > 0 ? printed : undefined, share, 'the text'),
    guess(metadata?.contact, sourceConfidence(metadata), 'the source'),
    guess(optionContact && [optionContact], 0.85, '--contact-name'),
    guess(last.length > 0 ? last : undefined, 0.5, 'the releases of that office'),
  ];
}

/** A mail's sender may be anybody; a telephone number comes from the signature under the release. */
function sourceConfidence(metadata: ConvertedDocument['metadata']): number {
  if (metadata?.confidence === 1) return 1;
  return metadata?.contact?.every(({ phone }) => phone !== undefined) ? SIGNED : 0.7;
}
const SIGNED = 0.82;
