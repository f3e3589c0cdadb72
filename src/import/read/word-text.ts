import WordExtractor from 'word-extractor';
import { UnreadableSource } from './document.ts';

/** As written: by default word-extractor replaces quotation marks and dashes by plain ones. */
const AS_WRITTEN = { filterUnicode: false };

/** The text of a document, and of the margins of its pages, where page numbers are. */
export interface TextOfParts {
  headers: string;
  text: string;
  footers: string;
}

/**
 * The text of an old Word document (.doc, Word 97 and later).
 * @throws {UnreadableSource} if it is damaged.
 */
export async function wordText(bytes: Uint8Array): Promise<TextOfParts> {
  try {
    const document = await new WordExtractor().extract(Buffer.from(bytes));
    const text = [
      document.getBody(AS_WRITTEN),
      document.getTextboxes(AS_WRITTEN),
      document.getFootnotes(AS_WRITTEN),
      document.getEndnotes(AS_WRITTEN),
    ];
    return {
      headers: asLines(document.getHeaders({ ...AS_WRITTEN, includeFooters: false })),
      text: text.map(asLines).filter(Boolean).join('\n\n'),
      footers: asLines(document.getFooters(AS_WRITTEN)),
    };
  } catch (cause) {
    throw new UnreadableSource(
      `is damaged (${(cause as Error).message})`,
      'open it in Word or LibreOffice, and save it as .docx',
    );
  }
}

/** A paragraph is a line as long as it is: with a blank line after it, none is taken for a wrapped one. */
const asLines = (text: string) => text.replace(/\r\n?|[\n\v\f]/g, '\n\n').trim();
