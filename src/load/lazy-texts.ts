import { closeSync } from 'node:fs';
import { type ByteRange, readAt } from '../cache/bundle.ts';
import type { RenderedBody } from './read-release.ts';

/** The texts of a batch of releases, to be read when they are needed: in an open file, or in memory. */
export type LazyTexts = { handle: number } | { bytes: Uint8Array };

/** The place of a text among them: its HTML, then its encoded statements and its plain text. */
export interface TextPlace {
  start: number;
  /** Of these three, in bytes. */
  lengths: [html: number, statements: number, plain: number];
}

/** The large parts of a body. */
export type BodyTexts = Pick<RenderedBody, 'html' | 'statements' | 'plain'>;

/** A text as it is stored. */
export function encodeText({ html, statements, plain }: BodyTexts) {
  const parts = [Buffer.from(html), statements, Buffer.from(plain)] as const;
  const [ofHtml, ofStatements, ofPlain] = parts;
  const lengths: TextPlace['lengths'] = [ofHtml.length, ofStatements.length, ofPlain.length];
  return { text: Buffer.concat(parts), lengths };
}

/** Closes files whose texts nothing can read any more: the preview loads an archive again and again. */
const unused = new FinalizationRegistry<number>((handle) => closeSync(handle));

/**
 * Returns a function that adds its texts to a body. They are read each time they are asked for: a page
 * asks once, and those of a large archive would fill the memory.
 */
export function textsIn(texts: LazyTexts) {
  if ('handle' in texts) unused.register(texts, texts.handle);
  const read = (place: ByteRange): Uint8Array => {
    const { start, length } = place;
    if ('bytes' in texts) return texts.bytes.subarray(start, start + length);
    const bytes = readAt(texts.handle, place);
    if (bytes.length < length) throw new Error('The cache was cut short meanwhile; build again');
    return bytes;
  };
  return <Notes extends object>(notes: Notes, { start, lengths }: TextPlace): Notes & BodyTexts => {
    const [html, statements, plain] = lengths;
    return {
      ...notes,
      get html() {
        return Buffer.from(read({ start, length: html })).toString();
      },
      get statements() {
        return Uint8Array.from(read({ start: start + html, length: statements }));
      },
      get plain() {
        return Buffer.from(read({ start: start + html + statements, length: plain })).toString();
      },
    };
  };
}
