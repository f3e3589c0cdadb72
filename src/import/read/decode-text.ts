import { isUtf8 } from 'node:buffer';
import { CONFLICT, conflictLines } from '../../archive/conflict-marks.ts';
import { UnreadableSource } from './document.ts';
import { decodeIn, decodes, guessEncoding } from './guess-encoding.ts';

/** A text, and the encoding that it was found to be in, by its WHATWG name. */
interface DecodedText {
  text: string;
  encoding: string;
  /** What a person should know of its characters, in sentences. */
  warnings: string[];
}

/** Control characters that no page can show, without tabs, line ends and page breaks. */
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f\ufffe\uffff]/g;

/**
 * Decodes a text of unknown encoding; its lines end with `\n`.
 * @param declared the encoding that it says it is in; a wrong one is not followed.
 * @throws {UnreadableSource} if it is no text, or has the marks of an unfinished merge.
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  const { raw, encoding, warnings } = decoded(bytes, declared);
  const text = raw
    .replace(/^\ufeff/, '')
    .replace(/\r\n?|\u2028|\u0085(?=\n)/g, '\n')
    .replace(/[\f\v\u2029]/g, '\n\n')
    .replace(CONTROL, ' ');
  refuseConflict(text);
  return { text, encoding, warnings: [...warnings, ...lostCharacters(text)] };
}

/** Seven > alone may be quotations of quotations, as mails have them. */
function refuseConflict(text: string) {
  const [line] = /^<{7}(?: |$)/m.test(text) ? conflictLines(text) : [];
  if (line === undefined) return;
  throw new UnreadableSource(`${CONFLICT.message}, from line ${line} on`, CONFLICT.hint);
}

/** Sentences on characters that a text lost before it came to us. */
export function lostCharacters(text: string): string[] {
  const around = (place: number) => text.slice(Math.max(0, place - 20), place + 20).replace(/\s+/g, ' ').trim(); // prettier-ignore
  const lost = text.indexOf('\ufffd');
  return [
    ...(lost === -1
      ? []
      : [`It has characters that were lost earlier (shown as �), as in “${around(lost)}”: restore them by hand.`]), // prettier-ignore
    ...(/â€|Ã[\u0080-\u00bf]|â\u0080/.test(text)
      ? ['It has characters such as â€™ in place of quotation marks that were lost earlier; they stay as they are.'] // prettier-ignore
      : []),
  ];
}

function decoded(
  bytes: Uint8Array,
  declared: string | undefined,
): { raw: string; encoding: string; warnings: string[] } {
  const wide = utf16Of(bytes);
  if (wide !== undefined) return { raw: new TextDecoder(wide).decode(bytes), encoding: wide, warnings: [] }; // prettier-ignore
  const label = labelOf(declared);
  const isOther = label !== undefined && label !== 'utf-8' && decodes(bytes, label);
  // Bytes that are UTF-8 are hardly ever anything else, but for those that ISO-2022 writes in ASCII.
  if (isUtf8(bytes)) {
    const encoding = isOther && label.startsWith('iso-2022') ? label : 'utf-8';
    return { raw: new TextDecoder(encoding).decode(bytes), encoding, warnings: [] };
  }
  if (isOther) return { raw: new TextDecoder(label).decode(bytes), encoding: label, warnings: [] };
  if (isMostlyUtf8(bytes)) {
    const warning = 'It is in UTF-8, but for some characters, which were read as windows-1252: check them.'; // prettier-ignore
    return { raw: decodeMixed(bytes), encoding: 'utf-8', warnings: [warning] };
  }
  const encoding = guessEncoding(bytes);
  return { raw: decodeIn(bytes, encoding), encoding, warnings: [`It is in ${encoding}.`] };
}

/** The name of an encoding by one of its labels; GBK is read as what contains it. */
function labelOf(declared: string | undefined): string | undefined {
  try {
    const { encoding } = new TextDecoder(declared?.trim());
    return encoding === 'gbk' ? 'gb18030' : encoding;
  } catch {
    return undefined; // a name that nobody knows
  }
}

/** A character of several bytes in UTF-8, in a text whose characters are bytes. */
const SEQUENCE = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/g;

/** Whether it is UTF-8 into which words of another text were pasted: in no other encoding so much looks like it. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const raw = Buffer.from(bytes).toString('latin1');
  const inside = raw.match(SEQUENCE)?.length ?? 0;
  const outside = raw.replace(SEQUENCE, '').match(/[\x80-\xff]/g)?.length ?? 0;
  return 2 * inside > outside;
}

function decodeMixed(bytes: Uint8Array): string {
  const western = new TextDecoder('windows-1252');
  const raw = Buffer.from(bytes).toString('latin1');
  const parts: string[] = [];
  let place = 0;
  const addWestern = (end: number) => {
    if (end > place) parts.push(western.decode(bytes.subarray(place, end)));
  };
  for (const { index, 0: sequence } of raw.matchAll(SEQUENCE)) {
    addWestern(index);
    place = index + sequence.length;
    const part = bytes.subarray(index, place);
    parts.push(isUtf8(part) ? new TextDecoder().decode(part) : western.decode(part));
  }
  addWestern(bytes.length);
  return parts.join('');
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zeros = zeroShares(bytes.subarray(0, 4096));
  if (zeros.odd > 0.3 && zeros.even < 0.1) return 'utf-16le';
  if (zeros.even > 0.3 && zeros.odd < 0.1) return 'utf-16be';
  if (zeros.even + zeros.odd > 0.02) {
    throw new UnreadableSource('is not a text file', 'import the document that the text came from');
  }
  return undefined;
}

/** The share of zeros on even and on odd places: UTF-16 has them on one side for Latin letters. */
function zeroShares(bytes: Uint8Array): { even: number; odd: number } {
  const half = Math.max(1, bytes.length / 2);
  const share = (rest: number) =>
    bytes.filter((byte, n) => byte === 0 && n % 2 === rest).length / half;
  return { even: share(0), odd: share(1) };
}
