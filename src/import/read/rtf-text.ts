import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import iconv from 'iconv-lite';
import { Tokenize } from 'rtf-stream-parser';
import { ToPlainText } from 'rtf-stream-parser/dist/src/ToPlainText.js';
import { UnreadableSource } from './document.ts';

/** Groups whose text no page shows. */
const NOT_SHOWN = new Set(['info', 'pict', 'object', 'fldinst', 'stylesheet', 'listtable', 'listoverridetable', 'revtbl', 'rsidtbl', 'generator', 'xmlnstbl', 'themedata', 'colorschememapping', 'datastore', 'latentstyles', 'atnid', 'atnauthor', 'annotation', 'nonshppict', 'bkmkstart', 'bkmkend', 'listtext', 'pntext', 'pnseclvl', 'pgdsctbl', 'private']); // prettier-ignore

/** Control words after which a new line begins, beside \\par and \\line. */
const CELL_ENDS = new Set(['cell', 'row', 'nestcell', 'nestrow', 'sect', 'page', 'footnote', 'header', 'footer', 'headerf', 'footerf', 'headerl', 'footerl', 'headerr', 'footerr']); // prettier-ignore

/** A token as rtf-stream-parser's `Tokenize` gives it: the start of a group, its end, a control word, text. */
interface Token {
  type: 0 | 1 | 2 | 3;
  word?: string;
}

/**
 * The text of a rich text document (RTF), with a blank line after each paragraph.
 * @throws {UnreadableSource} if it is damaged.
 */
export async function rtfText(bytes: Uint8Array): Promise<string> {
  let text = '';
  try {
    await pipeline(
      Readable.from([Buffer.from(bytes)]),
      new Tokenize(),
      shownGroups(),
      new ToPlainText({ decode: iconv.decode, warn: () => undefined }),
      async (parts: AsyncIterable<Buffer | string>) => {
        for await (const part of parts) text += String(part);
      },
    );
  } catch (cause) {
    throw new UnreadableSource(
      `is damaged (${(cause as Error).message})`,
      'open it in a word processor, and save it as .docx',
    );
  }
  return text.replace(/\r\n?/g, '\n').toWellFormed();
}

/** Passes on the tokens outside of groups that are not shown. */
function shownGroups() {
  let depth = 0; // within a group that is not shown
  let opened: Token | undefined; // the start of a group of which nothing has been seen yet
  return new Transform({
    objectMode: true,
    transform(token: Token, _, done) {
      if (depth > 0) {
        depth += token.type === 0 ? 1 : token.type === 1 ? -1 : 0;
        return done();
      }
      if (opened !== undefined && token.type === 2 && NOT_SHOWN.has(token.word ?? '')) {
        opened = undefined;
        depth = 1;
        return done();
      }
      if (opened !== undefined) this.push(opened);
      opened = token.type === 0 ? token : undefined;
      if (opened === undefined) this.push(token);
      // A paragraph is a line as long as it is: with a blank line after it, none is taken for a wrapped one.
      if (token.type === 2 && token.word === 'par') this.push({ ...token });
      if (token.type === 2 && CELL_ENDS.has(token.word ?? '')) this.push({ type: 2, word: 'par' });
      return done();
    },
  });
}
