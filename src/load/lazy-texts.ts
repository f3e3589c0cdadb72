import { closeSync } from 'node:fs';
import { type Place, readAt } from '../cache/bundle.ts';
import type { RenderedBody } from './read-release.ts';

/** The texts of a batch of releases, until they are asked for: in an open file, or in memory. */
export type WaitingTexts = { handle: number } | { bytes: Uint8Array };

/** Where a text stands among them: its HTML, and right behind it its statements, packed. */
export interface TextPlace {
  start: number;
  /** Of the HTML and of the statements, in bytes. */
  lengths: [html: number, statements: number];
}

/** What there is most of in a body. */
export type BodyTexts = Pick<RenderedBody, 'html' | 'statements'>;

/** A text as it waits. */
export function packText({ html, statements }: BodyTexts) {
  const bytes = Buffer.from(html);
  const lengths: TextPlace['lengths'] = [bytes.length, statements.length];
  return { text: Buffer.concat([bytes, statements]), lengths };
}

/** Closes files of texts that nobody can ask for any more: the preview loads an archive again and again. */
const unused = new FinalizationRegistry<number>((handle) => closeSync(handle));

/**
 * Makes the function that gives a body its texts. They are read when they are asked for, each time anew: a
 * page asks once, and those of a large archive would fill the memory.
 */
export function textsIn(texts: WaitingTexts) {
  if ('handle' in texts) unused.register(texts, texts.handle);
  const read = (place: Place): Uint8Array => {
    const { start, length } = place;
    if ('bytes' in texts) return texts.bytes.subarray(start, start + length);
    const bytes = readAt(texts.handle, place);
    if (bytes.length < length) throw new Error('The cache was cut short meanwhile; build again');
    return bytes;
  };
  return <Notes extends object>(notes: Notes, { start, lengths }: TextPlace): Notes & BodyTexts => {
    const [html, statements] = lengths;
    return {
      ...notes,
      get html() {
        return Buffer.from(read({ start, length: html })).toString();
      },
      get statements() {
        return Uint8Array.from(read({ start: start + html, length: statements }));
      },
    };
  };
}
