import { isUtf8 } from 'node:buffer';
import type { Problem } from './problem.ts';
import { UNPRINTABLE } from './unprintable.ts';

/** A release is text: what is larger is a picture or a document that lost its way. */
const MAX_BYTES = 2 * 1024 * 1024;

/**
 * The text of a file that a person wrote: UTF-8, with or without a byte order mark, lines ended as
 * on any system.
 * @returns the text without the mark, its lines ended by `\n` or `\r\n`; or what is wrong with it.
 */
export function readText(bytes: Buffer, file: string): string | Problem {
  const problem = (message: string, hint: string, line = 1): Problem => {
    return { file, line, field: 'file', message, hint };
  };
  if (bytes.length === 0)
    return problem('is empty', 'write into it what belongs there, or delete it');
  if (bytes.length > MAX_BYTES) {
    const size = (bytes.length / 1024 / 1024).toFixed(1);
    return problem(
      `has ${size} MB, more than the 2 MB that a text may have`,
      'put pictures and documents under media/ and list them in attachments',
    );
  }
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return problem('is in UTF-16', 'save it again with the encoding UTF-8');
  }
  if (bytes.includes(0)) {
    return problem('is not a text file', 'put documents under media/; a release is Markdown');
  }
  if (!isUtf8(bytes)) {
    return problem('is not in UTF-8', 'save it again with the encoding UTF-8', badLine(bytes));
  }
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  const unprintable = UNPRINTABLE.exec(text);
  if (unprintable !== null) {
    const code = unprintable[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    const line = text.slice(0, unprintable.index).split(/\r?\n/).length;
    const message = `has a character that no page can show, U+${code}`;
    return problem(message, 'delete it; an editor shows it as a box or not at all', line);
  }
  return text.replace(/\r(?!\n)/g, '\n'); // as on a Mac before 2001
}

/** The line, from 1, with the first byte that is not UTF-8. */
function badLine(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const next = bytes.indexOf(0x0a, start);
    const end = next === -1 ? bytes.length : next + 1;
    if (!isUtf8(bytes.subarray(start, end))) break;
    start = end;
  }
  return line;
}
