import { isUtf8 } from 'node:buffer';
import { CONFLICT, conflictLines } from '../../archive/conflict-marks.ts';
import { UnreadableSource } from './document.ts';

/** A text and the encoding that it was found to be in, by its WHATWG name. */
interface DecodedText {
  text: string;
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'macintosh';
}

/** Control characters that no page can show, without tabs, line ends and page breaks. */
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f\ufffe\uffff]/g;

/** Decodes a text file of unknown encoding; its lines end with `\n`. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = encodingOf(bytes);
  const raw = new TextDecoder(encoding).decode(bytes);
  const text = raw
    .replace(/^\ufeff/, '')
    .replace(/\r\n?|\u2028|\u0085(?=\n)/g, '\n')
    .replace(/[\f\v\u2029]/g, '\n\n')
    .replace(CONTROL, ' ');
  refuseConflict(text);
  return { text, encoding };
}

/** Seven > alone may be quotations of quotations, as mails have them. */
function refuseConflict(text: string) {
  const [line] = /^<{7}(?: |$)/m.test(text) ? conflictLines(text) : [];
  if (line === undefined) return;
  throw new UnreadableSource(`${CONFLICT.message}, from line ${line} on`, CONFLICT.hint);
}

function encodingOf(bytes: Uint8Array): DecodedText['encoding'] {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zeros = zeroShares(bytes.subarray(0, 4096));
  if (zeros.odd > 0.3 && zeros.even < 0.1) return 'utf-16le';
  if (zeros.even > 0.3 && zeros.odd < 0.1) return 'utf-16be';
  if (zeros.even + zeros.odd > 0.02) {
    throw new UnreadableSource('is not a text file', 'import the document that the text came from');
  }
  if (isUtf8(bytes)) return 'utf-8';
  const isMac = plausibility(bytes, 'macintosh') > plausibility(bytes, 'windows-1252');
  return isMac ? 'macintosh' : 'windows-1252';
}

/** The share of zeros on even and on odd places: UTF-16 has them on one side for Latin letters. */
function zeroShares(bytes: Uint8Array): { even: number; odd: number } {
  const half = Math.max(1, bytes.length / 2);
  const share = (rest: number) =>
    bytes.filter((byte, n) => byte === 0 && n % 2 === rest).length / half;
  return { even: share(0), odd: share(1) };
}

/** How much the characters beyond ASCII look like a press release's: quotation marks, dashes, accents. */
function plausibility(bytes: Uint8Array, encoding: string): number {
  const text = new TextDecoder(encoding).decode(bytes);
  let score = 0;
  for (const { 0: character, index } of text.matchAll(/[^\x00-\x7f]/g)) {
    const [before = '', after = ''] = [text[index - 1], text[index + 1]];
    if (/[“‘]/.test(character))
      score += /[\s(]|^$/.test(before) && /\p{L}|\d/u.test(after) ? 3 : -1;
    else if (/[”]/.test(character)) score += /[\p{L}\p{P}\d]/u.test(before) ? 3 : -1;
    else if (/[’]/.test(character)) score += /\p{L}|\d/u.test(before) ? 3 : -1;
    else if (/[–—…•]/.test(character)) score += 2;
    else if (/[áéíóúüñçàèìòùâêîôûëïöäßÁÉÍÓÚÑ]/.test(character)) {
      score += /\p{Ll}|\s/u.test(before) && /[\p{Ll}\s.,]|^$/u.test(after) ? 2 : 0;
    } else if (/[§©®½¼¾°£€¢\u00a0]/.test(character)) score += 1;
    else score -= 2;
  }
  return score;
}
