import { type ReaderFor, type SourceDocument, UnreadableSource } from './document.ts';
import { readEmail } from './read-email.ts';

/**
 * Reads a mail of Apple Mail: a line with the number of the mail's bytes, the mail, and a list of properties
 * behind it.
 */
export async function readEmlx(bytes: Uint8Array, readerFor: ReaderFor): Promise<SourceDocument> {
  const file = Buffer.from(bytes);
  const start = file.indexOf('\n') + 1;
  const length = /^\s*(\d+)\s*$/.exec(file.toString('latin1', 0, start))?.[1];
  if (length === undefined || start + Number(length) > file.length) {
    throw new UnreadableSource(
      'is not a whole mail of Apple Mail',
      'save the mail from Apple Mail again: File → Save As → Raw Message Source',
    );
  }
  const document = await readEmail(file.subarray(start, start + Number(length)), readerFor);
  const hasMore = /^X-Apple-Content-Length:/im.test(file.toString('latin1', start, start + Number(length))); // prettier-ignore
  if (!hasMore) return document;
  const warning =
    'Apple Mail has its attachments in other files: save the mail from there to import them too.';
  return { ...document, warnings: [...document.warnings, warning] };
}
