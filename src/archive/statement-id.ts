import { createHash } from 'node:crypto';

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567'; // RFC 4648 §6, in lower case

/** The text that an id is made from: Unicode's NFC, each run of white space (`\s`) one space. */
export function normalizeText(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/**
 * Names a statement by its own words, so that anyone who has the words can recompute the id.
 * @param text plain text; its Unicode form and white space (`\s`) are normalized here.
 * @returns `s-` and 8 characters: the first 40 bits of SHA-256 over the text in NFC and UTF-8.
 * @throws {RangeError} if `text` has no words: all such statements would share one id.
 */
export function statementId(text: string): string {
  const normalized = normalizeText(text);
  if (normalized === '') throw new RangeError('A statement without words has no id');
  const bits = createHash('sha256').update(normalized).digest().readUIntBE(0, 5); // 8 × 5 bits
  const digit = (place: number) => BASE32[Math.floor(bits / 32 ** place) % 32];
  return `s-${[7, 6, 5, 4, 3, 2, 1, 0].map(digit).join('')}`;
}
