import iconv from 'iconv-lite';
import { detect } from 'jschardet';

/** Bytes that are looked at: more say no more, and cost time. */
const SAMPLE = 16_384;
/** Below this, the detector has found nothing that it would bet on. */
const MIN_CONFIDENCE = 0.12;
/** How much more plausible a code page of DOS must be than what came after it. */
const MORE = 0.5;
/** The plausibility, a character, of a text in a language of Western Europe. */
const SURE = 1.2;
/** Names of the detector for which Encoding, the standard that browsers follow, has others. */
const OTHER_NAMES: Record<string, string> = { cp932: 'shift_jis', cp949: 'euc-kr', macroman: 'macintosh' }; // prettier-ignore

/**
 * Guesses in which encoding bytes are that are not UTF-8, by the letters that they would be.
 * @returns a name that `decodeIn` knows.
 */
export function guessEncoding(bytes: Uint8Array): string {
  const sample = linesBeyondAscii(bytes);
  const western = (['windows-1252', 'macintosh'] as const)
    .map((encoding) => ({ encoding, score: plausibility(sample, encoding) }))
    .reduce((best, one) => (one.score > best.score ? one : best));
  const dos = DOS.map((encoding) => ({ encoding, score: plausibility(sample, encoding) }))
    .reduce((best, one) => (one.score > best.score ? one : best)); // prettier-ignore
  if (dos.score > SURE && dos.score > western.score + MORE) return dos.encoding;
  if (western.score > SURE) return western.encoding;
  return (letters(sample) ?? western).encoding;
}

/** What the letters of other languages look like; undefined if like none. */
function letters(sample: Uint8Array): { encoding: string } | undefined {
  const { encoding: name, confidence } = detect(Buffer.from(sample));
  if (name === null || confidence < MIN_CONFIDENCE) return undefined;
  const encoding = OTHER_NAMES[name.toLowerCase()] ?? name.toLowerCase();
  return decodes(sample, encoding) ? { encoding } : undefined;
}

/** Code pages of DOS, which `TextDecoder` does not know: of the United States, and of Western Europe. */
const DOS = ['cp437', 'cp850'] as const;

/** Decodes bytes in an encoding that was guessed. */
export const decodeIn = (bytes: Uint8Array, encoding: string): string =>
  DOS.some((one) => one === encoding)
    ? iconv.decode(Buffer.from(bytes), encoding)
    : new TextDecoder(encoding).decode(bytes);

/** Whether bytes are text in an encoding: it is known, and each of them has a meaning there. */
export function decodes(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The lines that have anything beyond ASCII: a detector that reads the first lines alone may see none. */
function linesBeyondAscii(bytes: Uint8Array): Uint8Array {
  const lines: Uint8Array[] = [];
  let size = 0;
  for (let start = 0; start < bytes.length && size < SAMPLE;) {
    const feed = bytes.subarray(start).findIndex((byte) => byte === 0x0a || byte === 0x0d);
    const end = feed === -1 ? bytes.length : start + feed + 1;
    const line = bytes.subarray(start, end);
    const first = line.findIndex((byte) => byte > 0x7f);
    if (first !== -1) {
      // Of a page that is one line, the stretch around the first such letter.
      const part = line.subarray(Math.max(0, first - 64), first + SAMPLE);
      lines.push(part);
      size += part.length;
    }
    start = end;
  }
  return Buffer.concat(lines);
}

/** How much the characters beyond ASCII look like a press release's, from -2 to 3: quotation marks, dashes, accents. */
function plausibility(bytes: Uint8Array, encoding: string): number {
  const text = decodeIn(bytes, encoding);
  let score = 0;
  let count = 0;
  for (const { 0: character, index } of text.matchAll(/[^\x00-\x7f]/g)) {
    const [before = '', after = ''] = [text[index - 1], text[index + 1]];
    count++;
    if (/[“‘]/.test(character))
      score += /[\s(>]|^$/.test(before) && /\p{L}|\d/u.test(after) ? 3 : -1;
    else if (/[”]/.test(character)) score += /[\p{L}\p{P}\d]/u.test(before) ? 3 : -1;
    else if (/[’]/.test(character)) score += /\p{L}|\d/u.test(before) ? 3 : -1;
    else if (/[–—]/.test(character))
      score += /\p{L}/u.test(before) === /\p{L}/u.test(after) ? 2 : 0;
    else if (/[…•]/.test(character)) score += 2;
    else if (/[áéíóúüñçàèìòùâêîôûëïöäßãõøåæÁÉÍÓÚÑÇÀÄÖÜ]/.test(character)) {
      score += /[a-z\s]/i.test(before) && /[a-z\s.,]|^$/i.test(after) ? 2 : -0.5;
    } else if (/[§©®½¼¾°£€¢¿¡«»\u00a0]/.test(character)) score += 1;
    else score -= 2;
  }
  return count === 0 ? 0 : score / count;
}
