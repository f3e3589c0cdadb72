/*
 * The form of statement ids, in a file of its own since browsers need it too, where nothing can be hashed
 * at once.
 */

export const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567'; // RFC 4648 §6, in lower case

/** The text that an id is made from: Unicode's NFC, each run of white space (`\s`) one space. */
export function normalizeText(text: string): string {
  const trimmed = text.normalize('NFC').trim();
  // Most statements have nothing but single spaces, and to see that takes a third of the time.
  return /[^\S ]|\s\s/.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed;
}

/** The id that a digest makes. @param sha256 the bytes of it, of which the first five count. */
export function idOfDigest(sha256: Uint8Array): string {
  const bits = sha256.subarray(0, 5).reduce((all, byte) => all * 256 + byte, 0); // 8 × 5 bits
  const digit = (place: number) => BASE32[Math.floor(bits / 32 ** place) % 32];
  return `s-${[7, 6, 5, 4, 3, 2, 1, 0].map(digit).join('')}`;
}

/** An id: a digest, and a number from 2 where the same words appear again in a release. */
export const STATEMENT_ID = /^s-[a-z2-7]{8}(?:-[1-9]\d*)?$/;

/** The digest of a statement's words, as `statementId` makes it. */
export const STATEMENT_DIGEST = /^s-[a-z2-7]{8}$/;
