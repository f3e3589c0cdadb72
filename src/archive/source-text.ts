import { isUtf8 } from 'node:buffer';
import type { Problem } from './problem.ts';

/** A release is text: what is larger is a picture or a document that lost its way. */
const MOST_BYTES = 2 * 1024 * 1024;

/**
 * The text of a file that a person wrote: UTF-8, with or without a byte order mark.
 * @returns the text without the mark, or what is wrong with the bytes.
 */
export function readText(bytes: Buffer, file: string): string | Problem {
  const problem = (message: string, hint: string, line = 1): Problem => {
    return { file, line, field: 'file', message, hint };
  };
  if (bytes.length === 0) return problem('is empty', 'write the release into it or delete it');
  if (bytes.length > MOST_BYTES) {
    const size = (bytes.length / 1024 / 1024).toFixed(1);
    return problem(
      `has ${size} MB, more than the 2 MB that a release may have`,
      'keep pictures and documents under media/ and name them in attachments',
    );
  }
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return problem('is in UTF-16', 'save it again with the encoding UTF-8');
  }
  if (bytes.includes(0)) {
    return problem('is not a text file', 'keep documents under media/; a release is Markdown');
  }
  if (!isUtf8(bytes)) {
    return problem('is not in UTF-8', 'save it again with the encoding UTF-8', badLine(bytes));
  }
  const text = bytes.toString('utf8');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
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
