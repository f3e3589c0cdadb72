import { createReadStream } from 'node:fs';
import { UnreadableSource } from '../read/document.ts';
import type { FailedItem, SourceItem } from './source-item.ts';

/** Bytes: as much as a file of its own may have. */
const MAX_MAIL = 64 * 1024 * 1024;
/**
 * The line between two mails: `From casey@example.org Mon May  7 17:00:00 2018`. A sentence that begins
 * with “From” has no time in it; a library that splits at each such line would cut releases in two.
 */
const SEPARATOR = /^From \S.{0,200}\d{1,2}:\d\d.{0,60}$/;

/**
 * The mails of a mailbox in mbox format (RFC 4155), one after another, so that a mailbox may be of any size.
 * @param source its path, or its bytes.
 */
export async function* mboxItems(
  source: string | Uint8Array,
  name: string,
): AsyncGenerator<SourceItem | FailedItem> {
  let lines: Buffer[] | undefined;
  let [size, count] = [0, 0];
  const mail = (): SourceItem | FailedItem => {
    const own = { name: `${name}: mail ${count}`, kind: 'eml' as const };
    if (size > MAX_MAIL) {
      return { name: own.name, failure: new UnreadableSource('has more than 64 MB', 'take large attachments out of it') }; // prettier-ignore
    }
    return { ...own, bytes: Buffer.concat(lines ?? []) };
  };
  let isAfterBlank = true;
  for await (const line of linesOf(source)) {
    const text = line.subarray(0, 300).toString('latin1').trimEnd();
    if (isAfterBlank && SEPARATOR.test(text)) {
      if (lines !== undefined) yield mail();
      [lines, size] = [[], 0];
      count++;
    } else if (lines === undefined) {
      if (text === '') continue;
      throw new UnreadableSource(
        'is not a mailbox',
        'its first line must begin with “From ” and have a time; a single mail ends with .eml',
      );
    } else {
      size += line.length;
      if (size <= MAX_MAIL) lines.push(/^>+From /.test(text) ? line.subarray(1) : line);
    }
    isAfterBlank = text === '';
  }
  if (lines === undefined) throw new UnreadableSource('is empty', 'there is nothing to import');
  yield mail();
}

/** Lines with their ends, as bytes: each mail has encodings of its own. */
async function* linesOf(source: string | Uint8Array): AsyncGenerator<Buffer> {
  const chunks = typeof source === 'string' ? createReadStream(source) : [Buffer.from(source)];
  let rest: Buffer[] = [];
  for await (const chunk of chunks as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
      rest.push(chunk.subarray(start, end + 1));
      yield rest.length === 1 ? (rest[0] as Buffer) : Buffer.concat(rest);
      rest = [];
      start = end + 1;
    }
    if (start < chunk.length) rest.push(chunk.subarray(start));
  }
  if (rest.length > 0) yield Buffer.concat(rest);
}
