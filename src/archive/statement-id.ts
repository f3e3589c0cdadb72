import { hash } from 'node:crypto';
import { idOfDigest, normalizeText } from './statement-id-form.ts';

/**
 * Names a statement by its own words, so that anyone who has the words can recompute the id.
 * @param text plain text; its Unicode form and white space (`\s`) are normalized here.
 * @returns `s-` and 8 characters: the first 40 bits of SHA-256 over the text in NFC and UTF-8.
 * @throws {RangeError} if `text` has no words: all such statements would share one id.
 */
export function statementId(text: string): string {
  const normalized = normalizeText(text);
  if (normalized === '') throw new RangeError('A statement without words has no id');
  return idOfDigest(hash('sha256', normalized, 'buffer'));
}
